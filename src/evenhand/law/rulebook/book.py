"""The rulebook as data: everything in a stable order, in values that JSON can hold."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from .. import advice
from ..bank_holidays import KNOWN_FROM, KNOWN_TO, bank_holidays
from ..calendars import REGULATIONS, TRIBUNAL
from ..citations import Citation
from ..mechanism.asking import Situation
from ..mechanism.outcomes import Outcome, Reason, Run
from ..mechanism.questions import BY_NAME
from ..mechanism.registry import CLOCKS, ROUTES, RULES, Clock, Route
from ..mechanism.rules import Rule, Version
from ..mechanism.steps import STEPS, Step, StepVersion
from ..rules import (
    attendance,
    expenses,
    forms,
    glance,
    independence,
    notices,
    proposals,
    publicity,
    unopposed,
)
from ..sources import LAW_AS_AT
from .condense import condensed
from .examples import EXAMPLES, Example
from .law_questions import LAW_QUESTIONS
from .parts import PART_OF_FILE, PARTS
from .read import READ
from .tables import TABLES

LOADED = (advice, attendance, expenses, forms, independence, notices, publicity, unopposed)
"""The files whose rules the registries hold once this is imported."""

Data = dict[str, Any]


def title_of(name: str) -> str:
    """A name in plain words.

    >>> title_of("five_clear_working_days_before")
    'Five clear working days before'
    """
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def citation(cite: Citation) -> Data:
    """A citation as data."""
    return {
        "id": cite.id,
        "label": cite.label,
        "url": cite.url,
        "confidence": cite.confidence,
        "in_force_from": cite.in_force_from,
        "in_force_to": cite.in_force_to,
    }


def _versions(versions: Sequence[Version] | Sequence[StepVersion]) -> list[Data]:
    return [
        {
            "since": version.since,
            "until": version.until,
            "sentence": version.sentence,
            "citations": [citation(cite) for cite in version.cites],
        }
        for version in versions
    ]


def _reasons(reasons: Sequence[Reason]) -> list[Data]:
    return [{"text": reason.text, "citations": [cite.id for cite in reason.cites]} for reason in reasons]


def end_as_data(outcome: object) -> Data:
    """What a way through a rule comes to, as data."""
    if isinstance(outcome, Run):
        return {
            "runs": outcome.pick != "stopped",
            "whose": outcome.whose,
            "pick": outcome.pick,
            "legs": [
                {"step": leg[0].name, "from": leg[1], "called": leg[2] if len(leg) > 2 else None}
                for leg in outcome.legs
            ],
            "because": _reasons(outcome.notes),
        }
    assert isinstance(outcome, Outcome)
    return {"says": outcome.state, "first": outcome.first, "because": _reasons(outcome.reasons)}


def _frozen(data: object) -> object:
    if isinstance(data, dict):
        return tuple((key, _frozen(value)) for key, value in data.items())
    if isinstance(data, list):
        return tuple(_frozen(value) for value in data)
    return data


def reasons_of_end(outcome: object) -> tuple[Reason, ...]:
    """Every reason that an end gives, those of its steps included."""
    if isinstance(outcome, Run):
        return (*(version.reason for leg in outcome.legs for version in leg[0].versions), *outcome.notes)
    assert isinstance(outcome, Outcome)
    return outcome.reasons


def _version_for(rule: Rule, answers: dict[str, str]) -> Version:
    for version in rule.versions[::-1]:
        if version.since is None or len(rule.versions) == 1 or answers.get(f"since:{version.since}") == "yes":
            return version
    raise AssertionError(f"No version of {rule.name!r} for {answers}.")


def _taken_if_unknown(rule: Rule, leaves: list[tuple[dict[str, str], object]]) -> dict[str, str]:
    """What the rule takes where a quality is not known; a question that is not here makes the answer depend."""
    taken: dict[str, str] = {}
    for answers, _ in leaves:
        codes = {BY_NAME[name].number: BY_NAME[name].code(answer) for name, answer in answers.items()}
        situation = Situation(codes)
        _version_for(rule, answers).function(situation)
        for question, unless, _ in situation.trail:
            if unless is not None and question.kind in ("choice", "quality"):
                taken.setdefault(question.name, unless)
    return taken


def _file(function: object) -> str:
    return str(getattr(function, "__module__", "")).rsplit(".", 1)[-1]


def _rule_entry(kind: str, rule: Rule) -> Data:
    leaves = list(rule.leaves())
    ends: dict[object, Data] = {}
    keyed = []
    for answers, outcome in leaves:
        data = end_as_data(outcome)
        key = _frozen(data)
        ends[key] = data
        keyed.append((answers, key))
    entry: Data = {
        "name": rule.name,
        "kind": kind,
        "part": PART_OF_FILE[_file(rule.versions[-1].function)],
        "title": title_of(rule.name),
        "sentence": rule.sentence,
        "versions": _versions(rule.versions),
        "asks": list(dict.fromkeys(name for answers, _ in leaves for name in answers)),
        "taken_if_unknown": _taken_if_unknown(rule, leaves),
        "leaves": len(leaves),
        "table": [
            {
                "when": {name: list(answers) for name, answers in line.when},
                "ways": line.ways,
                "then": ends[line.end],
            }
            for line in condensed(keyed)
        ],
        "examples": [_example(example) for example in EXAMPLES if example.of == (kind, rule.name)],
    }
    if isinstance(rule, Route):
        entry["governing_date"] = rule.date
    if isinstance(rule, Clock):
        entry["met_by"] = list(rule.met_by)
        entry["at"] = rule.at
        entry["moves_by_rule_12"] = rule.roll is not None
        entry["relaxed_in_2020"] = rule.relaxed
    return entry


def _step_entry(step: Step) -> Data:
    return {
        "name": step.name,
        "kind": "step",
        "part": PART_OF_FILE[_file(step.versions[-1].count)],
        "title": title_of(step.name),
        "sentence": step.sentence,
        "versions": _versions(step.versions),
        "calendar": step.calendar.name if step.calendar is not None else None,
        "other_reading": step.doubt or None,
        "relaxed_in_2020": step.relaxed,
        "examples": [_example(example) for example in EXAMPLES if example.of == ("step", step.name)],
    }


def _example(example: Example) -> Data:
    return {"given": dict(example.given), "says": dict(example.says), "because": example.because}


def kind_of_clock(clock: Clock) -> str:
    """`date` for a clock that answers carry, `limit` for one that only other rules ask about."""
    return "date" if clock.public else "limit"


@cache
def _entries() -> tuple[Data, ...]:
    entries = [
        *(_rule_entry("route", ROUTES[name]) for name in advice.ROUTE_ORDER),
        *(_rule_entry("limit", clock) for clock in CLOCKS.values() if not clock.public),
        *(_rule_entry("date", CLOCKS[name]) for name in advice.DATE_ORDER),
        *(_rule_entry("rule", rule) for rule in RULES.values()),
        *(_step_entry(step) for step in STEPS.values()),
    ]
    place = {part.key: number for number, part in enumerate(PARTS)}
    return tuple(sorted(entries, key=lambda entry: place[entry["part"]]))


def citations_used() -> dict[str, tuple[Citation, list[str]]]:
    """Every citation that a rule or a step rests on, with the names of those that do, in the order of their ids."""
    used: dict[str, tuple[Citation, list[str]]] = {}

    def use(cites: Sequence[Citation], name: str) -> None:
        for cite in cites:
            names = used.setdefault(cite.id, (cite, []))[1]
            if name not in names:
                names.append(name)

    for rule in (*ROUTES.values(), *CLOCKS.values(), *RULES.values()):
        for version in rule.versions:
            use(version.cites, rule.name)
        for _, outcome in rule.leaves():
            for reason in reasons_of_end(outcome):
                use(reason.cites, rule.name)
    for step in STEPS.values():
        for step_version in step.versions:
            use(step_version.cites, step.name)
    for one in glance.AT_A_GLANCE:
        use(one.cites, one.route)
    return {cite_id: (cite, sorted(names)) for cite_id, (cite, names) in sorted(used.items())}


@cache
def _book() -> Data:
    entries = _entries()
    used = citations_used()
    sure: dict[str, int] = {}
    for cite, _ in used.values():
        sure[cite.confidence] = sure.get(cite.confidence, 0) + 1
    asked = dict.fromkeys(name for entry in entries for name in entry.get("asks", ()))
    return {
        "law_as_at": LAW_AS_AT,
        "counts": {
            "routes": len(ROUTES),
            "dates": sum(clock.public for clock in CLOCKS.values()),
            "limits": sum(not clock.public for clock in CLOCKS.values()),
            "rules": len(RULES),
            "steps": len(STEPS),
            "versions": sum(len(entry["versions"]) for entry in entries),
            "leaves": sum(entry.get("leaves", 0) for entry in entries),
            "examples": sum(len(entry["examples"]) for entry in entries),
            "citations": dict(sorted(sure.items())),
        },
        "parts": [
            {
                "key": part.key,
                "title": part.title,
                "intro": part.intro,
                "tables": [table.as_data() for table in TABLES if table.part == part.key],
                "entries": [entry for entry in entries if entry["part"] == part.key],
            }
            for part in PARTS
        ],
        "questions": [
            {"name": q.name, "kind": q.kind, "words": q.words, "answers": list(q.answers), "fact": q.fact}
            for q in (BY_NAME[name] for name in asked)
        ],
        "law_questions": [question.as_data() for question in LAW_QUESTIONS],
        "citations": [{**citation(cite), "used_by": names} for cite, names in used.values()],
        "read": [source.as_data() for source in READ],
        "calendars": {
            "names": [
                {"name": calendar.name, "source": calendar.source} for calendar in (TRIBUNAL, REGULATIONS)
            ],
            "bank_holidays": {
                str(year): [day.isoformat() for day in sorted(bank_holidays(year))]
                for year in range(KNOWN_FROM.year, KNOWN_TO.year + 1)
            },
        },
        "at_a_glance": [
            {
                **{
                    name: getattr(one, name)
                    for name in ("route", "who", "about", "first", "to", "limit", "bars")
                },
                "citations": [citation(cite) for cite in one.cites],
            }
            for one in glance.AT_A_GLANCE
        ],
        "also": list(glance.ALSO),
        "proposals": [
            {
                "name": proposal.name,
                "title": proposal.title,
                "published_on": proposal.published_on,
                "would": list(proposal.would),
                "status": proposal.status,
                "read_at": list(proposal.read_at),
                "note": proposals.NOT_LAW,
            }
            for proposal in proposals.PROPOSALS
        ],
    }


def rulebook() -> Data:
    """The whole rulebook as data that JSON can hold, in a stable order. Do not change what it gives."""
    return _book()


def search(words: str | Sequence[str]) -> list[Data]:
    """The entries (rules, dates, routes, steps) that hold every one of the words, in the rulebook's order."""
    wanted = [word.casefold() for word in (words.split() if isinstance(words, str) else words)]
    return [entry for entry in _entries() if all(word in _text_of(entry) for word in wanted)]


def _text_of(entry: Data) -> str:
    said = [entry["name"], entry["title"], entry["part"]]
    for version in entry["versions"]:
        said += [version["sentence"], *(cite["label"] for cite in version["citations"])]
    for line in entry.get("table", ()):
        said += [reason["text"] for reason in line["then"]["because"]]
    return " ".join(said).casefold()
