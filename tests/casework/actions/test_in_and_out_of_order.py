"""Every step in every stage: taken where the hand-written table has it, refused with nothing written where not."""

import pytest

from evenhand.casework.heart import stages
from evenhand.casework.heart.stages import Kind, Stage, StepNotOpen
from evenhand.casework.heart.steps import Step
from evenhand.casework.models import Case
from tests.casework.actions.doing import do
from tests.casework.actions.standing import AT, rows
from tests.casework.heart.table import OF_KIND, table

pytestmark = pytest.mark.django_db
STAGES = [(kind, stage) for kind in AT for stage in AT[kind]]
SAID = table()


def test_there_is_a_case_for_every_stage():
    assert {kind: set(AT[kind]) for kind in AT} == {kind: set(stages) for kind, stages in OF_KIND.items()}


@pytest.mark.parametrize(("kind", "stage"), STAGES)
def test_every_step_that_is_not_open_there_is_refused_and_leaves_nothing(kind, stage):
    case = AT[kind][stage]()
    assert (case.kind, case.stage) == (kind, stage)
    before, taken = rows(), []
    for step in Step:
        if step is Step.OPEN or (kind, stage, step.value) in SAID:
            continue
        try:
            do(step, case)
        except StepNotOpen:
            continue
        taken.append(step.value)
    assert taken == []
    assert rows() == before


ON_THE_PATH = sorted(
    (kind, stage, step)
    for (kind, stage, step), to in SAID.items()
    if to != stage or (step, stage) == ("report_action", "following_up")
)
NEEDS_MORE = {
    # an agreement that all have approved is made by the stories
    ("mediation", "certified", "make_agreement"),
    ("mediation", "outcome_recorded", "make_agreement"),
    ("resolution", "outcome_recorded", "make_agreement"),
    # the certificate comes first, unless the law allows none: `test_the_law_decides`
    ("mediation", "certificate_due", "close"),
}


@pytest.mark.parametrize(("kind", "stage", "step"), [one for one in ON_THE_PATH if one not in NEEDS_MORE])
def test_every_step_of_the_path_leads_where_the_table_says(kind, stage, step):
    case = AT[kind][stage]()
    done = do(Step(step), case)
    leads_to = SAID[kind, stage, step]
    if leads_to == "back":
        leads_to = {"withdrawn": {"mediation": "arranging", "resolution": "enquiry"}[kind]}.get(
            stage, "enquiry"
        )
    assert Case.objects.unseen().get().stage == done.state.stage.value == leads_to


def test_a_pair_added_to_the_path_is_seen(monkeypatch):
    monkeypatch.setitem(stages.PATHS[Kind.MEDIATION], (Stage.ENQUIRY, Step.TELL_AUTHORITY), Stage.ARRANGING)
    with pytest.raises(AssertionError, match="tell_authority"):
        test_every_step_that_is_not_open_there_is_refused_and_leaves_nothing("mediation", "enquiry")
