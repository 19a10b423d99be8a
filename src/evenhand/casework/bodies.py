"""The organisations of a case where this installation does not know them yet: made by their public names."""

from django.utils.text import slugify

from evenhand import directory
from evenhand.people.models import Organisation
from evenhand.people.roles import OrganisationKind

LONGEST = 50


def authority_of(area: str) -> tuple[Organisation, bool]:
    """The authority of an area, and whether it had to be made, by the name that the directory gives it.

    Inside the caller's transaction. Raises `LookupError` for an area that has no authority.
    """
    kind = OrganisationKind.AUTHORITY.value
    found = Organisation.objects.filter(kind=kind, area=area).order_by("pk").first()
    if found is not None:
        return found, False
    place = directory.area(area)
    if place is None or place.authority is None:
        raise LookupError(f"There is no authority with the area {area!r}.")
    made = Organisation.objects.create(
        kind=kind, name=place.authority.official_name, slug=_free(place.authority.official_name), area=area
    )
    return made, True


def body_named(kind: OrganisationKind, name: str) -> tuple[Organisation, bool]:
    """The organisation of this kind with this name, however its letters were typed, and whether it had to be made."""
    found = Organisation.objects.filter(kind=kind.value, name__iexact=name.strip()).order_by("pk").first()
    if found is not None:
        return found, False
    return Organisation.objects.create(kind=kind.value, name=name.strip(), slug=_free(name)), True


def _free(name: str) -> str:
    """A short name that no organisation has."""
    wanted = slugify(name)[: LONGEST - 4].strip("-") or "organisation"
    slug, number = wanted, 2
    while Organisation.objects.filter(slug=slug).exists():
        slug, number = f"{wanted}-{number}", number + 1
    return slug
