"""The parts of the case page: who is in it, the meeting, what came of it, and the papers; as far as it may be read."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from evenhand.casework.actions.meetings import HOW
from evenhand.casework.actions.outcomes import ACTIONS, RESULTS
from evenhand.casework.heart.dues import Due
from evenhand.casework.heart.history import BODIES
from evenhand.casework.heart.state import Somebody
from evenhand.casework.heart.steps import Step
from evenhand.casework.links import Purpose, purposes_for
from evenhand.people.policy import DataClass
from evenhand.web.agreements import STEPS

from .coming import DateLine, dates_of
from .readable import Readable, Told, compartments
from .saying import day
from .words import CONTENT, ROLES, SIDES

ISSUES = {"education_issue": "Education", "health_issue": "Health", "social_care_issue": "Social care"}
GROUNDS = {
    "took_part": "The family took part in mediation",
    "cannot_arrange": "The mediation could not be arranged in time",
    "does_not_wish": "The family does not wish to mediate",
}


class PersonLine(NamedTuple):
    """Somebody in the case; `lines` are labels and words, as far as they may be read.

    `change` is the address at which the reader changes how they are reached, and `follow` that at which they are sent
    a link to follow the case; empty where the reader may not.
    """

    name: str
    role: str
    left: bool
    lines: list[tuple[str, str]]
    change: str
    follow: str


class Paper(NamedTuple):
    """A document: its name, its compartment in words, the day, and its number in the reader’s own counting."""

    name: str
    kind: str
    owner: str
    on: date
    number: int


class ItemLine(NamedTuple):
    """One thing agreed, its dates, and what each side said of it."""

    what: str
    who: str
    action: str
    dues: list[DateLine]
    reports: list[str]


class Writing(NamedTuple):
    """Words in a compartment: the day, who wrote them, the words."""

    on: date
    by: str
    words: str


def people_of(readable: Readable) -> list[PersonLine]:
    """Everybody in the case, those who left last."""
    people = sorted(readable.seen.state.people.values(), key=lambda one: not one.present)
    return [_person(readable, one) for one in people]


def _person(readable: Readable, one: Somebody) -> PersonLine:
    known = readable.contacts.get(one.key, {})
    contact = known.get("contact", {})
    lines = [(_("Side"), str(SIDES.get(one.side, one.side)))] if not one.party else []
    lines += [
        (name.replace("_", " ").capitalize(), _worded(value)) for name, value in contact.items() if value
    ]
    if known.get("address"):
        lines.append((_("Address for letters"), known["address"]))
    if known.get("needs"):
        lines.append((_("Access needs"), known["needs"]))
    lines += _who_comes(readable, one)
    if waits := _consent(readable, one):
        lines.append((_("Consent (reg. 38)"), waits))
    role = str(SIDES[one.side] if one.key in BODIES else ROLES[one.role])
    name = readable.place_words(one.key)
    return PersonLine(name, role, not one.present, lines, _change(readable, one), _follow(readable, one))


def _may_change(readable: Readable, one: Somebody) -> bool:
    seen = readable.seen
    may = one.present and seen.may_write(DataClass.CONTACT_DETAILS, one.key)
    return may and Step.RECORD_FACTS in seen.steps()


def _change(readable: Readable, one: Somebody) -> str:
    if not _may_change(readable, one):
        return ""
    reference = readable.seen.case.reference
    return f"/workspace/cases/{reference}/do/{Step.RECORD_FACTS.value}?{urlencode({'person': one.key})}"


def _follow(readable: Readable, one: Somebody) -> str:
    if not _may_change(readable, one) or Purpose.FOLLOW not in purposes_for(readable.seen.state, one.key):
        return ""
    asked = urlencode({"what": f"{Purpose.FOLLOW.value} {one.key}"})
    return f"/workspace/cases/{readable.seen.case.reference}/arranging/ask?{asked}"


def _worded(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value)


def _who_comes(readable: Readable, one: Somebody) -> Iterator[tuple[str, str]]:
    """Who comes for a body, and if it was said that they can decide."""
    decides = readable.seen.state.representatives.get(one.side)
    if decides is None or not one.party:
        return
    named = [
        told.said for told in readable.of_steps(Step.NAME_REPRESENTATIVE) if told.said.get("side") == one.side
    ]
    if named and "representative" in named[-1]:
        who = ", ".join(part for part in (named[-1]["representative"], named[-1].get("post")) if part)
        yield _("Who comes"), who
    yield _("Can decide the issues"), _("Yes, it was confirmed") if decides else _("Not confirmed yet")


def _consent(readable: Readable, one: Somebody) -> str:
    """Whose consent to somebody is still missing, in words; empty where nobody is asked."""
    if not one.needs_consent or not one.present:
        return ""
    asked = [party.key for party in readable.seen.state.parties if party.key != one.key]
    refused = [readable.place_words(key) for key in asked if key in one.refuses]
    missing = [readable.place_words(key) for key in asked if key not in one.refuses | one.consents]
    if refused:
        return _("Not given by %(who)s") % {"who": ", ".join(refused)}
    if missing:
        return _("Still missing: %(who)s") % {"who": ", ".join(missing)}
    return _("Every party agrees")


def meeting_of(readable: Readable) -> list[tuple[str, str]]:
    """The meeting that is fixed or was last held; nothing where none is."""
    meeting = readable.seen.state.meeting
    if meeting is None:
        return []
    lines = [
        (_("Day"), day(meeting.on)),
        (_("Time"), _("%(starts)s to %(ends)s") % {"starts": meeting.starts, "ends": meeting.ends}),
        (_("How"), HOW.get(meeting.how, meeting.how)),
    ]
    for label, name in ((_("Place"), "place"), (_("Link"), "link"), (_("Access"), "access")):
        if said := readable.last_said(name, Step.FIX_MEETING, Step.CHANGE_MEETING):
            lines.append((label, said))
    lines.append((_("Notice"), day(meeting.notice_on) if meeting.notice_on else _("Not given yet")))
    if meeting.held is not None:
        lines.append((_("Held"), _("Yes") if meeting.held else _("No")))
    if meeting.absent:
        lines.append((_("Did not come"), ", ".join(readable.place_words(key) for key in meeting.absent)))
    return lines


def issues_of(readable: Readable) -> list[tuple[str, str]]:
    """What the mediation is about, and what came of it."""
    facts, lines = readable.seen.state.facts, []
    about = [words for name, words in ISSUES.items() if facts.get(name)]
    if about:
        lines.append((_("About"), ", ".join(about)))
    for label, name in (
        (_("Mediation issues"), "issues"),
        (_("Health provision wanted"), "health_provision"),
    ):
        if said := readable.last_said(name, Step.CHOOSE_MEDIATION):
            lines.append((label, said))
    for issue, result in (readable.last_said("outcome", Step.RECORD_OUTCOME) or {}).items():
        lines.append(
            (_("Outcome: %(issue)s") % {"issue": issue.replace("_", " ")}, RESULTS.get(result, result))
        )
    return lines


def agreement_of(readable: Readable, dues: list[Due], today: date) -> list[ItemLine]:
    """The things agreed, as they were last written down, with the date and the reports of each."""
    items = readable.last_said("items", Step.DRAFT_AGREEMENT) or []
    return [
        ItemLine(
            item["what"],
            readable.place_words(item["who"]),
            ACTIONS.get(item["action"], item["action"]),
            dates_of(
                [due for due in dues if due.name == "carry_out_agreement" and due.item == number], today
            ),
            _reports(readable, number),
        )
        for number, item in enumerate(items)
    ]


def _reports(readable: Readable, number: int) -> list[str]:
    reports = []
    for one in readable.of_steps(Step.REPORT_ACTION):
        if one.said.get("item") == number:
            who = readable.place_words(one.said["party"])
            done = _("done") if one.said["done"] else _("not done")
            step = one.said.get("step", "")
            done = f"{done} ({STEPS[step]})" if step else done
            reports.append(" ".join(part for part in (f"{who}: {done}.", one.said.get("words", "")) if part))
    return reports


def approvals_of(readable: Readable) -> tuple[list[str], list[str]]:
    """The parties who approved the agreement as it now reads, and those who have not yet."""
    drafts = readable.of_steps(Step.DRAFT_AGREEMENT)
    if not drafts or "items" not in drafts[-1].said:
        return [], []
    approved = {
        one.said["party"]
        for one in readable.of_steps(Step.APPROVE_AGREEMENT)
        if one.said.get("version") == len(drafts)
    }
    parties = readable.seen.state.parties
    return (
        [readable.place_words(one.key) for one in parties if one.key in approved],
        [readable.place_words(one.key) for one in parties if one.key not in approved],
    )


def certificates_of(readable: Readable) -> list[tuple[date, str, str]]:
    """Each certificate: the day, its number, its ground."""
    return [
        (one.event.on, one.said["number"], GROUNDS.get(one.said["ground"], one.said["ground"]))
        for one in readable.of_steps(Step.ISSUE_CERTIFICATE)
        if "number" in one.said
    ]


def papers_of(readable: Readable) -> list[Paper]:
    """The documents that may be read."""
    papers = []
    for one in readable.of_steps(Step.ADD_DOCUMENT):
        for piece in one.pieces:
            body = piece.body or {}
            if "file" in body:
                number = readable.numbers[one.event.number]  # only what is read is counted
                owner = readable.place_words(piece.owner)
                papers.append(
                    Paper(body["name"], str(CONTENT[piece.data_class]), owner, one.event.on, number)
                )
    return papers


def writings_of(readable: Readable) -> list[tuple[str, list[Writing]]]:
    """What was written, by compartment: the plain name of each compartment in front, the newest writing first."""
    found: dict[str, list[Writing]] = {}
    for data_class, owner, told, words in compartments(readable):
        found.setdefault(compartment_words(readable, data_class, owner), []).append(
            _writing(readable, told, words)
        )
    return [(name, writings[::-1]) for name, writings in found.items()]


def _writing(readable: Readable, told: Told, words: str) -> Writing:
    return Writing(told.event.on, readable.who_did(told.event.by), words)


def compartment_words(readable: Readable, data_class: DataClass, owner: str) -> str:
    """The plain name of a compartment: `Adviser’s record: Cerys Example`."""
    kind = str(CONTENT[data_class])
    if data_class in (DataClass.SAFEGUARDING, DataClass.CHILDS_VIEWS):
        return kind
    return f"{kind}: {readable.place_words(owner)}"
