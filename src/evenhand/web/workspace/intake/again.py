"""Cases that may be the same, shown before another is opened: looked at, linked, or said to be others."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.duplicates import Likely, likely
from evenhand.people.reader import Reader
from evenhand.web.workspace.words import area_words, stage_words

from .family_fields import FamilyForm

WHY = {
    "child": lazy("same date of birth, and the name is alike"),
    "phone": lazy("same telephone number"),
    "email": lazy("same e-mail address"),
}


@dataclass(frozen=True)
class Again:
    """What was found, whether it was said that this is another case, and which of them to link."""

    found: tuple[Likely, ...] = ()
    ticked: bool = False
    to_link: tuple[str, ...] = ()

    @property
    def must_be_ticked(self) -> bool:
        """True where something was found and nobody has said that this is another case."""
        return bool(self.found) and not self.ticked

    def without(self, reference: str) -> "Again":
        """The same without a case that is known to be the same child's."""
        return replace(self, found=tuple(one for one in self.found if one.reference != reference))


def shown() -> dict[str, Any]:
    """What a page needs to show what was found."""
    return {"why_words": WHY, "area_words": area_words, "stage_words": stage_words}


def again_for(reader: Reader, form: FamilyForm, posted: Any) -> Again:
    """The likely cases for what has been typed so far. Only those that were found can be linked."""
    given: Mapping[str, Any] = form.cleaned_data
    found = likely(
        reader,
        child_name=given.get("child_name", ""),
        date_of_birth=given.get("date_of_birth"),
        area=given.get("council", ""),
        phone=given.get("phone", ""),
        email=given.get("email", ""),
    )
    wanted = set(posted.getlist("link"))
    to_link = tuple(one.reference for one in found if one.reference in wanted)
    return Again(tuple(found), "another" in posted, to_link)
