"""Every page of the family's door in every state: what was answered on the way, and what is posted at last."""

from typing import NamedTuple

from tests.web.family.asking import REFUSED, Given

EVENTS = [
    "adviser_contacted",
    "adviser_told_no",
    "authority_told",
    "adviser_told_cannot_arrange",
    "mediation_on",
    "mediation_concluded",
    "certificate_issued",
    "agreement",
    "appeal_received",
]
DAYS = tuple((str(day), "6", "2026") for day in (16, 16, 16, 17, 18, 18, 18, 18, 19))
HEALTH = ("health_or_social_care_provision", ("15", "6", "2026"), "same", "unknown", "unknown", "none")


class State(NamedTuple):
    """A name, the answers on the way, an address to go to, and what is posted there if anything is."""

    name: str
    answers: tuple[Given, ...]
    address: str = ""
    posted: Given | None = None
    today: str = "2026-06-20"


STATES = (
    State("matter", ()),
    State("matter-error", (), posted=""),
    State("sections", ("plan_contents",)),
    State("sections-error", ("plan_contents",), posted=[]),
    State("conduct", ("discrimination_by_school",)),
    State("letter", REFUSED[:1]),
    State("letter-error", REFUSED[:1], posted=("5", "13", "2026")),
    State("letter-long", REFUSED[:1], posted=("x" * 60, "W" * 60, "9" * 60)),
    State("sent", REFUSED[:2]),
    State("sent-error", REFUSED[:2], posted=""),
    State("sent-on", (*REFUSED[:2], "later")),
    State("who", REFUSED[:3]),
    State("about", REFUSED[:4]),
    State("about-error", REFUSED[:4], posted=["health_issue", "unknown"]),
    State("happened", REFUSED[:5]),
    State("day-of-event", (*REFUSED[:5], ["certificate_issued"])),
    State("contradiction", (*REFUSED[:5], ["certificate_issued"]), posted=("1", "6", "2026")),
    State("agreed", (*REFUSED[:5], ["agreement"], ("18", "6", "2026"))),
    State("under-way", HEALTH),
    State("learned", (*HEALTH, "unknown", "instead:unknown")),
    State("area", REFUSED[:6]),
    State("area-error", REFUSED[:6], posted="Atlantis"),
    State("area-several", REFUSED[:6], posted="north"),
    State("area-long", REFUSED[:6], posted="Llanfairpwllgwyngyll" * 6),
    State("check", REFUSED),
    State(
        "check-long",
        (*REFUSED[:5], EVENTS, *DAYS, ["assess", "other"], "Bournemouth, Christchurch and Poole"),
    ),
    State("person", ("none",)),
    State("start-again", (), "/start-again"),
    State("start-again-kept", REFUSED, "/start-again"),
    State("options", REFUSED, "/your-options"),
    State("options-late", REFUSED, "/your-options", today="2026-11-22"),
    State("options-skipped", (*REFUSED[:6], "instead:unknown"), "/your-options"),
    State(
        "options-no-date",
        ("refusal_to_assess", "instead:unknown", "unknown", "unknown", "unknown", "Kent"),
        "/your-options",
    ),
    State("options-depends", (*HEALTH, "unknown", "instead:unknown", "instead:unknown"), "/your-options"),
    State(
        "options-much",
        (
            *REFUSED[:5],
            EVENTS,
            *DAYS,
            ["assess", "issue_plan", "other"],
            "Bournemouth, Christchurch and Poole",
        ),
        "/your-options",
    ),
    State(
        "options-no-right", (*REFUSED[:3], "parent_of_grown", "unknown", "none", "Ealing"), "/your-options"
    ),
    State("keep", REFUSED, "/keep-your-answer"),
    State("not-opened", (), "/open/nonsense"),
    State("unknown-question", (), "/questions/nonsense"),
)
