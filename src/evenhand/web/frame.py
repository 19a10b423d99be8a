"""What stands around every page."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Link(NamedTuple):
    """A link in the footer: the name of the address, and the words."""

    to: str
    words: str | Promise


# The small print goes in front as its pages come: privacy, cookies, accessibility, contact.
FOOTER_LINKS = [
    Link("public:for-programs", _("For programs")),
]
