"""`evenhand dates DAY`: the quick answer for a person, in a terminal."""

from datetime import date

from evenhand.law import Advice, FactsRefused, advise

from .days_typed import could_be_read_otherwise, day_typed, in_full
from .output import ANSWERED, Refusal, put, put_text
from .said import DAY_MEANS, LETTER, MATTERS
from .words import Words, nearest, sort_words

VALUES, DAYS = ("--matter", "--sections"), ("--certificate", "--today")
NO_DAY = "say on which day the council sent its letter: evenhand dates 15 June 2026"
WHICH_SECTIONS = "First say which sections of the plan are in dispute, for much turns on it:"
NOT_YET = "This day has not come yet"
READ_FIRST = (NOT_YET, WHICH_SECTIONS)
"""How those sentences begin that stand above the answer and not below it."""
NAMES = {
    "'notice_sent'": "the day of the letter",
    "'conduct_on'": "the day of the act",
    "'governors_decided_on'": "the day the governors decided",
    "'certificate_issued'": "--certificate",
    "'as_of'": "--today",
    "'sections'": "--sections",
}
"""How this command calls the facts that a refusal may name."""


def run(arguments: list[str]) -> int:
    """Print the dates and routes for a letter sent on the day that was typed. Raises `Refusal`."""
    words = sort_words("dates", arguments, values=VALUES, days=DAYS, flags=("--json",))
    facts, assumed = asked(words)
    before = tuple(sentence for sentence in assumed if sentence.startswith(READ_FIRST))
    assumed = [sentence for sentence in assumed if sentence not in before]
    try:
        advice = advise(facts)
    except FactsRefused as refused:
        raise Refusal(_in_own_words(str(refused))) from None
    if "--json" in words.flags:
        put(advice.json())
    else:
        put_text(_page(advice, facts, assumed, before))
    return ANSWERED


def _page(advice: Advice, facts: dict[str, object], assumed: list[str], before: tuple[str, ...]) -> str:
    from .page import written
    from .terminal import Page, may_colour, width

    return written(Page(wide=width(), colour=may_colour()), advice, facts, assumed, before)


def asked(words: Words) -> tuple[dict[str, object], list[str]]:
    """The facts, and a sentence for each thing that was assumed. Raises `Refusal`."""
    typed = " ".join(words.plain)
    if not typed.strip():
        raise Refusal(NO_DAY)
    day = day_typed(typed)
    assumed = _reading(typed, day)
    sections = _sections(words.values.get("--sections", ""))
    matter = _matter(words.values.get("--matter"), sections, assumed)
    name, _ = DAY_MEANS.get(matter, LETTER)
    facts: dict[str, object] = {"matter": matter, name: day.isoformat()}
    if sections:
        facts["sections"] = sections
    known = [day]
    if "--certificate" in words.values:
        certificate = _day_of_option(words, "--certificate", assumed)
        facts["certificate_issued"] = certificate.isoformat()
        known.append(certificate)
    facts["as_of"] = _as_of(words, max(known), assumed).isoformat()
    return facts, assumed


def _reading(typed: str, day: date) -> list[str]:
    if not could_be_read_otherwise(typed, day):
        return []
    return [f"{typed.strip()} is {in_full(day)}, the day first and then the month."]


def _sections(typed: str) -> list[str]:
    return typed.upper().replace(",", " ").split()


def _matter(typed: str | None, sections: list[str], assumed: list[str]) -> str:
    if typed is not None:
        matter = typed.strip().lower().replace("-", "_").replace(" ", "_")
        if matter not in MATTERS:
            raise Refusal(
                f"there is no matter '{typed[:60]}'.{nearest(matter, tuple(MATTERS))} See evenhand dates --help."
            )
        if matter == "plan_contents" and not sections:
            assumed.append(
                f"{WHICH_SECTIONS} add --sections B,F (or whichever). Without them this is for any section."
            )
        return matter
    if sections:
        return "plan_contents"
    assumed.append(
        "The council refused to assess. For another decision add --matter: evenhand dates --help lists them."
    )
    return "refusal_to_assess"


def _as_of(words: Words, newest: date, assumed: list[str]) -> date:
    """The day of asking: as typed, or today; where a day given is still to come, the day it will have come."""
    if "--today" in words.values:
        return _day_of_option(words, "--today", assumed)
    from evenhand.clock import today_in_london

    today = today_in_london()
    if newest > today:
        assumed.append(
            f"{NOT_YET}: {in_full(newest)} is still to come. The answer is worked out as on that day."
        )
        return newest
    return today


def _day_of_option(words: Words, option: str, assumed: list[str]) -> date:
    typed = words.values[option]
    try:
        day = day_typed(typed)
    except Refusal as refusal:
        raise Refusal(f"{option}: {refusal}") from None
    assumed += _reading(typed, day)
    return day


def _in_own_words(message: str) -> str:
    for name, words in NAMES.items():
        message = message.replace(name, words)
    return message
