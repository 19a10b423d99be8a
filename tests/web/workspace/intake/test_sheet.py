"""The spreadsheet in the workspace: tried, imported once, and for managers alone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from evenhand.casework.models import Case
from evenhand.people.models import Person
from tests.casework.importing.sheets import CERTIFIED, ENQUIRY, FIELDS, GOOD, csv_of, xlsx_of
from tests.people import cast
from tests.web.workspace.intake.test_phone import text

pytestmark = pytest.mark.django_db
PAGE, CHECK = "/workspace/import", "/workspace/import/check"
CHOSEN = {f"column-{field}": str(place) for place, field in enumerate(FIELDS)}
BAD = ENQUIRY | {"key": "A-8", "council": "Atlantis"}


@pytest.fixture
def manager(db: None) -> Client:
    cast.amina()
    return cast.client_of(cast.eilidh())


def send(client: Client, data: bytes, name: str = "cases.csv") -> Any:
    return client.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def test_the_file_is_tried_and_nothing_is_written(manager: Client) -> None:
    assert send(manager, csv_of(*GOOD))["Location"] == CHECK
    shown = text(manager.get(CHECK))
    assert "cases.csv: 3 rows, Northwold Mediation" in shown
    assert "Choose the column for: Your own reference" not in shown
    answer = text(manager.post(CHECK, CHOSEN))
    assert "First contact: 1" in answer
    assert "Import 3 cases" in answer
    assert not Case.objects.unseen().exists()


def test_it_is_imported_once(manager: Client) -> None:
    send(manager, xlsx_of(*GOOD), "cases.xlsx")
    first = manager.post(CHECK, CHOSEN | {"import": "1"})
    assert first["Location"] == PAGE
    assert "3 cases were imported." in text(manager.get(PAGE))
    second = manager.post(CHECK, CHOSEN | {"import": "1"})
    assert second["Location"] == PAGE
    assert "There is no spreadsheet waiting." in text(manager.get(PAGE))
    assert Case.objects.unseen().count() == 3
    send(manager, csv_of(*GOOD))
    assert "3 rows were imported before, and are passed over." in text(manager.post(CHECK, CHOSEN))


def test_bad_rows_are_told_and_must_be_left_out_on_purpose(manager: Client) -> None:
    send(manager, csv_of(CERTIFIED, BAD))
    answer = text(manager.post(CHECK, CHOSEN))
    assert "1 bad row" in answer
    assert "Row 3 LA There is no council called “Atlantis”." in answer
    refused = text(manager.post(CHECK, CHOSEN | {"import": "1"}))
    assert "Some rows are bad, so nothing was imported." in refused
    assert not Case.objects.unseen().exists()
    manager.post(CHECK, CHOSEN | {"import": "1", "leave_out": "1"})
    assert "1 case was imported. 1 bad row was left out." in text(manager.get(PAGE))


def test_a_column_that_every_row_needs_must_be_chosen(manager: Client) -> None:
    send(manager, csv_of(*GOOD))
    without = {name: place for name, place in CHOSEN.items() if name != "column-council"}
    answer = text(manager.post(CHECK, without | {"import": "1"}))
    assert "Choose the column for: Council" in answer
    assert not Case.objects.unseen().exists()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [("a.txt", b"x", "must end in .csv or .xlsx"), ("a.csv", b"", "nothing in this file")],
)
def test_a_file_that_cannot_be_read_says_why(manager: Client, name: str, data: bytes, told: str) -> None:
    assert told in text(send(manager, data, name))


def test_no_file_is_told(manager: Client) -> None:
    assert "Choose a file." in text(manager.post(PAGE, {}))


@pytest.mark.parametrize("who", [cast.amina, cast.cerys, cast.dev, cast.gwen, cast.hassan])
@pytest.mark.parametrize("page", [PAGE, CHECK])
def test_for_others_it_is_not_there(db: None, who: Callable[[], Person], page: str) -> None:
    client = cast.client_of(who())
    absent = client.get("/workspace/no-such-page")
    for answer in (client.get(page), client.post(page, CHOSEN | {"import": "1"})):
        assert (answer.status_code, text(answer)) == (404, text(absent))


def test_the_pages_of_imported_cases_can_be_read(manager: Client) -> None:
    send(manager, csv_of(*GOOD))
    manager.post(CHECK, CHOSEN | {"import": "1"})
    for client in (manager, cast.client_of(cast.amina())):
        for case in Case.objects.unseen():
            for page in ("", "history"):
                assert client.get(f"/workspace/cases/{case.reference}/{page}").status_code == 200
