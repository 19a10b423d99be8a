"""The rulebook as pages: Markdown that mkdocs renders, one page for each part of the law."""

import re
from datetime import date
from typing import Any

from ..citations import SECONDARY, UNVERIFIED, VERIFIED
from ..rules.decisions import APPEALABLE
from .book import Data, rulebook

REMAKE = "`python -m evenhand.law.rulebook`"
HOW_SURE = {
    VERIFIED: "verified: we read the words, or an official statement of them",
    SECONDARY: "secondary: a page that can be relied on states it; we have not seen the words",
    UNVERIFIED: "**unverified**: recalled, not read; check it before you rely on it",
}
KINDS = {
    "route": "A way that may be taken",
    "date": "A last day",
    "limit": "A limit that other rules ask about",
    "rule": "A rule",
    "step": "A count of days",
}
SHORT = {
    "cfa-2014": "CFA 2014 s ",
    "send-regs-2014": "SEND Regs reg ",
    "send-regs-2014-schedules": "SEND Regs Sch ",
    "hesc-rules-2008": "Tribunal Rules r ",
    "recommendations-regs-2017": "SI 2017/1306 reg ",
    "send-amendment-regs-2015": "SI 2015/359 reg ",
    "equality-act-2010": "EqA 2010 Sch 17 para ",
    "send-code-2015": "Code ",
    "lga-1974": "LGA 1974 s ",
    "ea-1996": "EA 1996 s ",
    "ea-2002": "EA 2002 s ",
    "ca-1989": "CA 1989 s ",
    "cpr-1998": "CPR r ",
    "send-forms": "form ",
    "detained-regs-2015": "SI 2015/62 reg ",
    "exclusion-regs-2012": "SI 2012/1033 reg ",
    "nhs-complaints-2009": "SI 2009/309 reg ",
    "ofsted-complaints": "EA 2005 s ",
    "admission-appeals-code": "Admission Appeals Code ",
    "hca-2022": "Health and Care Act 2022",
    "kumar-2020": "Kumar [2020] EWHC 3326 (Admin)",
    "ashdown-house-2019": "Ashdown House v JKL",
    "cm-surrey-2014": "CM v Surrey [2014] UKUT 4 (AAC)",
    "mm-greenwich-2024": "MM v Greenwich [2024] UKUT 179 (AAC)",
    "send-mediator-standards-2018": "Mediators' professional standards",
    "dodds-1981": "Dodds v Walker",
}
MARKS = {VERIFIED: "", SECONDARY: " (secondary)", UNVERIFIED: " (**unverified**)"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
BEGAN = "1 September 2014"
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://[^\s;)]+")


def day_in_words(iso: str) -> str:
    """A day as a page writes it.

    >>> day_in_words("2026-06-15")
    '15 June 2026'
    """
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _table(columns: tuple[str, ...] | list[str], rows: list[list[str]]) -> list[str]:
    return [
        "| " + " | ".join(columns) + " |",
        "|" + " --- |" * len(columns),
        *("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows),
        "",
    ]


def _words_of_question(name: str) -> str:
    kind, _, about = name.partition(":")
    plain = (about or name).replace("_", " ")
    if kind == "event":
        return f"{plain} is known"
    if kind == "passed":
        return f"the last day of “{plain}” has passed"
    if kind == "missed":
        return f"“{plain}” was missed"
    if kind == "since":
        return f"on or after {day_in_words(about)}"
    return plain


def _listed(words: list[str]) -> str:
    plain = [word.replace("_", " ") for word in words]
    return plain[0] if len(plain) == 1 else f"{', '.join(plain[:-1])} or {plain[-1]}"


def _answers(answers: list[str], every: list[str]) -> str:
    others = [answer for answer in every if answer not in answers]
    if others and len(others) < len(answers) and len(others) <= 2:
        return "anything but " + _listed(others)
    if len(every) > len(APPEALABLE) and all(matter in answers for matter in APPEALABLE):
        return _listed(
            ["one of the six decisions", *(answer for answer in answers if answer not in APPEALABLE)]
        )
    return _listed(answers)


Condition = tuple[str, list[str]]


def _when(lines: list[Data], answers: dict[str, list[str]]) -> list[str]:
    """The conditions of each line; those that it shares with the line above are a dot each."""
    cells: list[str] = []
    above: list[Condition] = []
    for line in lines:
        own: list[Condition] = list(line["when"].items())
        shared = 0
        while shared < min(len(own) - 1, len(above)) and own[shared] == above[shared]:
            shared += 1
        told = [
            f"{_words_of_question(name)}: {_answers(given, answers[name])}" for name, given in own[shared:]
        ]
        cells.append(" ".join(["·"] * shared + ["; ".join(told) or "always"]))
        above = own
    return cells


def _short(cite_id: str, citations: dict[str, Data]) -> str:
    key, _, number = cite_id.partition("/")
    cite = citations[cite_id]
    text = f"{SHORT[key]}{number}".strip() if key in SHORT else str(cite["label"])
    linked = f"[{text}]({cite['url']})" if cite["url"] else text
    return linked + MARKS[cite["confidence"]]


def _because(reasons: list[Data], citations: dict[str, Data]) -> str:
    return " ".join(
        f"{reason['text']} ({', '.join(_short(cite, citations) for cite in reason['citations'])})"
        for reason in reasons
    )


PICKS = {"latest": "the later of", "earliest": "the earlier of", "each": "each of", "none": "no day in law"}


def _then(then: Data, citations: dict[str, Data]) -> str:
    because = _because(then["because"], citations)
    if "says" in then:
        first = f" ({then['first'].replace('_', ' ')} first)" if then["first"] else ""
        return f"**{then['says'].replace('_', ' ')}**{first}. {because}".strip()
    if not then["runs"]:
        return "does not run"
    legs = [
        f"“{leg['step'].replace('_', ' ')}”, counted from “{leg['from'].replace('_', ' ')}”"
        + (f" ({leg['called']})" if leg["called"] else "")
        for leg in then["legs"]
    ]
    pick = [PICKS[then["pick"]]] if len(legs) != 1 else []
    said = " ".join([*pick, *(["; ".join(legs)] if legs else [])])
    return f"**{then['whose'].replace('_', ' ')}**: {said}. {because}".strip()


def _in_force(version: Data) -> str:
    since = day_in_words(version["since"]) if version["since"] else BEGAN
    return f"{since} to {day_in_words(version['until'])}" if version["until"] else f"from {since}"


def _version_table(entry: Data) -> list[str]:
    several = len(entry["versions"]) > 1
    rows = []
    for version in entry["versions"]:
        for place, cite in enumerate(version["citations"]):
            first = place == 0
            label = f"[{cite['label']}]({cite['url']})" if cite["url"] else cite["label"]
            words = [version["sentence"] if first else ""] if several else []
            rows.append(
                [
                    _in_force(version) if first else "",
                    *words,
                    label,
                    HOW_SURE[cite["confidence"]].split(":")[0],
                ]
            )
    return _table(
        ["in force", *(["in the words of that time"] if several else []), "provision", "how sure"], rows
    )


def _value(value: Any) -> str:
    if value is None:
        return "known not to have happened"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return day_in_words(value) if _ISO.fullmatch(value) else value.replace("_", " ")
    if isinstance(value, list):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_value(item)}" for key, item in value.items())
    return str(value)


def _given(given: Data) -> str:
    if set(given) == {"day"}:
        return _value(given["day"])
    return "; ".join(f"{_words_of_question(name)}: {_value(value)}" for name, value in given.items())


def _says(says: Data) -> str:
    if "last_day" in says:
        other = f" (other reading: {_value(says['other_reading'])})" if "other_reading" in says else ""
        return _value(says["last_day"]) + other
    if "on" in says:
        arguable = f" (arguable: {_value(says['arguable_on'])})" if "arguable_on" in says else ""
        return _value(says["on"]) + arguable
    if "state" in says:
        return _value(says["state"]) + (f", {_value(says['first'])} first" if "first" in says else "")
    if "legs" in says:
        return f"{_value(says['whose'])}: {_value(says['legs'])}"
    return _value(says["value"])


def _facts_of_entry(entry: Data) -> list[str]:
    facts = []
    if entry["kind"] == "route" and entry["governing_date"]:
        facts.append(f"Its date: {entry['governing_date'].replace('_', ' ')}.")
    if entry.get("met_by"):
        facts.append(f"Met by: {', '.join(name.replace('_', ' ') for name in entry['met_by'])}.")
    if entry.get("at"):
        facts.append(f"By {entry['at']} on the last day.")
    if entry.get("moves_by_rule_12"):
        facts.append("Rule 12 moves its last day over weekends, August and Christmas.")
    if entry.get("calendar"):
        facts.append(f"Working days of the calendar “{entry['calendar']}”.")
    if entry.get("relaxed_in_2020"):
        facts.append("Relaxed from 1 May to 25 September 2020 by SI 2020/471.")
    if entry.get("other_reading"):
        facts.append(f"Open to another reading: {entry['other_reading']}")
    if entry.get("taken_if_unknown"):
        taken = "; ".join(
            f"{_words_of_question(name)}: {answer.replace('_', ' ')}"
            for name, answer in entry["taken_if_unknown"].items()
        )
        facts.append(f"Where it is not known, taken as: {taken}.")
    return facts


def entry_as_markdown(entry: Data) -> str:
    """One rule, date, route or step as it stands on its page."""
    book = rulebook()
    return "\n".join(
        _entry(
            entry,
            {cite["id"]: cite for cite in book["citations"]},
            {question["name"]: question["answers"] for question in book["questions"]},
        )
    )


def _entry(entry: Data, citations: dict[str, Data], answers: dict[str, list[str]]) -> list[str]:
    kind = KINDS[entry["kind"]].lower()
    lines = [f"### {entry['title']}: {kind}", "", f"**{entry['sentence']}**", ""]
    lines += _version_table(entry)
    if facts := _facts_of_entry(entry):
        lines += [*(f"- {fact}" for fact in facts), ""]
    if "table" in entry:
        ways = entry["leaves"]
        lines += [f"{ways} {'way' if ways == 1 else 'ways'} through it:", ""]
        lines += _table(
            ["when", "then", "ways"],
            [
                [when, _then(line["then"], citations), str(line["ways"])]
                for when, line in zip(_when(entry["table"], answers), entry["table"], strict=True)
            ],
        )
    if entry["examples"]:
        lines += ["Worked by hand:", ""]
        lines += _table(
            ["given", "says", "because"],
            [
                [_given(example["given"]), _says(example["says"]), example["because"]]
                for example in entry["examples"]
            ],
        )
    lines += [f"In the code: `{entry['name']}`.", ""]
    return lines


HEADINGS = (
    ("route", "Ways"),
    ("limit", "Limits that other rules ask about"),
    ("date", "Last days"),
    ("rule", "Rules"),
    ("step", "How the days are counted"),
)


def _part_page(part: Data, citations: dict[str, Data], answers: dict[str, list[str]]) -> list[str]:
    lines = [f"# {part['title']}", "", part["intro"], ""]
    for table in part["tables"]:
        lines += [f"## {table['title']}", "", *_table(table["columns"], table["rows"])]
    for kind, heading in HEADINGS:
        entries = [entry for entry in part["entries"] if entry["kind"] == kind]
        if entries:
            lines += [f"## {heading}", ""]
            for entry in entries:
                lines += _entry(entry, citations, answers)
    return lines


def _index(book: Data) -> list[str]:
    counts = book["counts"]
    sure = ", ".join(f"{number} {name}" for name, number in counts["citations"].items())
    return [
        "# The rulebook",
        "",
        f"Every rule that Evenhand's answers rest on, checked up to {day_in_words(book['law_as_at'])}: what it says, since "
        "when, under which provision, how sure we are that we read it right, every way through it, and an example worked "
        "by hand. The pages are made from the rules themselves, so they cannot differ from them.",
        "",
        "It describes the law of England. It is not legal advice about anybody's case.",
        "",
        "## Pages",
        "",
        *_table(
            ["page", "what it is about"],
            [
                *([f"[{part['title']}]({part['key']}.md)", part["intro"]] for part in book["parts"]),
                [
                    "[The routes at a glance](glance.md)",
                    "Every route side by side, and what stands in the way of what.",
                ],
                [
                    "[Calendars](calendars.md)",
                    "What a working day is, and the bank holidays that are counted.",
                ],
                [
                    "[Open questions of law](questions.md)",
                    "Where the law has two readings, and which one is taken.",
                ],
                ["[Questions that the rules ask](asked.md)", "Every question, its words and its answers."],
                ["[Proposals](proposals.md)", "What was proposed in 2026. None of it is law."],
                ["[Sources](sources.md)", "What was read, where, and how sure we are of each provision."],
            ],
        ),
        "## How sure",
        "",
        *(f"- {words}" for words in HOW_SURE.values()),
        "",
        "A date that rests on an unverified or secondary limit says so in its answer.",
        "",
        "## How to read a decision table",
        "",
        "Each line is for the answers that stand in it. A dot at the beginning of a line stands for a condition of the "
        "line above that holds for this line too. A question that is not in a line makes no difference there. The last "
        "column counts the ways through the rule that the line stands for; a test holds that they are all of them.",
        "",
        "The six decisions are those of section 51(2) of the Children and Families Act 2014: "
        "[Decisions](decisions.md). Where no day is given, a version is in force from 1 September 2014, when this law began.",
        "",
        "## How many",
        "",
        *_table(
            ["what", "number"],
            [
                ["ways (routes)", str(counts["routes"])],
                ["last days (dates)", str(counts["dates"])],
                ["limits that other rules ask about", str(counts["limits"])],
                ["rules beside the advice", str(counts["rules"])],
                ["counts of days (steps)", str(counts["steps"])],
                ["versions in time", str(counts["versions"])],
                ["ways through all the rules", str(counts["leaves"])],
                ["examples worked by hand", str(counts["examples"])],
                ["provisions cited", f"{len(book['citations'])}: {sure}"],
            ],
        ),
    ]


def _questions_page(book: Data) -> list[str]:
    lines = [
        "# Open questions of law",
        "",
        "Where the law can be read in two ways, both readings stand here, and the one that the engine takes. It takes the "
        "one that is safe for the family, and shows the other day where there is one.",
        "",
    ]
    for question in book["law_questions"]:
        lines += [
            f"## LAW-QUESTION({question['number']:03}): {question['title']}",
            "",
            f"Turns on {question['turns_on']}.",
            "",
            f"- One reading: {question['one']}",
            f"- The other: {question['other']}",
            f"- **Taken:** {question['taken']}",
            "",
        ]
    return lines


def _asked_page(book: Data) -> list[str]:
    return [
        "# Questions that the rules ask",
        "",
        "A rule asks questions, each with few answers, so that every rule is a table. A question about something that "
        "happened is answered no where it is not known to have happened.",
        "",
        *_table(
            ["question", "name in the code", "answers"],
            [
                [
                    question["words"],
                    f"`{question['name']}`",
                    ", ".join(a.replace("_", " ") for a in question["answers"]),
                ]
                for question in book["questions"]
            ],
        ),
    ]


def _calendars_page(book: Data) -> list[str]:
    calendars = book["calendars"]
    holidays = calendars["bank_holidays"]
    years = list(holidays)
    return [
        "# Calendars",
        "",
        "A working day belongs to a named calendar. Both calendars leave out Saturdays, Sundays, Good Friday, Christmas "
        "Day and bank holidays in England; they are two, because one may change without the other.",
        "",
        *_table(
            ["calendar", "where it comes from"],
            [[item["name"], item["source"]] for item in calendars["names"]],
        ),
        "A month ends on the same-numbered day, or on the last day of a month that has no such day (Dodds v Walker "
        "[1981] 1 WLR 1027). A period “after” or “from” a day leaves that day out; one “beginning with” a day counts it.",
        "",
        "The Tribunal's closed days are those of August and from 25 December to 1 January.",
        "",
        "## Bank holidays in England",
        "",
        f"The list runs from {years[0]} to {years[-1]}. Beyond it the ordinary pattern is used, and an answer that counts "
        "on it says that it may move.",
        "",
        *_table(
            ["year", "bank holidays on Mondays to Fridays, Good Friday and Christmas Day among them"],
            [
                [year, ", ".join(day_in_words(day).rsplit(" ", 1)[0] for day in days)]
                for year, days in holidays.items()
            ],
        ),
    ]


def _glance_page(book: Data, citations: dict[str, Data]) -> list[str]:
    lines = [
        "# The routes at a glance",
        "",
        "Usually more than one route may be taken. Where one stands in the way of another, its last line says so.",
        "",
    ]
    for one in book["at_a_glance"]:
        lines += [
            f"## {one['route'].replace('_', ' ').capitalize()}",
            "",
            *_table(
                ["what", "how it is"],
                [
                    ["who may take it", one["who"]],
                    ["about what", one["about"]],
                    ["what comes first", one["first"]],
                    ["to whom", one["to"]],
                    ["by when", one["limit"]],
                    ["what it bars, and what bars it", one["bars"]],
                    [
                        "where it stands",
                        ", ".join(_short(cite["id"], citations) for cite in one["citations"]),
                    ],
                ],
            ),
        ]
    lines += ["## Other voices", "", *(f"- {words}" for words in book["also"]), ""]
    return lines


def _proposals_page(book: Data) -> list[str]:
    lines = [
        "# Proposals of 2026",
        "",
        "**None of this is law.** No rule reads it and no answer uses it. Nothing stored after the summer of 2026 was "
        "found, so how it went on is not known here.",
        "",
    ]
    for proposal in book["proposals"]:
        lines += [
            f"## {proposal['title']} ({day_in_words(proposal['published_on'])})",
            "",
            f"*{proposal['note']}*",
            "",
            "It would:",
            "",
            *(f"- {would};" for would in proposal["would"][:-1]),
            f"- {proposal['would'][-1]}.",
            "",
            proposal["status"],
            "",
            "Read at: " + ", ".join(f"<{address}>" for address in proposal["read_at"]) + ".",
            "",
        ]
    return lines


def _sources_page(book: Data) -> list[str]:
    lines = [
        "# Sources",
        "",
        f"What was read, up to {day_in_words(book['law_as_at'])}, and how sure we are of each provision that a rule rests "
        "on. Nothing made after the summer of 2026 was found; that is no proof that there is nothing.",
        "",
        "## Provisions, by how sure we are",
        "",
    ]
    for confidence, words in HOW_SURE.items():
        cites = [cite for cite in book["citations"] if cite["confidence"] == confidence]
        lines += [f"### {confidence.capitalize()}: {len(cites)}", "", words + ".", ""]
        lines += _table(
            ["provision", "in force", "rests on it"],
            [
                [
                    f"[{cite['label']}]({cite['url']})" if cite["url"] else cite["label"],
                    f"{day_in_words(cite['in_force_from'])} to {day_in_words(cite['in_force_to'])}"
                    if cite["in_force_to"]
                    else f"from {day_in_words(cite['in_force_from'])}",
                    ", ".join(name.replace("_", " ") for name in cite["used_by"]),
                ]
                for cite in cites
            ],
        )
    lines += ["## What was read", ""]
    lines += _table(
        ["key", "kind", "where"],
        [[source["key"], source["kind"], _ADDRESS.sub(_linked, source["where"])] for source in book["read"]],
    )
    return lines


def _linked(found: re.Match[str]) -> str:
    address = found.group(0)
    return address if "..." in address else f"<{address}>"


def as_markdown() -> dict[str, str]:
    """Every page of `docs/law` by its file name, in a stable order."""
    book = rulebook()
    citations = {cite["id"]: cite for cite in book["citations"]}
    answers = {question["name"]: question["answers"] for question in book["questions"]}
    pages = {
        "index.md": _index(book),
        **{f"{part['key']}.md": _part_page(part, citations, answers) for part in book["parts"]},
        "glance.md": _glance_page(book, citations),
        "calendars.md": _calendars_page(book),
        "questions.md": _questions_page(book),
        "asked.md": _asked_page(book),
        "proposals.md": _proposals_page(book),
        "sources.md": _sources_page(book),
    }
    foot = ["---", "", f"*Made from the rules by {REMAKE}; do not edit by hand.*", ""]
    return {name: "\n".join([*lines, *foot]) for name, lines in pages.items()}
