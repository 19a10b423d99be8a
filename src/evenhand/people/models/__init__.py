"""The tables of people."""

from ..practitioners import models as practitioners
from .installation import Installation
from .invitation import Invitation
from .membership import Membership, Organisation
from .person import Person
from .signed_in import SignedIn

__all__ = ["Installation", "Invitation", "Membership", "Organisation", "Person", "SignedIn", "practitioners"]
