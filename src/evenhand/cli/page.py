"""The page that `evenhand dates` prints: what to do next, the dates, the routes, and what was assumed."""

from datetime import date, timedelta

from evenhand.law import Advice

from .days_typed import in_full
from .said import DATES, DAY_MEANS, FIRST, INSTRUMENTS, LETTER, MATTERS, ROUTES, WHOSE, said
from .terminal import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from evenhand.law.answer import DateAnswer, RouteAnswer
    from evenhand.law.mechanism.outcomes import Reason

ELSEWHERE = "Who to ring stands in your council's Local Offer, and must stand in its letter."
NOT_ADVICE = "This is information about the law, not legal advice."


SCHOOL_DAYS = ("exclusion_review", "admission_appeal")
"""Routes whose limit is in school days: no day stands for it, so its words come first."""
NO_LIMIT = ("provision_by_setting", "authority_and_commissioner")
"""Matters for which the law sets no last day, but for a court's as a last resort."""
RING_EARLY = "Ring the adviser at least a week before: the certificate can take three working days, and the appeal needs it."
RING_TODAY = "Ring the adviser today: the certificate can take three working days, and the appeal needs it."


def written(
    page: Page, advice: Advice, facts: dict[str, object], assumed: list[str], before: tuple[str, ...] = ()
) -> str:
    """The whole page as text; `before` is what must be read first."""
    for sentence in before:
        page.line(sentence, "soon")
    if before:
        page.gap()
    _heading(page, facts, advice.as_of)
    _next(page, advice, str(facts["matter"]))
    _dates(page, advice)
    _open_routes(page, advice)
    _other_routes(page, advice)
    if assumed:
        _section(page, "Assumed")
        for sentence in assumed:
            page.line(f"- {sentence}", indent=2, hang=4)
    page.gap()
    page.line(f"{ELSEWHERE} {NOT_ADVICE}", "quiet")
    return page.text()


def _heading(page: Page, facts: dict[str, object], as_of: date) -> None:
    matter = str(facts["matter"])
    name, means = DAY_MEANS.get(matter, LETTER)
    about = f"plan contents, section {' '.join(sections)}" if (sections := facts.get("sections")) else ""  # type: ignore[arg-type]
    page.line(f"{means} {in_full(date.fromisoformat(str(facts[name])))}.", "head")
    page.line(f"The matter: {about or _matter(matter)}. As things stand on {in_full(as_of)}.")


def _matter(matter: str) -> str:
    words = matter.replace("_", " ")
    return words if matter in DAY_MEANS or "(" in MATTERS[matter] else f"{words} ({MATTERS[matter]})"


def _section(page: Page, title: str) -> None:
    page.gap()
    page.line(title, "head")


def _next(page: Page, advice: Advice, matter: str) -> None:
    steps = next_steps(advice, matter)
    if steps:
        _section(page, "What to do next")
    for place, step in enumerate(steps, 1):
        page.line(f"{place}. {step}", indent=2, hang=5)


def next_steps(advice: Advice, matter: str = "") -> list[str]:
    """What the family should do, the most pressing first; what stands in the answer, and nothing more."""
    governed = {route.date: route for route in advice.routes if route.date is not None}
    steps = [
        route.because[0].text
        for name in SCHOOL_DAYS
        if (route := advice.route(name)).state in ("open", "not_yet")
    ]
    if matter in NO_LIMIT:
        steps.append("The law sets no last day for this: talk, then complain, as below.")
    for found in _in_turn(advice):
        governs = governed.get(found.date)
        if found.whose != "family" or found.state not in ("ahead", "today"):
            continue
        if governs is None or governs.state in ("open", "not_yet"):
            first = (
                f" ({said(FIRST, governs.first)} comes first)"
                if governs is not None and governs.first
                else ""
            )
            resort = "Only as a last resort: " if found.date == COURT else ""
            steps.append(
                f"{resort}{said(DATES, found.date)}{first}: {_act_by(found, advice.as_of)}.{_beside(found, advice)}"
            )
    for late in (route for route in advice.routes if route.state == "late"):
        more = f" {_late_appeal(advice, matter)}" if late.route == "appeal" else ""
        steps.append(f"{late.because[0].text}{more}")
    return steps


COURT = "judicial_review"


def _in_turn(advice: Advice) -> list["DateAnswer"]:
    """The dates, soonest first; the court's at the end."""
    return sorted(shown(advice), key=lambda found: (found.date == COURT, found.safe_on or date.max))


def shown(advice: Advice) -> list["DateAnswer"]:
    """The dates of the answer; the court's is none beside an appeal, which the court would send them to."""
    appeal = advice.date("register_appeal") is not None
    return [found for found in advice.dates if not (appeal and found.date == COURT)]


def _without_certificate(advice: Advice) -> bool:
    appeal = advice.route("appeal")
    return (appeal.state, appeal.first) == ("not_yet", "certificate")


def _beside(found: "DateAnswer", advice: Advice) -> str:
    if found.date != "contact_adviser" or found.safe_on is None or not _without_certificate(advice):
        return ""
    early = found.safe_on - timedelta(7) >= advice.as_of
    return f" {RING_EARLY if early else RING_TODAY}"


def _late_appeal(advice: Advice, matter: str) -> str:
    """What to send, and what to ask for in it, where the time for an appeal has run out."""
    form = "SEND35A" if matter == "refusal_to_assess" else "SEND35"
    register = advice.date("register_appeal")
    leave = any("34(3)" in cite.label for cite in advice.route("appeal").because[0].cites)
    wanted = []
    if leave:
        wanted.append("for leave to appeal without a certificate")
    if register is not None and register.state == "passed":
        wanted.append("for more time")
    return f"Send form {form} today, ask in it {' and '.join(wanted)}, and give your full reasons."


def _act_by(found: "DateAnswer", as_of: date) -> str:
    if found.safe_on is None or found.on is None:
        return "the law sets no day"
    if found.safe_on >= as_of:
        return f"act by {in_full(found.safe_on)}"
    return f"act today, for the day to act by was {in_full(found.safe_on)}"


def _dates(page: Page, advice: Advice) -> None:
    _section(page, "Dates")
    found_dates = shown(advice)
    if not found_dates:
        page.line("No day runs, as far as is known.", indent=2)
    for place, found in enumerate(found_dates):
        if place:
            page.gap()
        _one_date(page, found, advice)


def _one_date(page: Page, found: "DateAnswer", advice: Advice) -> None:
    as_of = advice.as_of
    page.line(f"{said(DATES, found.date)} ({said(WHOSE, found.whose)})", "head", indent=2, hang=4)
    if found.state == "met":
        page.line("Done in time.", "act", indent=4)
    elif found.state == "passed" and found.date == "register_appeal" and _without_certificate(advice):
        page.line(
            "The two months are over, but a certificate gives one more month from its day: get it now.",
            "soon",
            indent=4,
        )
    elif found.state == "passed":
        page.line("The last day has passed.", "gone", indent=4)
    else:
        near = found.safe_on is not None and (found.safe_on - as_of).days <= 7
        page.line(_sentence(_act_by(found, as_of) + _left(found, as_of)), "soon" if near else "act", indent=4)
    if found.on is not None:
        page.line(f"Last day in law: {in_full(found.on)}{_hour(found.at)}.", indent=4, hang=6)
    for reason in found.because:
        page.line(f"- {reason.text} [{provisions(reason)}]", indent=4, hang=6)
    if found.caution is not None:
        other = found.caution.arguable_on
        arguable = f" The other day is {in_full(other)}." if other is not None else ""
        page.line(f"Take care: {found.caution.text}{arguable}", "soon", indent=4, hang=6)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _left(found: "DateAnswer", as_of: date) -> str:
    if found.safe_on is None or found.safe_on < as_of:
        return ""
    days = (found.safe_on - as_of).days
    return " (today)" if days == 0 else " (tomorrow)" if days == 1 else f" (in {days} days)"


def _hour(at: str | None) -> str:
    """`17:00` as people say it: by 5pm."""
    if at is None:
        return ""
    hour, minute = int(at[:2]), at[3:]
    return f", by {hour % 12 or 12}{'' if minute == '00' else '.' + minute}{'am' if hour < 12 else 'pm'}"


def provisions(reason: "Reason") -> str:
    """The provisions that a reason rests on, those of one instrument together, the doubtful ones marked."""
    found: dict[str, dict[str, list[str]]] = {}
    for cite in reason.cites:
        instrument, _, place = cite.label.rpartition(", ")
        kind, _, number = place.partition(" ")
        if not instrument:  # a case or a page: it is cited by its name alone
            instrument, kind, number = place, "", ""
        number = number if cite.confidence == "verified" else f"{number} ({cite.confidence})".lstrip()
        found.setdefault(INSTRUMENTS.get(instrument, instrument), {}).setdefault(kind, []).append(number)
    return "; ".join(", ".join([name, *_places(kinds)]) for name, kinds in found.items())


def _places(kinds: dict[str, list[str]]) -> list[str]:
    places = []
    for kind, numbers in kinds.items():
        many = f"{', '.join(numbers[:-1])} and {numbers[-1]}" if len(numbers) > 1 else numbers[0]
        places.append(f"{kind}{'s' if kind and len(numbers) > 1 else ''} {many}".strip())
    return [place for place in places if place]


def _open_routes(page: Page, advice: Advice) -> None:
    _section(page, "Open now")
    for route in advice.routes:
        if route.state == "open":
            _route(page, said(ROUTES, route.route), route)


def _other_routes(page: Page, advice: Advice) -> None:
    waiting = [route for route in advice.routes if route.state in ("not_yet", "late", "closed")]
    if waiting:
        _section(page, "Not now")
    for route in waiting:
        how = "too late as of right" if route.state == "late" else "closed"
        if route.state == "not_yet":
            how = f"after {said(FIRST, route.first or '')}"
        _route(page, f"{said(ROUTES, route.route)} ({how})", route)
    turns = [
        said(ROUTES, route.route)
        for route in advice.routes
        if route.state == "depends" and not (route.route == COURT and advice.date("register_appeal"))
    ]
    if turns:
        _section(page, "It depends on more than you said")
        page.line(
            f"{'; '.join(turns)}. evenhand advise takes every fact and says which is missing.", indent=2
        )


def _route(page: Page, name: str, route: "RouteAnswer") -> None:
    page.line(f"- {name}: {route.because[0].text} [{provisions(route.because[0])}]", indent=2, hang=4)
