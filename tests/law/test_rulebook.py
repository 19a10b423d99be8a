"""The rulebook and the sweep: every rule, over everything that it can ask.

The numbers of `leaves.json` are pinned: a rule that gains or loses a way through it is seen. To write them anew:

    .venv/bin/python -m tests.law.test_rulebook
"""

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from evenhand.law import advise
from evenhand.law.advice import RULE_FILES
from evenhand.law.citations import SECONDARY, UNVERIFIED, VERIFIED
from evenhand.law.mechanism.outcomes import Finding, Outcome, Run
from evenhand.law.mechanism.registry import CLOCKS, ROUTES, RULES
from evenhand.law.mechanism.steps import STEPS
from evenhand.law.rulebook import as_markdown, entry_as_markdown, rulebook, search
from evenhand.law.rulebook.book import citations_used, kind_of_clock, reasons_of_end
from evenhand.law.rulebook.condense import condensed
from evenhand.law.rulebook.examples import EXAMPLES
from evenhand.law.rulebook.law_questions import LAW_QUESTIONS
from evenhand.law.rulebook.tables import DECISIONS, HOLDERS, SECTIONS
from evenhand.law.rules import proposals
from evenhand.law.rules.decisions import APPEALABLE
from evenhand.law.rules.holders import school_age_ends

LEAVES = Path(__file__).with_name("leaves.json")
REMAKE = "Write them anew with: .venv/bin/python -m tests.law.test_rulebook"
PAGES = Path(__file__).parents[2] / "docs" / "law"
SOURCE = Path(__file__).parents[2] / "src" / "evenhand" / "law"

SITUATION_RULES = {
    **{f"route {name}": rule for name, rule in ROUTES.items()},
    **{f"{kind_of_clock(clock)} {name}": clock for name, clock in CLOCKS.items()},
    **{f"rule {name}": rule for name, rule in RULES.items()},
}
EVERYTHING = {**SITUATION_RULES, **{f"step {name}": step for name, step in STEPS.items()}}

situation_rules = pytest.mark.parametrize("rule", SITUATION_RULES.values(), ids=SITUATION_RULES)
everything = pytest.mark.parametrize("rule", EVERYTHING.values(), ids=EVERYTHING)


def leaves_now():
    return {name: sum(1 for _ in rule.leaves()) for name, rule in SITUATION_RULES.items()}


def day(iso):
    return date.fromisoformat(iso)


# ---- the sweep


@situation_rules
class TestEverySituationRule:
    def test_every_way_through_it_has_one_end(self, rule):
        seen = set()
        for answers, outcome in rule.leaves():
            way = tuple(answers.items())
            assert way not in seen
            seen.add(way)
            assert isinstance(outcome, Outcome | Run)

    def test_every_reason_is_cited(self, rule):
        for answers, outcome in rule.leaves():
            reasons = reasons_of_end(outcome)
            assert reasons or getattr(outcome, "pick", "") == "stopped", answers
            for reason in reasons:
                assert reason.cites
                assert all(cite.label for cite in reason.cites)
                assert reason.rule in {*ROUTES, *CLOCKS, *RULES, *STEPS, "rule_12"}, reason

    def test_ways_that_end_differently_are_never_put_together(self, rule):
        lines = condensed((answers, place) for place, (answers, _) in enumerate(rule.leaves()))
        assert [line.end for line in lines] == list(range(len(lines)))
        assert all(line.ways == 1 for line in lines)

    def test_each_way_fits_exactly_one_line_of_its_table(self, rule):
        def key(outcome):
            return (outcome.key, tuple(reason.text for reason in reasons_of_end(outcome)))

        leaves = [(answers, key(outcome)) for answers, outcome in rule.leaves()]
        lines = condensed(leaves)
        assert sum(line.ways for line in lines) == len(leaves)
        for answers, end in leaves:
            fitting = [line for line in lines if all(answers.get(name) in given for name, given in line.when)]
            assert [line.end for line in fitting] == [end]


@everything
class TestEveryRule:
    def test_says_why_in_one_sentence(self, rule):
        for version in rule.versions:
            assert_one_sentence(version.sentence)

    def test_is_cited(self, rule):
        assert all(version.cites for version in rule.versions)

    def test_has_no_gap_and_no_overlap_in_time(self, rule):
        for earlier, later in zip(rule.versions, rule.versions[1:], strict=False):
            assert earlier.until is not None
            assert later.since is not None
            assert day(later.since) == day(earlier.until) + timedelta(1)
        if rule.name != "unopposed_four_weeks_to_assess":  # reg 45(3) as first made asked for another thing
            assert rule.versions[-1].until is None

    def test_has_an_example_worked_by_hand(self, rule):
        kind = next(name for name, other in EVERYTHING.items() if other is rule).split()[0]
        assert any(example.of == (kind, rule.name) for example in EXAMPLES)


def assert_one_sentence(sentence):
    assert sentence.endswith("."), sentence
    assert sentence[0].isupper(), sentence
    plain = re.sub(r"\b(r|s|reg|para)\. (?=\d)", r"\1 ", sentence)
    assert not re.search(r"[.!?] [A-Z]", plain), sentence
    assert len(sentence.split()) <= 30, sentence


LATIN = re.compile(
    r"\b(inter alia|prima facie|ultra vires|pro rata|e\.g\.|i\.e\.|vis-à-vis|de facto|ex parte|per se)", re.I
)
AMERICAN = re.compile(r"\b(\w+ize[sd]?|\w*izing|behavior|favor|center|license to|enrollment|program)\b", re.I)
SIZES = re.compile(r"\b(size[sd]?|prize[sd]?|seize[sd]?)\b", re.I)


def test_the_sentences_are_plain_british_english_and_families_read_of_the_council():
    sentences = {version.sentence for rule in EVERYTHING.values() for version in rule.versions}
    for rule in SITUATION_RULES.values():
        for _, outcome in rule.leaves():
            sentences |= {reason.text for reason in reasons_of_end(outcome)}
    for sentence in sorted(sentences):
        assert not LATIN.search(sentence), sentence
        assert not AMERICAN.search(SIZES.sub("", sentence)), sentence
        assert "local authority" not in sentence.casefold(), sentence
        assert "authority" not in sentence.casefold(), sentence
        assert "LA " not in sentence, sentence
        for part in re.split(r"(?<=[.!?;:]) ", sentence):
            assert len(part.split()) <= 30, part


def test_the_ways_through_each_rule_are_as_pinned():
    assert leaves_now() == json.loads(LEAVES.read_text()), REMAKE


def test_findings_are_for_rules_beside_the_advice_only():
    for rule in (*ROUTES.values(), *CLOCKS.values()):
        assert not any(isinstance(outcome, Finding) for _, outcome in rule.leaves())


# ---- the examples, held against the code


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=[f"{place}-{'-'.join(example.of)}" for place, example in enumerate(EXAMPLES)]
)
def test_what_was_worked_by_hand_is_what_the_rules_say(example):
    kind, name = example.of
    says = dict(example.says)
    assert_one_or_more_sentences(example.because)
    if kind == "step":
        start = day(example.given["day"])
        assert STEPS[name].on(start) == day(says["last_day"])
        if "other_reading" in says:
            assert STEPS[name].other_on(start) == day(says["other_reading"])
    elif kind == "limit":
        (leg,) = next(outcome for _, outcome in CLOCKS[name].leaves() if outcome.legs).legs
        assert leg[0].on(day(example.given["day"])) == day(says["last_day"])
    elif kind == "date":
        answer = advise(example.given).date(name)
        assert answer.on == day(says["on"])
        arguable = answer.caution.arguable_on if answer.caution else None
        assert arguable == (day(says["arguable_on"]) if "arguable_on" in says else None)
    elif kind == "route":
        answer = advise(example.given).route(name)
        assert {"state": answer.state, "first": answer.first} == {"first": None, **says}
    else:
        outcome = RULES[name].answer(**example.given)
        if isinstance(outcome, Run):
            assert {"whose": outcome.whose, "legs": [leg[0].name for leg in outcome.legs]} == says
        else:
            assert {"value": outcome.state} == says


def assert_one_or_more_sentences(text):
    assert text.endswith("."), text
    assert text[0].isupper() or text[0].isdigit(), text


@pytest.mark.parametrize(("born", "last"), [(born, last) for born, last, _ in HOLDERS])
def test_the_worked_ends_of_compulsory_school_age(born, last):
    def read(words):
        number, month, year = words.split()
        return date(int(year), {"June": 6, "August": 8, "September": 9}[month], int(number))

    assert school_age_ends(read(born)) == read(last)


# ---- the tables


def test_the_table_of_decisions_is_that_of_the_rules():
    assert tuple(row[0] for row in DECISIONS) == APPEALABLE


@pytest.mark.parametrize(("section", "may"), [(row[0], row[2]) for row in SECTIONS])
def test_the_table_of_sections_is_what_the_rules_say(section, may):
    facts = {
        "matter": "plan_contents",
        "sections": [section],
        "notice_sent": "2026-06-15",
        "as_of": "2026-06-16",
    }
    appeal = advise(facts).route("appeal").state
    assert appeal == (
        "open" if "without a certificate" in may else "not_yet" if may == "yes" else "unavailable"
    )
    alongside = (
        advise({**facts, "sections": ["I", section]} if section != "I" else facts)
        .route("recommendations")
        .state
    )
    assert (alongside == "open") is (may == "recommendation only")


# ---- the pages


def test_the_pages_in_docs_law_are_those_of_the_rules():
    made = as_markdown()
    stale = [
        name
        for name, text in made.items()
        if not (PAGES / name).exists() or (PAGES / name).read_text() != text
    ]
    left = sorted(page.name for page in PAGES.glob("*.md") if page.name not in made)
    assert not stale + left, (
        "docs/law is stale. Write it anew with: .venv/bin/python -m evenhand.law.rulebook"
    )


def test_every_entry_stands_on_one_page_with_its_example_and_its_provisions():
    pages = as_markdown()
    book = rulebook()
    entries = [entry for part in book["parts"] for entry in part["entries"]]
    assert Counter((entry["kind"], entry["name"]) for entry in entries) == Counter(
        tuple(name.split()) for name in EVERYTHING
    )
    for entry in entries:
        page = pages[f"{entry['part']}.md"]
        text = entry_as_markdown(entry)
        assert text in page
        assert entry["sentence"] in text
        assert "Worked by hand:" in text
        assert all(cite["label"] in text for version in entry["versions"] for cite in version["citations"])


@pytest.mark.parametrize("name", as_markdown())
def test_the_tables_of_a_page_have_as_many_cells_in_every_line(name):
    width = None
    for line in as_markdown()[name].splitlines():
        if line.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", line)) - 1
            width = width or cells
            assert cells == width, line
        else:
            width = None


def test_what_is_not_sure_is_shown_as_not_sure():
    sources = as_markdown()["sources.md"]
    for confidence in (VERIFIED, SECONDARY, UNVERIFIED):
        number = sum(cite.confidence == confidence for cite, _ in citations_used().values())
        assert number
        assert f"### {confidence.capitalize()}: {number}\n" in sources
    assert "(**unverified**)" in as_markdown()["forms.md"]


def test_the_rulebook_is_json_in_a_stable_order():
    once = json.dumps(rulebook())
    assert json.loads(once) == rulebook()
    assert rulebook()["counts"]["leaves"] == sum(leaves_now().values())


def test_the_order_does_not_hang_on_which_file_was_imported_first():
    first = "from evenhand.law.rules import {}; from evenhand.law.rulebook import as_markdown, rulebook; import json, sys; "
    print_it = "sys.stdout.write(json.dumps([rulebook(), as_markdown()]))"
    made = {
        subprocess.run(
            [sys.executable, "-c", first.format(file) + print_it], capture_output=True, check=True, text=True
        ).stdout
        for file in ("unopposed", "attendance, forms", "publicity, complaints")
    }
    assert made == {json.dumps([rulebook(), as_markdown()])}


def test_search_finds_the_entries_that_hold_every_word():
    assert "issue_certificate" in {entry["name"] for entry in search("certificate working days")}
    assert {entry["name"] for entry in search(["£5.35"])} == {"expenses_paid"}
    assert search("no such word anywhere") == []
    assert len(search("")) == len(EVERYTHING)


# ---- open questions and proposals


def test_the_open_questions_are_numbered_in_order_and_each_has_two_readings():
    assert [question.number for question in LAW_QUESTIONS] == list(range(1, len(LAW_QUESTIONS) + 1))
    for question in LAW_QUESTIONS:
        assert question.one != question.other
        assert all(text.endswith(".") for text in (question.one, question.other, question.taken))
        assert f"## LAW-QUESTION({question.number:03}): {question.title}" in as_markdown()["questions.md"]


def test_every_open_question_named_in_the_code_is_among_them():
    named = {
        int(number)
        for file in SOURCE.rglob("*.py")
        for number in re.findall(r"# LAW-QUESTION\((\d{3})\)", file.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= {question.number for question in LAW_QUESTIONS}


def test_proposals_are_no_law_and_nothing_reads_them():
    assert proposals.PROPOSALS
    readers = [
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if re.search(
            r"import.*\bproposals\b|^    proposals,$", file.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    assert readers == ["rulebook/book.py"]
    assert all(file.__name__ != proposals.__name__ for file in RULE_FILES)
    page = as_markdown()["proposals.md"]
    for proposal in proposals.PROPOSALS:
        assert proposal.title in page
        assert all(address not in json.dumps(rulebook()["citations"]) for address in proposal.read_at)
    assert page.count(proposals.NOT_LAW) == len(proposals.PROPOSALS)


if __name__ == "__main__":
    LEAVES.write_text(json.dumps(leaves_now(), indent=2) + "\n", encoding="utf-8")
    print(f"{LEAVES.name}: {sum(leaves_now().values())} ways through {len(leaves_now())} rules.")
