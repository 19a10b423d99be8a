"""All or nothing, once, and a trial that writes nothing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from evenhand.casework.heart.history import state_of
from evenhand.casework.histories import history_of
from evenhand.casework.importing import Checked, Sheet, loading, mapping_of, read_sheet
from evenhand.casework.importing.loading import ImportRefused, load, trial
from evenhand.casework.models import Case, Imported
from evenhand.people.models import Organisation
from evenhand.people.roles import Role
from evenhand.post.models import Message
from tests.casework.importing.sheets import ENQUIRY, GOOD, HEADERS, MAP, sheet_of, xlsx_of
from tests.people import cast

pytestmark = pytest.mark.django_db
BAD = ENQUIRY | {"key": "A-8", "council": "Atlantis"}


@pytest.fixture(autouse=True)
def provider(db: None) -> Iterator[Organisation]:
    cast.amina()
    return cast.organisation(cast.OURS)


def load_all(sheet: Sheet, **more: Any) -> Checked:
    given: dict[str, Any] = {
        "provider": cast.organisation(cast.OURS),
        "sheet": sheet,
        "mapping": mapping_of(MAP, HEADERS),
    }
    return load(**given | more)


def rows() -> dict[str, int]:
    """How many rows every table has."""
    return {
        model.__name__: model._base_manager.count()
        if not hasattr(model.objects, "unseen")
        else model.objects.unseen().count()
        for model in (*apps.get_app_config("casework").get_models(), Organisation, Message)
    }


def case_of(key: str) -> Case:
    found = Imported.objects.get(source_key=key)
    return Case.objects.unseen().get(pk=found.case_id)


def test_a_trial_writes_nothing(provider: Organisation) -> None:
    before = rows()
    assert len(trial(provider, sheet_of(*GOOD, BAD), mapping_of(MAP, HEADERS)).good) == 3
    assert rows() == before


def test_a_good_file_becomes_cases_and_nobody_is_written_to() -> None:
    done = load_all(sheet_of(*GOOD))
    assert (len(done.good), done.bad, done.already) == (3, [], 0)
    assert Message.objects.count() == 0
    enquiry, certified, agreed = case_of("A-1"), case_of("A-2"), case_of("A-3")
    assert (enquiry.stage, enquiry.area, enquiry.child_label) == ("enquiry", "ealing", "RE")
    assert (certified.stage, certified.closed_on) == ("closed", date(2026, 6, 1))
    assert (agreed.stage, agreed.adviser, agreed.health) == ("certified", cast.amina(), True)
    assert agreed.authority == Organisation.objects.get(area="barnet")
    state = state_of(history_of(agreed))
    assert state.facts["certificate_issued"] == "2026-06-10"
    assert (state.certificates[0].number, state.certificates[0].ground) == ("OLD-77", "took_part")
    assert state.outcome == {"education": "agreed", "health": "agreed"}
    (given,) = state_of(history_of(certified)).certificates
    assert (len(given.number), given.ground) == (19, "does_not_wish")


def test_a_case_keeps_the_reference_that_it_had() -> None:
    load_all(sheet_of(ENQUIRY))
    opened, family, authority = history_of(case_of("A-1"))
    assert opened.told["own_reference"] == "A-1"
    assert (family.told["name"], family.told["role"]) == ("Cerys Example", Role.PARENT.value)
    assert authority.told["name"] == "London Borough of Ealing"


def test_run_again_nothing_is_made_twice() -> None:
    load_all(sheet_of(*GOOD))
    before = rows()
    again = load_all(sheet_of(*GOOD))
    assert (len(again.good), again.already) == (0, 3)
    assert rows() == before


def test_only_the_new_rows_of_a_longer_file_are_imported() -> None:
    load_all(sheet_of(ENQUIRY))
    done = load_all(sheet_of(*GOOD))
    assert (len(done.good), done.already) == (2, 1)


def test_a_reference_that_is_a_number_in_a_spreadsheet_is_known_again() -> None:
    numbered = ENQUIRY | {"key": 17}
    load_all(read_sheet("a.xlsx", xlsx_of(numbered)))
    assert load_all(read_sheet("a.xlsx", xlsx_of(numbered))).already == 1
    assert load_all(sheet_of(ENQUIRY | {"key": "17"})).already == 1


def test_another_provider_may_have_the_same_reference() -> None:
    load_all(sheet_of(ENQUIRY))
    done = load_all(sheet_of(ENQUIRY), provider=cast.organisation(cast.ANOTHER))
    assert (len(done.good), done.already) == (1, 0)


def test_one_bad_row_and_nothing_is_imported() -> None:
    before = rows()
    with pytest.raises(ImportRefused, match="1 rows are bad, so nothing was imported"):
        load_all(sheet_of(*GOOD, BAD))
    assert rows() == before


def test_bad_rows_may_be_left_out() -> None:
    done = load_all(sheet_of(*GOOD, BAD), leave_out_bad_rows=True)
    assert (len(done.good), done.bad_rows) == (3, 1)
    assert Case.objects.unseen().count() == 3


@pytest.mark.parametrize("broken", ["authority_of", "_laid", "_remember"])
def test_a_crash_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    whole = getattr(loading, broken)
    calls: list[object] = []

    def breaks(*given: Any, **more: Any) -> Any:
        calls.append(given)
        if len(calls) == 2 or broken == "_remember":
            whole(*given, **more)
            raise RuntimeError("planted")
        return whole(*given, **more)

    monkeypatch.setattr(loading, broken, breaks)
    before = rows()
    with pytest.raises(RuntimeError, match="planted"):
        load_all(sheet_of(*GOOD))
    assert rows() == before


def test_xlsx_imports_what_csv_does() -> None:
    load_all(sheet_of(*GOOD))
    from_csv = {key: _told(key) for key in ("A-1", "A-2", "A-3")}
    renamed = [row | {"key": f"X{row['key']}"} for row in GOOD]
    load_all(read_sheet("a.xlsx", xlsx_of(*renamed)))
    for key, told in from_csv.items():
        assert _told(f"X{key}") == told


def _told(key: str) -> list[object]:
    """Everything of a case but its references and the number that was made for its certificate."""
    return [
        (
            one.step,
            one.on,
            [piece.body for piece in one.pieces if not {"own_reference", "number"} & set(piece.body or {})],
        )
        for one in history_of(case_of(key))
    ]
