"""What the law says: facts in, every route and every date out, with reasons.

Pure: no clock, no network, no database, no framework. `advise` is the whole of it for most callers.
"""

from .advice import advise
from .answer import Advice
from .errors import FactsRefused, LawError
from .sources import LAW_AS_AT

__all__ = ["LAW_AS_AT", "Advice", "FactsRefused", "LawError", "advise"]
