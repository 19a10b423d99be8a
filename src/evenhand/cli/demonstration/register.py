"""The register of our provider's advisers and mediators: papers in order, but for two that run out."""

from collections.abc import Iterable
from datetime import date, timedelta

from evenhand import clock
from evenhand.casework.models import Case
from evenhand.people.practitioners.models import (
    Declaration,
    DisclosureCheck,
    Employment,
    Insurance,
    Kept,
    Practitioner,
    Registration,
    ServedArea,
    SpokenLanguage,
    Supervision,
    Training,
    WorksAs,
)

from . import cast
from .world import Provider, World

LANGUAGES = ("cy", "pl", "ur", "bfi", "so", "zh", "ar", "uk")
YEAR = timedelta(365)


def fill(world: World) -> None:
    """An entry for everybody who advises or mediates at our provider, and their answers about open cases."""
    today = world.days.today
    provider = world.areas[cast.HOME].provider
    works: dict[int, tuple[str, ...]] = {person: ("adviser",) for person in provider.advisers}
    works |= {person: ("mediator", "facilitator") for person in provider.mediators}
    since = today - 3 * YEAR
    practitioners = Practitioner.objects.bulk_create(
        Practitioner(
            person_id=person,
            provider_id=provider.organisation_id,
            since=since,
            recorded_by_id=provider.managers[0],
        )
        for person in works
    )
    rows: list[Kept] = []
    for place, one in enumerate(practitioners):
        rows += _papers(one, place, works[one.person_id], today)
    for kind in {type(row) for row in rows}:
        kind.objects.bulk_create([row for row in rows if type(row) is kind])  # type: ignore[attr-defined]
    _declare(provider, practitioners)


def _papers(one: Practitioner, place: int, works: Iterable[str], today: date) -> list[Kept]:
    by = {"practitioner": one, "recorded_by_id": one.recorded_by_id}
    since, ends = one.since, today + (200 + 31 * place) * timedelta(1)
    soon = today + timedelta(21)
    rows: list[Kept] = [WorksAs(work=work, since=since, **by) for work in works]
    rows += [
        Registration(body="College of Mediators (invented entry)", number=f"M {410 + place}", since=since, until=ends, **by),
        Insurance(insurer="Fernley Mutual", policy=f"P {7000 + place}", since=since, until=soon if place == 6 else ends, **by),
        DisclosureCheck(kind="enhanced_barred", reference=f"D {300 + place}", since=since, until=soon if place == 2 else ends, **by),
        Employment(employer_kind="provider_under_contract", employer_name=cast.PROVIDERS[cast.OURS], since=since, **by),
        SpokenLanguage(code="en", since=since, **by),
        SpokenLanguage(code=LANGUAGES[place % len(LANGUAGES)], since=since, **by),
        Training(kind="law", day=today - timedelta(90 + place), hours=6, words="Chapter 11 of the Code", **by),
        Supervision(kind="one_to_one", day=today - timedelta(20 + place), hours=1, **by),
    ]  # fmt: skip
    served = [area for area, (provider, _) in cast.AREAS.items() if provider == cast.OURS]
    return rows + [ServedArea(area=area, since=since, **by) for area in served]


def _declare(provider: Provider, practitioners: Iterable[Practitioner]) -> None:
    """Each answered "no" when asked if they know anybody in the case that they lead or advise."""
    by_person = {one.person_id: one for one in practitioners}
    now = clock.instant()
    cases = Case.objects.unseen().filter(provider=provider.organisation_id, is_open=True)
    Declaration.objects.bulk_create(
        Declaration(
            practitioner=by_person[person],
            case_reference=reference,
            asked_by_id=provider.managers[0],
            answered_at=now,
            knows=False,
        )
        for reference, *people in cases.values_list("reference", "adviser", "mediator")
        for person in people
        if person in by_person
    )
