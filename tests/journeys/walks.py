"""Every walk through the questions, with answers that stand for all others."""

from collections.abc import Iterator
from datetime import date, timedelta

from evenhand.journeys import NEVER, NONE, UNKNOWN, Answer, Kind, Walk
from evenhand.journeys.asking import look
from evenhand.journeys.events import AGREED, DAY_PAGES, HAPPENED
from evenhand.journeys.letters import CONDUCT, LEARNED
from evenhand.journeys.matters import MATTER
from evenhand.journeys.plans import ABOUT, SECTIONS
from evenhand.journeys.walking import begin, go_on
from evenhand.law.facts import MATTERS

AS_OF = date(2026, 11, 16)
IN_TIME, TOO_LATE = date(2026, 10, 5), date(2026, 6, 15)
SECTIONS_TRIED: list[list[str]] = [["B", "F"], ["I", "C"], ["I"], ["C"], ["A"]]
ISSUES_TRIED: list[list[str]] = [
    ["education_issue"],
    ["health_issue"],
    ["education_issue", "social_care_issue"],
]
TOGETHER = (
    ["adviser_contacted", "certificate_issued"],
    ["adviser_contacted", "adviser_told_no", "certificate_issued", "appeal_received"],
    ["adviser_contacted", "authority_told", "mediation_on", "mediation_concluded", "agreement"],
    ["authority_told", "adviser_told_cannot_arrange"],
)
"""Things that happen together; each is tried by itself as well."""
DECISIVE = ("adviser_contacted", "certificate_issued")
"""Events whose day decides between routes: tried early, late and not known."""


def answers_to(walked: Walk) -> Iterator[Answer]:
    """Answers that stand for all that could be given to the next question."""
    page = walked.page
    assert page is not None
    values = [option.value for option in page.choices(walked.known)]
    if page is SECTIONS:
        yield from SECTIONS_TRIED
    elif page is ABOUT:
        yield from ISSUES_TRIED
    elif page is HAPPENED:
        yield from ([value] for value in values)
        yield from (both for both in TOGETHER if set(both) <= set(values))
    elif page is AGREED:
        yield ["assess", "other"]
        yield ["cease_plan"]
    elif page.kind is Kind.RADIOS:
        yield from values
    elif page.kind is Kind.DATE:
        yield from _days(walked)
    else:
        yield "ealing"
    if page not in DAY_PAGES or page.fact in DECISIVE:
        special = ((UNKNOWN, page.unknown), (NONE, page.none), (NEVER, page.never))
        yield from (word for word, words in special if words)


def _days(walked: Walk) -> Iterator[str]:
    """Days in time and out of it; of what follows the letter, one day soon after and one long after it."""
    assert walked.page is not None
    sent = walked.known.day("notice_sent")
    if walked.page in DAY_PAGES:
        place = DAY_PAGES.index(walked.page)
        yield min((sent or TOO_LATE) + timedelta(10 + place), AS_OF).isoformat()
        if walked.page.fact in DECISIVE:
            yield AS_OF.isoformat()
    elif walked.page in (CONDUCT, LEARNED):
        yield IN_TIME.isoformat()
    elif walked.page.key == "sent-on":
        assert sent is not None
        yield (sent + timedelta(4)).isoformat()
    else:
        yield from (IN_TIME.isoformat(), TOO_LATE.isoformat())


def every_walk(matters: tuple[str, ...] = MATTERS) -> Iterator[Walk]:
    """Every walk: each place on the way, and each end.

    Where two answers to one question leave the law with the same answer, the same things unknown and the
    same next question, the rest of the way is walked once.
    """
    pending = [begin(AS_OF)]
    while pending:
        walked = pending.pop()
        yield walked
        if walked.page is None or walked.refusal is not None:
            continue
        further: dict[object, Walk] = {}
        for answer in matters if walked.page is MATTER else answers_to(walked):
            then = go_on(walked, answer)
            further.setdefault(_alike(then), then)
        pending += further.values()


def _alike(walked: Walk) -> object:
    if walked.human or walked.refusal:
        return walked.human, str(walked.refusal)
    known = walked.known
    return (
        walked.page and walked.page.key,
        look(known.advice),
        known.unknowns,
        str(known.answers.get("happened")),
    )
