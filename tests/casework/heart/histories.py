"""Histories for the heart's tests, as plain events: who did what on which day. No database is near."""

from datetime import UTC, date, datetime, time
from typing import Any

from evenhand.casework.heart import contents
from evenhand.casework.heart.events import SERVICE, Actor, Happened
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.state import State
from evenhand.casework.heart.steps import Step
from evenhand.people.roles import Role

ADVISER = Actor(11, Role.ADVISER, SERVICE)
PARENT = Actor(21, Role.PARENT, "party:1")
AUTHORITY = Actor(31, Role.AUTHORITY_OFFICER, "authority")


def day(said: str) -> date:
    """`5-11` is 11 May 2026."""
    month, number = said.split("-")
    return date(2026, int(month), int(number))


class History:
    """A history that is written down line by line; each line is recorded at nine in the morning of its day."""

    def __init__(self) -> None:
        self.events: list[Happened] = []

    def then(
        self,
        step: Step,
        on: str,
        *pieces: Any,
        by: Actor = ADVISER,
        corrects: int | None = None,
        struck: bool = False,
        recorded: str = "",
    ) -> "History":
        """One more thing happened."""
        at = datetime.combine(day(recorded or on), time(9), UTC)
        number = len(self.events) + 1
        self.events.append(Happened(number, step, day(on), at, by, tuple(pieces), corrects, struck))
        return self

    @property
    def state(self) -> State:
        """What it adds up to."""
        return state_of(self.events)


def someone(history: History, on: str, **who: Any) -> History:
    """A person comes into the case."""
    return history.then(Step.ADD_PERSON, on, *contents.person(**who))


def opened(
    on: str = "5-11",
    *,
    kind: str = "mediation",
    matter: str = "refusal_to_assess",
    born: str = "2017-03-04",
    notice: str | None = "2026-05-01",
) -> History:
    """A first call about a refusal to assess, with a parent and the authority as parties."""
    facts = {"acting": "parent"} | ({"notice_sent": notice} if notice else {})
    child = {"name": "Robin Example", "date_of_birth": born}
    pieces = contents.opened(kind=kind, matter=matter, area="ealing", facts=facts, child=child)
    history = History().then(Step.OPEN, on, *pieces)
    someone(
        history, on, key="party:1", role=Role.PARENT, side="family", name="Cerys", party=True, person_id=21
    )
    return someone(
        history, on, key="authority", role=Role.AUTHORITY_OFFICER, side="authority", name="Ealing", party=True
    )


def advised(*, on: str = "5-11", **given: Any) -> History:
    """The same, advised on 12 May, or on the day of another call."""
    advice = contents.advice(family="party:1", explained=contents.ADVICE_POINTS, words="")
    history = opened(on, **given)
    return history.then(Step.GIVE_ADVICE, "5-12" if on == "5-11" else on, *advice)


def declined(on: str = "5-13", **given: Any) -> History:
    """The same, and the family does not wish to mediate."""
    return advised(**({"on": "12-21"} if on.startswith("12") else {}), **given).then(
        Step.DECLINE_MEDIATION, on
    )


def chosen(*, education: bool = True, health: bool = False, **given: Any) -> History:
    """Or it does, from 13 May."""
    wish = contents.wish(
        education=education, health=health, care=False, issues="Why not", health_provision=""
    )
    return advised(**given).then(Step.CHOOSE_MEDIATION, "5-13", *wish)


def arranging(**given: Any) -> History:
    """The authority was told on 14 May."""
    return chosen(**given).then(Step.TELL_AUTHORITY, "5-14")


def fixed(meeting_on: str = "6-9", **given: Any) -> History:
    """A meeting was fixed on 18 May."""
    return arranging(**given).then(Step.FIX_MEETING, "5-18", *meeting(meeting_on))


def meeting(on: str) -> contents.Pieces:
    """What fixing a meeting says."""
    return contents.meeting(on=day(on), starts="10:00", ends="12:00", how="telephone")


def held(**given: Any) -> History:
    """Noticed on 20 May, held on 9 June."""
    came = contents.attendance(came=["party:1", "authority"], absent=[])
    return fixed(**given).then(Step.GIVE_NOTICE, "5-20").then(Step.HOLD_MEETING, "6-9", *came)


def concluded(**given: Any) -> History:
    """Agreed, on 9 June."""
    return held(**given).then(Step.RECORD_OUTCOME, "6-9", *contents.outcome(by_issue={"education": "agreed"}))


def agreed(items: list[dict[str, Any]] | None = None, *, on: str = "6-10", **given: Any) -> History:
    """The agreement was made on 10 June, of one item unless others are given."""
    said = items or [{"what": "Assess", "who": "authority", "action": "assess"}]
    history = concluded(**given).then(Step.DRAFT_AGREEMENT, on, *contents.agreement(items=said))
    for party, by in (("party:1", PARENT), ("authority", AUTHORITY)):
        history.then(Step.APPROVE_AGREEMENT, on, *contents.approval(party=party, version=1), by=by)
    return history.then(Step.MAKE_AGREEMENT, on)


def certified(on: str = "6-11", **given: Any) -> History:
    """The certificate was issued after the outcome."""
    said = contents.certificate(number="ABCD", ground="took_part", adviser=SERVICE)
    return concluded(**given).then(Step.ISSUE_CERTIFICATE, on, *said)


def resolution(on: str = "5-11", **given: Any) -> History:
    """Both parties of a disagreement about duties were invited on 12 May."""
    given = {"kind": "resolution", "matter": "duties_not_carried_out", "notice": None} | given
    return opened(on, **given).then(Step.INVITE_PARTIES, "5-12")


def resolved() -> History:
    """And all agreed to meet on 13 May, and met and agreed on 14 May."""
    history = resolution()
    for party in ("party:1", "authority"):
        history.then(Step.AGREE_TO_MEET, "5-13", contents.dates(party=party))
    for step, pieces in (
        (Step.FIX_MEETING, meeting("5-14")),
        (Step.GIVE_NOTICE, ()),
        (Step.HOLD_MEETING, contents.attendance(came=["party:1", "authority"], absent=())),
        (Step.RECORD_OUTCOME, contents.outcome(by_issue={"education": "agreed"})),
    ):
        history.then(step, "5-14", *pieces)
    return history
