"""The tables of the register."""

from .declaration import Declaration
from .kept import Dated, Kept
from .practice import Absence, Entry, PracticeLog, Supervision, Training
from .practitioner import Practitioner
from .register import (
    DisclosureCheck,
    Employment,
    Insurance,
    Registration,
    ServedArea,
    ServiceRule,
    SpokenLanguage,
    Work,
    WorksAs,
)

__all__ = [
    "Absence",
    "Dated",
    "Declaration",
    "DisclosureCheck",
    "Employment",
    "Entry",
    "Insurance",
    "Kept",
    "PracticeLog",
    "Practitioner",
    "Registration",
    "ServedArea",
    "ServiceRule",
    "SpokenLanguage",
    "Supervision",
    "Training",
    "Work",
    "WorksAs",
]
