"""Which step may be taken where, and where it leads: the program against the table written by hand."""

from itertools import product

import pytest

from evenhand.casework.heart import stages
from evenhand.casework.heart.stages import Kind, Stage, StepNotOpen, may_take, stage_after, steps_open
from evenhand.casework.heart.steps import Step
from tests.casework.heart.table import ENDED, OF_KIND, table

BACK = Stage.ARRANGING
"""Where an ended case stood, for the tests of what `back` means."""


def differences() -> list[str]:
    """Every triple of kind, stage and step about which the program and the hand-written table differ."""
    said = table()
    wrong = []
    for kind, stages_of_it in OF_KIND.items():
        for stage, step in product(stages_of_it, Step):
            wanted = said.get((kind, stage, step.value))
            if wanted == "back":
                wanted = BACK.value
            try:
                got = stage_after(Kind(kind), Stage(stage), step, BACK).value
            except StepNotOpen:
                got = None
            if got != wanted or may_take(Kind(kind), Stage(stage), step) is not (wanted is not None):
                wrong.append(f"{kind} {stage} {step.value}: {got}, not {wanted}")
    return wrong


def test_every_triple_is_what_the_table_says_and_every_other_is_refused():
    assert differences() == []
    assert sum(len(stages_of_it) for stages_of_it in OF_KIND.values()) * len(Step) == 29 * 53
    assert len(table()) == 792  # counted by hand: 615 and 78 beside the paths, 59 and 40 on them


def test_what_is_open_in_a_stage_is_what_the_table_opens_there():
    for kind, stages_of_it in OF_KIND.items():
        for stage in stages_of_it:
            offered = {step.value for step in steps_open(Kind(kind), Stage(stage))}
            assert offered == {step for one, at, step in table() if (one, at) == (kind, stage)}


def test_a_case_is_never_opened_twice():
    assert not any(step == "open" for _, _, step in table())


@pytest.mark.parametrize("kind", OF_KIND)
def test_every_stage_of_a_kind_is_reached_and_every_one_can_come_to_its_end(kind):
    ways = {(stage, to) for (one, stage, _), to in table().items() if one == kind and to != "back"}
    if kind == "resolution":
        ways.add(("invited", "all_agreed"))  # the last party's yes
    assert _reached({"enquiry"}, ways) == set(OF_KIND[kind])
    for stage in OF_KIND[kind]:
        assert "closed" in _reached({stage}, ways)


def _reached(begun: set[str], ways: set[tuple[str, str]]) -> set[str]:
    while more := {to for stage, to in ways if stage in begun} - begun:
        begun = begun | more
    return begun


def test_nothing_but_going_on_moves_an_ended_case():
    moved = {(stage, step) for (_, stage, step), to in table().items() if stage in ENDED and to != stage}
    assert moved == {("withdrawn", "close"), ("withdrawn", "reopen"), ("closed", "reopen")}


def test_a_refusal_says_what_could_not_be_done_and_where_the_case_stands():
    with pytest.raises(StepNotOpen) as refused:
        stage_after(Kind.MEDIATION, Stage.ENQUIRY, Step.TELL_AUTHORITY, Stage.ENQUIRY)
    assert "“Tell the authority” cannot be done now" in str(refused.value)
    assert "“enquiry”" in str(refused.value)


FAULTS = {
    "a pair added": (Stage.ENQUIRY, Step.ISSUE_CERTIFICATE, Stage.CERTIFIED),
    "a pair that leads elsewhere": (Stage.HELD, Step.ADJOURN, Stage.NOT_HELD),
    "a reopened case at a fixed stage": (Stage.CLOSED, Step.REOPEN, Stage.ENQUIRY),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_on_the_path_is_seen(fault, monkeypatch):
    stage, step, leads_to = FAULTS[fault]
    monkeypatch.setitem(stages.MEDIATION, (stage, step), leads_to)
    assert len(differences()) == 1


def test_a_pair_left_out_is_seen(monkeypatch):
    monkeypatch.delitem(stages.RESOLUTION, (Stage.NOT_HELD, Step.CLOSE))
    assert differences() == ["resolution not_held close: None, not closed"]


def test_an_aside_in_too_many_stages_is_seen(monkeypatch):
    monkeypatch.setitem(stages.ASIDES, Step.RECORD_FACTS, "any")
    assert len(differences()) == 4
