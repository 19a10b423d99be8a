"""`evenhand import-cases`: a trial unless it is meant, every bad row told, and twice is harmless."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evenhand.casework.models import Case, Imported
from evenhand.cli import main
from tests.casework.cases import TODAY
from tests.casework.importing.sheets import ENQUIRY, GOOD, MAP, csv_of, xlsx_of
from tests.people import cast

pytestmark = pytest.mark.django_db
BAD = ENQUIRY | {"key": "A-8", "council": "Atlantis"}
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """The exit status, and what was written to both outputs."""
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
    cast.amina()

    def said(*words: str) -> tuple[int, str, str]:
        status = main(["import-cases", *words])
        heard = capsys.readouterr()
        return status, heard.out, heard.err

    return said


@pytest.fixture
def mapped(tmp_path: Path) -> str:
    (tmp_path / "map.json").write_text(json.dumps(MAP))
    return str(tmp_path / "map.json")


def file(folder: Path, data: bytes, name: str = "cases.csv") -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def test_a_trial_says_what_would_be_made_and_writes_nothing(say: Say, mapped: str, tmp_path: Path) -> None:
    status, out, _err = say(file(tmp_path, csv_of(*GOOD)), "--map", mapped)
    assert status == 0
    assert out.startswith("Northwold Mediation: 3 rows\n")
    assert "  key                 from “Our ref”\n" in out
    assert "Would be imported: 3 cases\n       1  certified\n       1  closed\n       1  enquiry\n" in out
    assert out.endswith("Nothing was written: this was a trial. Import them with --really.\n")
    assert not Case.objects.unseen().exists()


def test_really_imports_and_again_does_nothing(say: Say, mapped: str, tmp_path: Path) -> None:
    path = file(tmp_path, xlsx_of(*GOOD), "cases.xlsx")
    status, out, _err = say(path, "--map", mapped, "--really")
    assert (status, Case.objects.unseen().count(), Imported.objects.count()) == (0, 3, 3)
    assert "Imported: 3 cases" in out
    status, out, _err = say(path, "--map", mapped, "--really")
    assert (status, Case.objects.unseen().count()) == (0, 3)
    assert "Imported: 0 cases" in out
    assert "Imported before, and passed over: 3 rows" in out


def test_bad_rows_are_told_and_nothing_is_imported(say: Say, mapped: str, tmp_path: Path) -> None:
    path = file(tmp_path, csv_of(*GOOD, BAD))
    for more in ([], ["--really"]):
        status, out, _err = say(path, "--map", mapped, *more)
        assert status == 1
        assert "Bad rows: 1\n  row 5, LA: There is no council called “Atlantis”.\n" in out
        assert "Would be imported: 3 cases" in out
        assert not Case.objects.unseen().exists()
    status, out, _err = say(path, "--map", mapped, "--really", "--leave-out-bad-rows")
    assert (status, Case.objects.unseen().count()) == (1, 3)
    assert "Imported: 3 cases" in out


def test_a_column_that_is_not_found_is_asked_for(say: Say, tmp_path: Path) -> None:
    status, _out, err = say(file(tmp_path, b"Ref,Parent\n1,Ann\n"))
    assert status == 2
    assert "no column was found for council (Council), matter (What it is about), first_contact" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "takes one file"),
        (["no-such.csv"], "no-such.csv cannot be read: No such file or directory."),
        (["--relly", "a.csv"], "import-cases has no option --relly. Did you mean --really?"),
    ],
)
def test_words_that_do_not_fit_are_refused(say: Say, words: list[str], told: str) -> None:
    status, out, err = say(*words)
    assert (status, out) == (2, "")
    assert told in err


def test_a_map_that_does_not_fit_is_refused(say: Say, tmp_path: Path) -> None:
    path = file(tmp_path, csv_of(*GOOD))
    assert "it is not JSON" in say(path, "--map", file(tmp_path, b"{", "map.json"))[2]
    assert "no column 'counsil'" in say(path, "--map", file(tmp_path, b'{"counsil": "LA"}', "map.json"))[2]
    assert "cannot be read" in say(path, "--map", str(tmp_path / "none.json"))[2]


def test_the_provider_must_be_named_where_there_are_several(say: Say, mapped: str, tmp_path: Path) -> None:
    cast.ben()
    path = file(tmp_path, csv_of(*GOOD))
    assert "There are: farside-resolution, northwold-mediation." in say(path, "--map", mapped)[2]
    assert "there is no provider 'x'" in say(path, "--map", mapped, "--provider", "x")[2]
    said = ("--map", mapped, "--provider", "northwold-mediation", "--really")
    assert say(path, *said)[0] == 0
    assert {case.provider for case in Case.objects.unseen()} == {cast.organisation(cast.OURS)}


def test_what_a_file_says_is_printed_on_one_line(say: Say, mapped: str, tmp_path: Path) -> None:
    path = file(tmp_path, csv_of(ENQUIRY | {"council": "A\x1b[31mtown"}))
    out = say(path, "--map", mapped)[1]
    assert "\x1b" not in out
    assert "A\\x1b[31mtown" in out
