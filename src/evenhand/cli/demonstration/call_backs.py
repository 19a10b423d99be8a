"""People who asked to be rung today, and what came of those who were rung already."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from evenhand.casework.models import CallBack, CallTry
from evenhand.law.calendars import REGULATIONS

from . import cast, names
from .telling import reference_from
from .world import World

LONDON = ZoneInfo("Europe/London")
SLOTS = ((9, 30), (10, 0), (10, 30), (11, 30), (13, 0), (14, 30), (15, 0), (16, 0))
ASKING: tuple[dict[str, Any], ...] = (
    {"safe_to_say": True, "safe_to_leave": True},
    {"language": "Polish", "safe_to_say": True},
    {"how": "relay", "needs": "Text relay, please ring through it.", "safe_to_say": True},
    {"for_somebody": "my sister", "relation": "brother"},
    {"how": "bsl", "language": "British Sign Language", "needs": "A video call with an interpreter."},
    {"safe_to_say": True, "needs": "Please speak slowly."},
    {},
    {"language": "Arabic", "safe_to_leave": True},
)


def ask(world: World, rng: Random) -> None:
    """Eight call-backs for our provider: of today, or of the next working day where nobody works today."""
    day = REGULATIONS.on_or_after(world.days.today)
    provider = world.areas[cast.HOME].provider
    rows = [
        CallBack(
            provider_id=provider.organisation_id,
            reference=reference_from(rng),
            name=names.family(rng).parent,
            phone=f"07700 900{rng.randrange(1000):03d}",
            slot=datetime.combine(day, time(*slot), LONDON),
            area=rng.choice(("bristol", "ealing", "wiltshire")),
            asked_at=_asked_at(world.days[world.days.last], rng),
            **said,
        )
        for slot, said in zip(SLOTS, ASKING, strict=True)
    ]
    made = CallBack.objects.bulk_create(rows)
    CallTry.objects.bulk_create(
        CallTry(
            call_back=one,
            by_id=provider.advisers[0],
            at=one.asked_at + timedelta(minutes=50),
            reached=False,
            words="Nobody answered. No message left.",
        )
        for one in made[:2]
    )


def _asked_at(day: date, rng: Random) -> datetime:
    return datetime.combine(day, time(15, rng.randrange(60)), LONDON)
