"""From a history to what it adds up to: one function a step, taken in order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from evenhand.people.roles import Role

from .events import Happened
from .stages import Kind, Stage, StepNotOpen, stage_after
from .state import ENDS_A_THING, Claim, Draft, Issued, Item, Meeting, Somebody, State
from .steps import Step

Told = dict[str, Any]
BODIES = ("authority", "commissioning_body", "setting")
"""The sides that are bodies, each one compartment; none of them knows of a case before it is told."""
_upon: dict[Step, Callable[[State, Happened, Told], None]] = {}


def _on(*steps: Step) -> Callable[[Callable[[State, Happened, Told], None]], Any]:
    def keep(what: Callable[[State, Happened, Told], None]) -> Callable[[State, Happened, Told], None]:
        for step in steps:
            _upon[step] = what
        return what

    return keep


def put_right(events: Sequence[Happened], known_at: datetime | None = None) -> list[Happened]:
    """The history as it is believed: corrections applied, in order; only what was recorded by `known_at`, if given."""
    believed: dict[int, Happened] = {}
    for event in events:
        if known_at is not None and event.recorded_at > known_at:
            continue
        if event.corrects is None or event.corrects not in believed:
            believed[event.number] = event
        elif event.struck:
            del believed[event.corrects]
        else:
            wrong = believed[event.corrects]
            believed[event.corrects] = replace(wrong, on=event.on, pieces=(*wrong.pieces, *event.pieces))
    return list(believed.values())


def state_of(events: Sequence[Happened], known_at: datetime | None = None) -> State:
    """What the events add up to. The first must open the case.

    Raises `StepNotOpen` where a step was taken out of order, which a correction can bring about.
    """
    believed = put_right(events, known_at)
    if not believed or believed[0].step is not Step.OPEN:
        raise StepNotOpen("The first entry of a case says how it was opened, and stays.")
    state = _opened(believed[0])
    for event in believed[1:]:
        take(state, event)
    return state


def take(state: State, event: Happened) -> None:
    """Take one more event into the state. Raises `StepNotOpen` if it cannot be taken where the case stands."""
    after = stage_after(state.kind, state.stage, event.step, state.ended_in)
    follow = _upon.get(event.step)
    if follow is not None:
        follow(state, event, event.told)
    if event.step is Step.AGREE_TO_MEET and _all_agreed(state):
        after = Stage.ALL_AGREED
    _move(state, after, event.on)
    state.last_on = event.on


def _move(state: State, after: Stage, on: date) -> None:
    if after is state.stage:
        return
    if after in (Stage.WITHDRAWN, Stage.CLOSED):
        state.closed_on = on
        if state.is_open:
            state.ended_in = state.stage
    elif not state.is_open:
        state.closed_on = None
    state.stage, state.stage_since = after, on


def _all_agreed(state: State) -> bool:
    wanted = {one.key for one in state.parties}
    return len(wanted) > 1 and wanted <= state.agreed_to_meet


def _opened(event: Happened) -> State:
    told = event.told
    state = State(Kind(told["kind"]), event.on, told["matter"], told.get("area", ""), stage_since=event.on)
    state.facts = {"matter": told["matter"]}
    if state.area:
        state.facts["area"] = state.area
    _facts(state, event, told)
    if state.kind is Kind.MEDIATION:
        state.facts["adviser_contacted"] = event.on.isoformat()
    state.child = dict(told.get("child", {}))
    state.last_on = event.on
    if event.by.key in BODIES:
        state.known_to.add(event.by.key)
    return state


@_on(Step.RECORD_FACTS)
def _facts(state: State, _event: Happened, told: Told) -> None:
    for name, value in told.get("facts", {}).items():
        if value is None:
            state.facts.pop(name, None)
        else:
            state.facts[name] = value
    state.child.update(told.get("child", {}))
    somebody = state.people.get(told.get("key", ""))
    if somebody is not None:
        _describe(somebody, told)


def _describe(somebody: Somebody, told: Told) -> None:
    somebody.name = told.get("name", somebody.name)
    somebody.person_id = told.get("person_id", somebody.person_id)
    somebody.contact |= told.get("contact", {})
    somebody.needs = told.get("needs", somebody.needs)


@_on(Step.DECLINE_MEDIATION)
def _decline(state: State, event: Happened, _told: Told) -> None:
    state.facts |= {"wants_mediation": False, "adviser_told_no": event.on.isoformat()}
    for name in ("mediation_on", "adviser_told_cannot_arrange"):
        state.facts.pop(name, None)


@_on(Step.CHOOSE_MEDIATION)
def _choose(state: State, event: Happened, told: Told) -> None:
    state.facts["wants_mediation"] = True
    for name in ("adviser_told_no", "adviser_told_cannot_arrange", "authority_told", "commissioner_notified"):
        state.facts.pop(name, None)
    _facts(state, event, told)


@_on(Step.TELL_AUTHORITY)
def _tell_authority(state: State, event: Happened, _told: Told) -> None:
    state.known_to.add("authority")
    state.facts["authority_told"] = event.on.isoformat()


@_on(Step.TELL_COMMISSIONER)
def _tell_commissioner(state: State, event: Happened, _told: Told) -> None:
    state.known_to.add("commissioning_body")
    state.facts["commissioner_notified"] = event.on.isoformat()


@_on(Step.CANNOT_ARRANGE)
def _cannot(state: State, event: Happened, _told: Told) -> None:
    state.facts["adviser_told_cannot_arrange"] = event.on.isoformat()
    state.facts.pop("mediation_on", None)


@_on(Step.INVITE_PARTIES)
def _invite(state: State, _event: Happened, _told: Told) -> None:
    state.known_to |= {one.side for one in state.parties if one.side in BODIES}


@_on(Step.AGREE_TO_MEET)
def _agree(state: State, _event: Happened, told: Told) -> None:
    state.agreed_to_meet.add(told["party"])


@_on(Step.REFUSE_TO_MEET)
def _refuse(state: State, _event: Happened, told: Told) -> None:
    state.agreed_to_meet.discard(told["party"])
    state.refused_to_meet = told["party"]


@_on(Step.ADD_PERSON)
def _add(state: State, _event: Happened, told: Told) -> None:
    state.people[told["key"]] = Somebody(
        key=told["key"],
        role=Role(told["role"]),
        side=told["side"],
        party=told.get("party", False),
        person_id=told.get("person_id"),
        needs_consent=told.get("needs_consent", False),
    )
    _describe(state.people[told["key"]], told)


@_on(Step.END_PLACE)
def _leave(state: State, _event: Happened, told: Told) -> None:
    if told["key"] in state.people:
        state.people[told["key"]].present = False
    if told["key"] in BODIES:
        state.known_to.discard(told["key"])


@_on(Step.CONSENT_TO_PERSON)
def _consent(state: State, _event: Happened, told: Told) -> None:
    somebody = state.people[told["key"]]
    yes, no = somebody.consents, somebody.refuses
    (yes if told["consents"] else no).add(told["party"])
    (no if told["consents"] else yes).discard(told["party"])


@_on(Step.ASSIGN, Step.HAND_OVER)
def _assign(state: State, _event: Happened, told: Told) -> None:
    if told["work"] == "adviser":
        state.adviser_id = told["person_id"]
    else:
        state.mediator_id = told["person_id"]


@_on(Step.NAME_REPRESENTATIVE)
def _representative(state: State, _event: Happened, told: Told) -> None:
    state.representatives[told["side"]] = bool(told.get("can_decide"))


@_on(Step.GIVE_AVAILABILITY)
def _free(state: State, _event: Happened, told: Told) -> None:
    state.free[told["key"]] = tuple(told["free"])


@_on(Step.FIX_MEETING, Step.CHANGE_MEETING)
def _fix(state: State, event: Happened, told: Told) -> None:
    meeting = Meeting(date.fromisoformat(told["meeting_on"]), told["starts"], told["ends"], told["how"])
    if event.step is Step.CHANGE_MEETING and state.meetings:
        state.meetings[-1] = meeting
    else:
        state.meetings.append(meeting)
    _mediation_on(state, told["meeting_on"])


def _mediation_on(state: State, day: str | None) -> None:
    """The law asks for one mediation: meetings after it has ended change no fact."""
    if "mediation_concluded" in state.facts:
        return
    if day is None:
        state.facts.pop("mediation_on", None)
    else:
        state.facts["mediation_on"] = day


@_on(Step.GIVE_NOTICE)
def _notice(state: State, event: Happened, _told: Told) -> None:
    state.meetings[-1].notice_on = event.on


@_on(Step.CANCEL_MEETING, Step.MEETING_NOT_HELD)
def _off(state: State, _event: Happened, told: Told) -> None:
    state.meetings[-1].held = False
    state.meetings[-1].absent = tuple(told.get("absent", ()))
    _mediation_on(state, None)


@_on(Step.HOLD_MEETING)
def _held(state: State, event: Happened, told: Told) -> None:
    state.meetings[-1].held = True
    state.meetings[-1].absent = tuple(told.get("absent", ()))
    _mediation_on(state, event.on.isoformat())


@_on(Step.RECORD_OUTCOME)
def _outcome(state: State, event: Happened, told: Told) -> None:
    state.outcome = dict(told["outcome"])
    state.facts.setdefault("mediation_concluded", event.on.isoformat())


@_on(Step.DRAFT_AGREEMENT)
def _draft(state: State, _event: Happened, told: Told) -> None:
    version = state.agreement.version + 1 if state.agreement else 1
    state.agreement = Draft([_item(one) for one in told["items"]], version)


def _item(told: Told) -> Item:
    by = told.get("by")
    return Item(told["what"], told["who"], told["action"], date.fromisoformat(by) if by else None)


@_on(Step.APPROVE_AGREEMENT)
def _approve(state: State, _event: Happened, told: Told) -> None:
    if state.agreement is None or told["version"] != state.agreement.version:
        raise StepNotOpen("The agreement has changed since you read it. Read it again before you approve it.")
    state.agreement.approved.add(told["party"])


@_on(Step.MAKE_AGREEMENT)
def _made(state: State, event: Happened, _told: Told) -> None:
    if state.agreement is None:
        raise StepNotOpen("Write down what was agreed first.")
    state.agreement.made_on = event.on
    state.facts["agreement"] = {
        "made_on": event.on.isoformat(),
        "authority_was_party": any(one.side == "authority" for one in state.parties),
        "items": [
            {"action": item.action, **({"agreed_by": item.by.isoformat()} if item.by else {})}
            for item in state.agreement.items
        ],
    }


@_on(Step.REPORT_ACTION)
def _report(state: State, event: Happened, told: Told) -> None:
    assert state.agreement is not None  # the path has no other way here
    item = state.agreement.items[told["item"]]
    step = told.get("step", "")
    item.done[told["party"]] = told["done"]
    if told["done"]:
        item.steps_done[step] = event.on
    else:
        item.steps_done.pop(step, None)
    ends = [on for name, on in item.steps_done.items() if name in ENDS_A_THING]
    item.done_on = max(ends) if ends else None


@_on(Step.ISSUE_CERTIFICATE)
def _certificate(state: State, event: Happened, told: Told) -> None:
    state.known_to.add("authority")  # a copy goes to it
    state.certificates.append(Issued(told["number"], told["ground"], event.on))
    state.facts["certificate_issued"] = event.on.isoformat()


@_on(Step.RECORD_APPEAL)
def _appeal(state: State, event: Happened, _told: Told) -> None:
    state.facts["appeal_received"] = event.on.isoformat()


@_on(Step.LINK_CASE)
def _link(state: State, _event: Happened, told: Told) -> None:
    state.linked.append(told["reference"])


@_on(Step.CLAIM_EXPENSES)
def _claim(state: State, event: Happened, _told: Told) -> None:
    claimant = next((piece.owner for piece in event.pieces), event.by.key)  # an adviser claims for the family
    state.claims.append(Claim(event.number, claimant, event.on))


@_on(Step.COMPLAIN)
def _complain(state: State, event: Happened, _told: Told) -> None:
    complainant = next((piece.owner for piece in event.pieces), event.by.key)
    state.complaints.append(Claim(event.number, complainant, event.on))


@_on(Step.DECIDE_EXPENSES, Step.ANSWER_COMPLAINT)
def _decided(state: State, event: Happened, told: Told) -> None:
    for one in _waiting(state, event.step):
        if one.number == told["number"]:
            one.ended_on = event.on


def _waiting(state: State, step: Step) -> Iterable[Claim]:
    return state.claims if step is Step.DECIDE_EXPENSES else state.complaints


@_on(Step.SHARE)
def _share(state: State, _event: Happened, told: Told) -> None:
    state.shares.setdefault(told["number"], set()).add(told["with"])


@_on(Step.STOP_SHARING)
def _stop_sharing(state: State, _event: Happened, told: Told) -> None:
    state.shares.get(told["number"], set()).discard(told["with"])


@_on(Step.RECORD_VIEWS)
def _views(state: State, _event: Happened, told: Told) -> None:
    state.child_agrees = bool(told.get("may_be_read"))


@_on(Step.COME_OF_AGE)
def _of_age(state: State, event: Happened, _told: Told) -> None:
    state.of_age_at, state.parent_reads_on = event.number, False
    state.facts["acting"] = "young_person"
    for one in state.people.values():
        if one.role in (Role.PARENT, Role.YOUNG_PERSON):
            one.party = one.role is Role.YOUNG_PERSON


@_on(Step.CHOOSE_WHO_ACTS)
def _who_acts(state: State, _event: Happened, told: Told) -> None:
    state.parent_reads_on = told["who"] in ("parent_helps", "alternative_person")
    for one in state.people.values():
        if one.role is Role.PARENT:
            one.party = told["who"] == "alternative_person"
