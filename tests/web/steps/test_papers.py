"""Documents: cleaned, in the compartment that was chosen, and out again only to whoever may read them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from evenhand.casework.heart.steps import Step
from evenhand.people.models import Person
from tests.casework import cases
from tests.people.cast import amina, ben, cerys, client_of, dev, farah, gwen
from tests.web.steps.pressing import count, last, page, press

pytestmark = pytest.mark.django_db


def letter(data: bytes = b"We keep our line.\n", name: str = "letter.html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="text/html")


def sent(where: str) -> cases.Case:
    case = cases.arranging()
    assert press(case, Step.ADD_DOCUMENT, dev(), {"where": where, "file": letter()}).status_code == 302
    return case


def address(case: cases.Case, who: Person) -> str:
    entry = cases.seen(case, who).entries()[-1]
    return f"/workspace/cases/{case.reference}/documents/{entry.number}"


def test_it_comes_back_as_a_download_and_never_as_a_page() -> None:
    case = sent("decision_letter|shared")
    answer = client_of(amina()).get(address(case, amina()))
    assert answer.content == b"We keep our line.\n"
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="letter')
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_ours_is_for_us_alone() -> None:
    case = sent("body_private|authority")
    where = address(case, dev())
    assert client_of(farah()).get(where).status_code == 200
    numbers = range(1, count(case) + 2)
    for other in (amina(), ben(), gwen(), cerys()):
        for number in numbers:
            one = f"/workspace/cases/{case.reference}/documents/{number}"
            assert client_of(other).get(one).status_code == 404


def test_it_is_said_who_will_read_it() -> None:
    shown = page(cases.arranging(), Step.ADD_DOCUMENT, dev())
    assert "Our own papers" in shown
    assert "Who will read this: your organisation." in shown
    assert "My own notes as mediator" not in shown


def test_nobody_puts_anything_where_they_may_not_write() -> None:
    case = cases.arranging()
    before = count(case)
    for where in (
        "family_private|party:1",
        "mediator_notes|mediator:1",
        "body_private|commissioning_body",
        "|",
    ):
        answer = press(case, Step.ADD_DOCUMENT, dev(), {"where": where, "file": letter()})
        assert "Choose what it is" in answer.content.decode()
    assert count(case) == before


def test_a_file_that_may_not_be_kept_is_refused_beside_its_field() -> None:
    case = cases.arranging()
    data = {"where": "decision_letter|shared", "file": letter(b"GIF89a....", "x.pdf")}
    shown = press(case, Step.ADD_DOCUMENT, dev(), data).content.decode()
    assert '<a href="#file">We cannot take this kind of picture.' in shown
    assert last(case).step is Step.TELL_AUTHORITY
