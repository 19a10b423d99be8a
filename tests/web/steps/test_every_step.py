"""Every step has a page, which does what it says, once, for whoever may, and for nobody else."""

import re
import uuid
from typing import Any

import pytest
from django.test import Client

from evenhand.casework import actions
from evenhand.casework.heart.stages import ENDED, Kind, Stage, may_take
from evenhand.casework.heart.steps import Step
from evenhand.casework.histories import history_of
from evenhand.casework.models import Case, Event
from evenhand.web.steps.pages import ELSEWHERE, PAGES
from tests.casework import cases
from tests.casework.cases import TODAY, adviser
from tests.people.cast import ben, cerys, client_of
from tests.web.steps.given import GIVEN, Given

pytestmark = pytest.mark.django_db
STEPS = list(PAGES)


def where(case: Case, step: Step, query: str = "") -> str:
    return f"/workspace/cases/{case.reference}/do/{step.value}{query}"


def press(client: Client, case: Case, step: Step, data: dict[str, Any], query: str = "") -> Any:
    return client.post(where(case, step, query), {"press": str(uuid.uuid4()), **data})


def bare(answer: Any) -> str:
    """The page without the token of its forms, which is another one each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())


def count(case: Case) -> int:
    return Event.objects.unseen().filter(case=case).count()


def test_every_step_has_a_page_or_a_reason() -> None:
    assert set(Step) == set(PAGES) | set(ELSEWHERE)
    assert not set(PAGES) & set(ELSEWHERE)
    assert set(GIVEN) == set(PAGES)


@pytest.mark.parametrize("step", STEPS)
def test_it_is_shown_and_does_what_it_says(step: Step) -> None:
    given: Given = GIVEN[step]
    case, client = given.case(), client_of(given.who())
    data = given.posted(case)
    shown = client.get(where(case, step, given.query))
    assert shown.status_code == 200, shown.content.decode()
    assert 'name="press"' in shown.content.decode()
    before = count(case)

    answer = press(client, case, step, data, given.query)

    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == f"/workspace/cases/{case.reference}/"
    assert count(case) == before + 1
    happened = history_of(Case.objects.unseen().get(pk=case.pk))[-1]
    assert happened.step is step
    assert happened.by.person_id == given.who().pk
    assert tuple((piece.data_class, piece.owner) for piece in happened.pieces) == given.pieces


@pytest.mark.parametrize("step", STEPS)
def test_pressed_twice_it_happens_once(step: Step) -> None:
    given = GIVEN[step]
    case, client = given.case(), client_of(given.who())
    data = given.posted(case) | {"press": str(uuid.uuid4())}
    client.post(where(case, step, given.query), data)
    after = count(case)
    if "file" in data:
        data["file"].seek(0)

    answer = client.post(where(case, step, given.query), data)

    assert answer.status_code == 302
    assert count(case) == after
    assert client.session["said_once"][0] == "This was already done, once. Nothing was done twice."


@pytest.mark.parametrize("step", STEPS)
def test_to_a_stranger_the_case_is_not_there(step: Step) -> None:
    given = GIVEN[step]
    case, client = given.case(), client_of(ben())
    data = given.posted(case)
    absent = f"/workspace/cases/0000-0000/do/{step.value}{given.query}"
    before = count(case)

    assert bare(client.get(where(case, step, given.query))) == bare(client.get(absent))
    theirs, nobodys = press(client, case, step, data, given.query), client.post(absent, data)

    assert theirs.status_code == nobodys.status_code == 404
    assert bare(theirs) == bare(nobodys)
    assert count(case) == before


@pytest.mark.parametrize("step", STEPS)
def test_who_is_not_signed_in_is_asked_to_whatever_the_address(step: Step) -> None:
    case = GIVEN[step].case()
    answer = client_of().get(where(case, step))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=")
    assert client_of().get(f"/workspace/cases/0000-0000/do/{step.value}").status_code == 302


def test_a_step_that_is_not_theirs_is_not_there() -> None:
    case, client = cases.arranging(), client_of(GIVEN[Step.CANNOT_ARRANGE].who())
    assert client.get(where(case, Step.FIX_MEETING)).status_code == 404
    assert client.get(where(case, Step.OPEN)).status_code == 404
    assert client.get(f"/workspace/cases/{case.reference}/do/fly").status_code == 404


def test_the_workspace_is_not_for_a_family() -> None:
    case = cases.advised()
    assert client_of(cerys()).get(where(case, Step.DECLINE_MEDIATION)).status_code == 404


def shut_for(step: Step, case: Case) -> bool:
    """Bring the case to where the step is not open; false where it always is."""
    kind = Kind(case.kind)
    if all(may_take(kind, stage, step) for stage in Stage):
        return False
    if step is Step.REOPEN:
        actions.reopen(case=case, by=adviser(), on=TODAY, why="Again.")
    elif step is not Step.CLOSE or Stage(case.stage) not in ENDED:
        if may_take(kind, Stage(case.stage), Step.WITHDRAW):
            actions.withdraw(case=case, by=adviser(), on=TODAY)
        if not may_take(kind, Stage.WITHDRAWN, step):
            return Stage(Case.objects.unseen().get(pk=case.pk).stage) is Stage.WITHDRAWN or closed(case)
        return closed(case)
    return True


def closed(case: Case) -> bool:
    case = Case.objects.unseen().get(pk=case.pk)
    actions.close(case=case, by=adviser(), on=TODAY, reason="done")
    return True


@pytest.mark.parametrize("step", STEPS)
def test_out_of_order_it_is_refused_and_what_was_typed_is_kept(step: Step) -> None:
    given = GIVEN[step]
    case, client = given.case(), client_of(given.who())
    data = given.posted(case)
    if not shut_for(step, case):
        return
    before = count(case)

    shown = client.get(where(case, step, given.query))
    assert shown.status_code == 409
    assert "This cannot be done now" in shown.content.decode()

    answer = press(client, case, step, data, given.query)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert "cannot be done now: the case stands at" in page
    assert count(case) == before
    for name in ("words", "why", "name", "link"):
        if data.get(name):
            assert str(data[name]) in page


GARBAGE: list[dict[str, Any]] = [
    {},
    {"press": "not one"},
    {
        name: "\x00<script>\ud7ff' OR 1=1 -- 99999999999999999999"
        for name in (
            "on-day",
            "on-month",
            "on-year",
            "words",
            "who",
            "party",
            "key",
            "number",
            "item",
            "where",
        )
    },
    {
        name: "9" * 30_000
        for name in (
            "count",
            "version",
            "words",
            "why",
            "name",
            "on-year",
            "taxi",
            "carer",
            "link",
            "pence-0",
        )
    },
]


@pytest.mark.parametrize("step", STEPS)
def test_whatever_is_posted_there_is_an_answer(step: Step) -> None:
    given = GIVEN[step]
    case, client = given.case(), client_of(given.who())
    names = list(given.posted(case))
    before = count(case)
    more = [
        dict.fromkeys(names, "²"),
        dict.fromkeys(names, "x" * 60_000),
        {"count": "²", "issues": ["z"] * 50},
    ]
    for data in [*GARBAGE, *more]:
        for query in (given.query, "?entry=²&work=flying&page=-1"):
            answer = client.post(where(case, step, query), data)
            assert answer.status_code == 200, answer.content.decode()
            assert "There is a problem" in answer.content.decode()
    assert count(case) == before


@pytest.mark.parametrize("step", STEPS)
def test_a_page_is_sound_in_every_case(step: Step) -> None:
    """Whatever the case and whoever reads, the page is there, says why not, or is not there at all."""
    for make in (cases.enquiry, cases.fixed, cases.concluded):
        case = make()
        for reader in {one.who for one in GIVEN.values()}:
            answer = client_of(reader()).get(where(case, step))
            assert answer.status_code in (200, 404, 409)
