"""What is done to accounts, invitations and memberships. Each action is one transaction, or it is refused."""

from .accounts import open_account, sign_out_everywhere
from .invitations import HOURS_OPEN, Invited, accept, invite, open_and_accept, open_invitation, withdraw
from .members import change_role, end_membership
from .refused import Refused

__all__ = [
    "HOURS_OPEN",
    "Invited",
    "Refused",
    "accept",
    "change_role",
    "end_membership",
    "invite",
    "open_account",
    "open_and_accept",
    "open_invitation",
    "sign_out_everywhere",
    "withdraw",
]
