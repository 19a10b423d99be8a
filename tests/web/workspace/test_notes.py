"""Writing a note: the compartment and its readers stand before the box, and nobody writes where they may not."""

from datetime import date
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.http import HttpResponse

from evenhand.casework import actions
from evenhand.casework.models import Case, Event, Piece
from evenhand.people.models import Person
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast
from tests.web.pages import reads

pytestmark = pytest.mark.django_db

ADVISERS, OWN, TO_MEDIATOR = (
    "adviser_record:party:1",
    "body_private:authority",
    "message_to_mediator:authority",
)


@pytest.fixture
def case() -> Case:
    """A case with Hassan as its mediator, to whom Cerys has written."""
    hassan = cast.hassan()
    cast.eilidh()
    made = actions.assign(
        case=cases.arranging(), by=cases.adviser(), on=date(2026, 5, 15), work="mediator", person_id=hassan.pk
    ).case
    parent = cases.acting(cast.cerys(), Role.PARENT, cases.FAMILY)
    actions.write_to_mediator(
        case=made, by=parent, on=date(2026, 5, 15), party=cases.FAMILY, words="Between us."
    )
    return made


def address(case: Case, mark: str) -> str:
    return f"/workspace/cases/{case.reference}/notes/new?compartment={quote(mark)}"


def offered(case: Case, who: Person) -> list[str]:
    answer = cast.client_of(who).get(f"/workspace/cases/{case.reference}/notes/new")
    page = answer.content.decode()
    return [one.partition('"')[0] for one in page.split("?compartment=")[1:]]


def write(case: Case, who: Person, mark: str, words: str, press: str = "") -> HttpResponse:
    form = {"words": words, "press": press or str(uuid4())}
    return cast.client_of(who).post(address(case, mark), form)  # type: ignore[return-value]


def test_each_reader_is_offered_the_compartments_that_are_theirs(case: Case) -> None:
    hassan = cast.hassan()
    assert offered(case, cast.amina()) == ["adviser_record%3Aparty%3A1"]
    body = ["body_private%3Aauthority", "joint_notes%3Ashared", "message_to_mediator%3Aauthority"]
    assert offered(case, cast.dev()) == body
    assert offered(case, cast.farah()) == body
    assert offered(case, cast.eilidh()) == []
    assert offered(case, hassan) == [
        f"mediator_notes%3Amediator%3A{hassan.pk}",
        "joint_notes%3Ashared",
        "message_to_mediator%3Aparty%3A1",
    ]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("amina", "body_private:authority"),
        ("amina", "joint_notes:shared"),
        ("amina", "family_private:party:1"),
        ("amina", "safeguarding:safeguarding"),
        ("dev", ADVISERS),
        ("dev", "body_private:commissioning_body"),
        ("dev", "message_to_mediator:party:1"),
        ("eilidh", ADVISERS),
        ("hassan", "message_to_mediator:authority"),  # the authority has not written to him
        ("hassan", "mediator_notes:mediator:0"),
        ("dev", "nothing:nobody"),
    ],
)
def test_into_what_is_not_theirs_nobody_writes(case: Case, name: str, mark: str) -> None:
    who = getattr(cast, name)()
    before = Event.objects.unseen().count()
    assert cast.client_of(who).get(address(case, mark)).status_code == 404
    assert write(case, who, mark, "canary").status_code == 404
    assert Event.objects.unseen().count() == before


def test_who_can_read_it_is_said_before_the_box(case: Case) -> None:
    read = reads(cast.client_of(cast.amina()).get(address(case, ADVISERS)).content, "main")
    readers = "Who will be able to read what you write here: adviser parent (Cerys Example)"
    assert readers in read
    assert read.index(readers) < read.index("Note. Adviser’s record: Cerys Example")


def test_own_notes_of_the_authority_are_for_the_authority(case: Case) -> None:
    read = reads(cast.client_of(cast.dev()).get(address(case, OWN)).content, "main")
    said = "read what you write here: authority’s officer authority’s decision maker An entry stays"
    assert said in read


def test_a_message_is_read_by_its_side_and_the_mediator(case: Case) -> None:
    read = reads(cast.client_of(cast.dev()).get(address(case, TO_MEDIATOR)).content, "main")
    assert "write here: mediator authority’s officer authority’s decision maker An entry stays" in read


def test_a_note_is_written_into_its_compartment_in_the_name_of_its_writer(case: Case) -> None:
    answer = write(case, cast.dev(), OWN, "Think of the budget.")
    assert answer.status_code == 302
    assert answer["Location"] == f"/workspace/cases/{case.reference}/"
    piece = Piece.objects.unseen().select_related("event").order_by("-pk")[0]
    assert (piece.data_class, piece.owner, piece.body) == (
        "body_private",
        "authority",
        {"words": "Think of the budget."},
    )
    assert (piece.event.by_person, piece.event.by_role, piece.event.by_key, piece.event.on) == (
        cast.dev().pk,
        "authority_officer",
        "authority",
        cases.TODAY,
    )


def test_the_mediator_answers_into_the_compartment_of_the_party_who_wrote(case: Case) -> None:
    hassan = cast.hassan()
    assert write(case, hassan, "message_to_mediator:party:1", "Thank you.").status_code == 302
    piece = Piece.objects.unseen().order_by("-pk")[0]
    assert (piece.owner, piece.sent_to) == ("party:1", [f"mediator:{hassan.pk}"])
    page = cast.client_of(cast.dev()).get(f"/workspace/cases/{case.reference}/").content.decode()
    assert "Thank you." not in page


def test_pressed_twice_it_is_written_once_and_said(case: Case) -> None:
    press, before = str(uuid4()), Event.objects.unseen().count()
    client = cast.client_of(cast.dev())
    for _press in range(2):
        answer = client.post(address(case, OWN), {"words": "Once.", "press": press})
        assert answer.status_code == 302
    assert Event.objects.unseen().count() == before + 1
    assert "This was already done. It was done once." in client.get(answer["Location"]).content.decode()


def test_an_empty_note_is_refused_beside_the_box_with_what_was_typed_kept(case: Case) -> None:
    press = str(uuid4())
    answer = write(case, cast.dev(), OWN, "  ", press)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert '<a href="#words">Write something first.</a>' in page
    assert 'id="words-error"' in page
    assert f'value="{press}"' in page
    long = "word " * 4001
    assert "word word" in write(case, cast.dev(), OWN, long).content.decode()


def test_what_was_typed_is_never_markup(case: Case) -> None:
    write(case, cast.dev(), OWN, "<script>alert(1)</script>")
    page = cast.client_of(cast.dev()).get(f"/workspace/cases/{case.reference}/").content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_no_message_can_be_written_before_there_is_a_mediator() -> None:
    made = cases.arranging()
    assert cast.client_of(cast.dev()).get(address(made, TO_MEDIATOR)).status_code == 404
