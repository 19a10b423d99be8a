"""The tables of the case. `Event` and `Piece` are the truth; `Case`, `Place`, `DueDate` and `Tally` follow from them."""

from .asking import Asking, CallBack, CallTry, SingleUse, Tally
from .case import Booking, Case, DueDate, Place
from .history import ChainHead, Event, Piece
from .imported import Imported

__all__ = [
    "Asking",
    "Booking",
    "CallBack",
    "CallTry",
    "Case",
    "ChainHead",
    "DueDate",
    "Event",
    "Imported",
    "Piece",
    "Place",
    "SingleUse",
    "Tally",
]
