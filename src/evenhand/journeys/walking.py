"""The walk: from the answers to the questions that they came from, the next one, and the facts.

It begins at the first question every time and asks the law at each step. So an answer whose question is no
longer asked is forgotten by itself, whatever was changed before it.
"""

from datetime import date
from typing import NamedTuple

from evenhand.law import Advice, FactsRefused

from .asking import Known
from .events import AGREED, DAY_PAGES, HAPPENED
from .letters import CONDUCT, LEARNED, LETTER, SENT, SENT_ON
from .matters import MATTER
from .model import NONE, Answer, Answers, Facts, Kind, Page
from .people import AREA, WHO
from .plans import ABOUT, SECTIONS, UNDER_WAY

PAGES = (
    MATTER,
    SECTIONS,
    CONDUCT,
    LETTER,
    SENT,
    SENT_ON,
    WHO,
    ABOUT,
    HAPPENED,
    *DAY_PAGES,
    AGREED,
    UNDER_WAY,
    LEARNED,
    AREA,
)
"""Every question, in the order in which it is asked if it is asked."""
BY_KEY = {page.key: page for page in PAGES}


class Step(NamedTuple):
    """A question that was asked, its answer, and what was known when it was asked."""

    page: Page
    answer: Answer
    known: Known


class Walk(NamedTuple):
    """How far the answers lead.

    `page` is the next question or None at the end; `refusal` says why the answer that was given to it cannot
    stand, and `refused` holds the facts that it came to; `human` is true where none of the matters fits, and a person has to be asked.
    """

    steps: tuple[Step, ...]
    page: Page | None
    known: Known
    refusal: FactsRefused | None = None
    refused: Facts | None = None
    human: bool = False

    @property
    def finished(self) -> bool:
        """Whether nothing is left to ask and the law can answer."""
        return self.page is None and not self.human

    @property
    def advice(self) -> Advice:
        """The law's answer at this point."""
        return self.known.advice

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers that still count."""
        return {step.page.key: step.answer for step in self.steps}

    def step(self, key: str) -> Step | None:
        """The step of that page, if it was taken."""
        return next((step for step in self.steps if step.page.key == key), None)

    def page_for(self, fact: str) -> Page | None:
        """The page that was or is asked for a fact: where a family can go to answer it."""
        reached = [*(step.page for step in self.steps), *([self.page] if self.page else [])]
        found = [page for page in reached if fact == page.fact]
        if found:
            return max(found, key=lambda page: page.kind is Kind.DATE)
        offered = self.step("happened")
        if offered and fact in (option.value for option in HAPPENED.choices(offered.known)):
            return HAPPENED
        return None


def begin(as_of: date) -> Walk:
    """The walk before the first answer."""
    return Walk((), MATTER, Known({}, {}, as_of))


def go_on(walked: Walk, answer: Answer) -> Walk:
    """One answer further. What the page could not have given, or the law refuses, leads no further."""
    page, known = walked.page, walked.known
    if page is None or not page.accepts(answer, known):
        return walked
    kept = {**known.answers, page.key: answer}
    after = Known({**known.facts, **page.gives(answer, known)}, kept, known.as_of)
    step = Step(page, answer, known)
    if page is MATTER and answer == NONE:
        return Walk((step,), None, after, human=True)
    try:
        found = _next(kept, after)
    except FactsRefused as refusal:
        return walked._replace(refusal=refusal, refused=after.facts)
    return Walk((*walked.steps, step), found, after)


def walk(answers: Answers, as_of: date) -> Walk:
    """Follow the answers as far as they go, on a day."""
    walked = begin(as_of)
    while walked.page is not None and (answer := answers.get(walked.page.key)) is not None:
        further = go_on(walked, answer)
        if further.page is walked.page:
            return further
        walked = further
    return walked


def _next(kept: Answers, known: Known) -> Page | None:
    """The first question that was not asked and could still change something. Raises `FactsRefused`."""
    known.advice  # noqa: B018  the law reads the facts here, and may refuse them
    return next((page for page in PAGES if page.key not in kept and page.asked(known)), None)


def next_page(answers: Answers, as_of: date) -> Page | None:
    """The next question; None at the end."""
    return walk(answers, as_of).page


def facts_of(answers: Answers, as_of: date) -> Facts:
    """The facts that the answers come to, as the law takes them; without `as_of` and without the area."""
    facts = walk(answers, as_of).known.facts
    return {name: value for name, value in facts.items() if name != "area"}


def trail(answers: Answers, as_of: date) -> tuple[Page, ...]:
    """The questions that were asked to come this far, in order."""
    return tuple(step.page for step in walk(answers, as_of).steps)


_KEPT_WITH_ANOTHER_MATTER = ("who", "area")
_HANGS_ON = {"letter": ("sent", "sent-on"), "sent": ("sent-on",)}


def changed(answers: Answers, key: str, answer: Answer) -> dict[str, Answer]:
    """The answers with one of them given or changed; what hung on the old one is forgotten."""
    if answers.get(key) == answer:
        return dict(answers)
    if key == MATTER.key:
        kept = {name: value for name, value in answers.items() if name in _KEPT_WITH_ANOTHER_MATTER}
    else:
        kept = {name: value for name, value in answers.items() if name not in _HANGS_ON.get(key, ())}
    return {**kept, key: answer}
