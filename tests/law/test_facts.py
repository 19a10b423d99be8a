"""Facts that are read, and facts that are refused: each contradiction by itself, and what is none."""

from datetime import date

import pytest

from evenhand.law import FactsRefused, advise
from evenhand.law.facts import AHEAD, FIRST_NOTICE, KINDS, LAST_DAY, MATTERS, ORDERED, read

DAYS = [name for name, kind in KINDS.items() if kind == "day" and name != "as_of"]
JUNE = {"matter": "refusal_to_assess", "as_of": "2026-07-01"}
CONTRACT = {
    *((earlier, "notice_sent") for earlier in ("certificate_issued", "adviser_contacted", "adviser_told_no")),
    *(
        (earlier, "notice_sent")
        for earlier in ("authority_told", "mediation_on", "mediation_concluded", "agreement")
    ),
    ("notice_sent", "notice_dated"),
    ("notice_sent", "date_of_birth"),
    ("mediation_concluded", "mediation_on"),
    ("agreement", "mediation_on"),
    ("certificate_issued", "adviser_contacted"),
}
"""The pairs of the contract, «those are exactly»: the first may not come before the second."""


def refusal(**facts):
    with pytest.raises(FactsRefused) as refused:
        advise({**JUNE, **facts})
    message = str(refused.value)
    assert message.isprintable()
    assert message[-1] in ".?"
    return refused.value


def given(**days):
    """Facts with these days; that of the agreement is its `made_on`."""
    facts = {name: day for name, day in days.items() if name != "agreement"}
    if "agreement" in days:
        facts["agreement"] = {"made_on": days["agreement"], "items": []}
    return facts


def spoken(name):
    return "agreement.made_on" if name == "agreement" else name


# ---- facts that cannot be true together


def test_the_pairs_are_those_of_the_contract():
    assert set(ORDERED) == CONTRACT
    assert len(ORDERED) == len(CONTRACT)


@pytest.mark.parametrize(("later", "earlier"), sorted(CONTRACT))
class TestEachContradiction:
    def test_a_day_too_early_is_refused_and_both_are_named(self, later, earlier):
        refused = refusal(**given(**{later: "2026-06-14", earlier: "2026-06-15"}))
        assert refused.facts == (later, earlier)
        assert str(refused) == (
            f"'{spoken(later)}' (2026-06-14) cannot be before '{spoken(earlier)}' (2026-06-15): one of the two is wrong."
        )

    def test_the_same_day_is_answered(self, later, earlier):
        advise({**JUNE, **given(**{later: "2026-06-15", earlier: "2026-06-15"})})


@pytest.mark.parametrize("one", [*DAYS, "agreement"])
def test_no_other_order_is_refused(one):
    for other in [*DAYS, "agreement"]:
        if one != other and (one, other) not in CONTRACT:
            advise({**JUNE, **given(**{one: "2026-06-14", other: "2026-06-15"})})


@pytest.mark.parametrize("name", [*DAYS, "agreement"])
def test_what_has_not_happened_yet_is_refused_but_for_the_day_of_a_meeting(name):
    advise({**JUNE, **given(**{name: "2026-07-01"})})
    if name == "mediation_on":
        advise({**JUNE, name: "2026-07-02"})
        return
    refused = refusal(**given(**{name: "2026-07-02"}))
    assert refused.facts == (name, "as_of")
    assert str(refused) == AHEAD.format(name=spoken(name), day="2026-07-02", as_of="2026-07-01")


def test_an_item_may_be_agreed_for_a_later_day():
    item = {"action": "other", "agreed_by": "2027-01-01"}
    advise({**JUNE, "agreement": {"made_on": "2026-07-01", "items": [item]}})


@pytest.mark.parametrize(
    ("flag", "letters"),
    [("health_issue", "CG"), ("social_care_issue", ("D", "H1", "H2")), ("education_issue", "BFI")],
)
def test_flags_against_the_sections(flag, letters):
    for letter in ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"):
        about = letter in letters
        facts = {"matter": "plan_contents", "sections": [letter]}
        advise({**JUNE, **facts, flag: about})
        refused = refusal(**facts, **{flag: not about})
        assert refused.facts == (flag, "sections")
        verb = "are" if about else "are not"
        assert str(refused) == f"'{flag}' and 'sections' cannot both be true: {letter} {verb} about that."


# ---- days


@pytest.mark.parametrize("name", ["as_of", *DAYS])
class TestEveryDay:
    @pytest.mark.parametrize(
        "text", ["2026-02-29", "2026-6-1", "20260615", "2026-W25-1", "2026-06-15T00:00", "", 3, True]
    )
    def test_no_day(self, name, text):
        shown = "true" if text is True else text
        assert str(refusal(**{name: text})).startswith(
            f"'{name}' is \"{shown}\": that is not a day of the calendar"
        )

    def test_beyond_the_last_day(self, name):
        assert "no further than 31 December 2040" in str(refusal(**{name: "2041-01-01"}))

    def test_before_the_law_only_notices_are_refused(self, name):
        if name in ("notice_sent", "notice_dated"):
            assert "begins on 1 September 2014" in str(refusal(**{name: "2014-08-31"}))
        else:
            advise({"matter": "refusal_to_assess", "as_of": "2014-09-01", name: "2014-08-31"})


def test_the_first_and_the_last_day_are_law():
    advise({"matter": "refusal_to_assess", "as_of": str(LAST_DAY), "notice_sent": str(FIRST_NOTICE)})
    on = advise({"matter": "refusal_to_assess", "as_of": str(LAST_DAY), "notice_sent": str(LAST_DAY)})
    assert on.date("register_appeal").on == date(2041, 2, 28)


# ---- names and kinds


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("notice_snet", "Did you mean 'notice_sent'?"),
        ("Matter", "Did you mean 'matter'?"),
        ("asof", "Did you mean 'as_of'?"),
        ("certificate", "Did you mean 'certificate_issued'?"),
        ("xyzzy", "The facts and their names are listed in the contract."),
        ("x" * 5000, "The facts and their names are listed in the contract."),
    ],
)
def test_an_unknown_name_and_a_hint(name, hint):
    refused = refusal(**{name: 1})
    assert str(refused).startswith(
        "There is no fact called 'x" if name.startswith("x") else f"There is no fact called '{name}'."
    )
    assert str(refused).endswith(hint)
    assert len(str(refused)) < 200
    assert refused.facts == (name[:80],)


@pytest.mark.parametrize("name", ["matter", "acting", "sections", "as_of"])
def test_what_is_never_null(name):
    assert refusal(**{name: None}).facts == (name,)


@pytest.mark.parametrize(
    "name", [name for name in KINDS if name not in ("matter", "acting", "sections", "as_of")]
)
def test_everything_else_may_be_null(name):
    advise({**JUNE, name: None})


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind == "flag"])
@pytest.mark.parametrize("value", [0, 1, "true", "", [], 1.0])
def test_no_flag(name, value):
    assert str(refusal(**{name: value})).endswith("it must be true or false, or be left out.")


@pytest.mark.parametrize("value", ["B", ["B", "B"], ["Z"], [["B"]], [None], {"B": 1}, True, 3])
def test_no_sections(value):
    assert refusal(matter="plan_contents", sections=value).facts == ("sections",)


@pytest.mark.parametrize(
    "value",
    [
        [],
        "made",
        {},
        {"made_on": "2026-06-20"},
        {"items": []},
        {"made_on": None, "items": []},
        {"made_on": "2026-06-20", "items": {}},
        {"made_on": "2026-06-20", "items": ["assess"]},
        {"made_on": "2026-06-20", "items": [{"action": "dance"}]},
        {"made_on": "2026-06-20", "items": [{"action": "other", "agreed_by": "2026-02-30"}]},
        {"made_on": "2026-06-20", "items": [{"action": "other", "when": "2026-02-28"}]},
        {"made_on": "2026-06-20", "items": [], "authority_was_party": None},
        {"made_on": "2026-06-20", "items": [], "who": "x"},
        {"made_on": "2041-01-01", "items": []},
    ],
)
def test_no_agreement(value):
    refused = refusal(agreement=value)
    assert refused.facts == ("agreement",)
    assert "'agreement" in str(refused)


@pytest.mark.parametrize("given_facts", [None, [], "x", 3, True])
def test_no_facts_at_all(given_facts):
    with pytest.raises(FactsRefused, match="must be an object of names and values"):
        advise(given_facts)


def test_what_is_missing_is_named():
    for missing in ("matter", "as_of"):
        with pytest.raises(FactsRefused) as refused:
            advise({name: value for name, value in JUNE.items() if name != missing})
        assert refused.value.facts == (missing,)


def test_the_first_fault_in_the_schemas_order_is_told_whatever_the_order_given():
    faults = {"area": "Ä", "notice_sent": "no", "wants_mediation": "yes"}
    for order in (list(faults), list(reversed(faults))):
        assert refusal(**{name: faults[name] for name in order}).facts == ("area",)
    assert refusal(**faults, nothing=1).facts == ("nothing",)


def test_a_value_is_repeated_short_and_on_one_line():
    refused = refusal(area="x\n\x1b[31m" * 1000)
    assert len(str(refused)) < 200


def test_every_matter_is_read():
    assert [read({**JUNE, "matter": matter}).matter for matter in MATTERS] == list(MATTERS)
