"""Files that are tables, and files that are not; columns by their headers."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from evenhand.casework.importing import MappingRefused, SheetRefused, guess, mapping_of, read_sheet
from evenhand.casework.importing.cells import (
    OUTCOMES,
    Fault,
    council_of,
    day_of,
    issues_of,
    matter_of,
    one_of,
    time_of,
)
from evenhand.casework.importing.columns import COLUMNS, missing
from tests.casework.importing.sheets import FIELDS, GOOD, HEADERS, MAP, csv_of, xlsx_of


def test_csv_and_xlsx_are_the_same_table() -> None:
    from_csv, from_xlsx = read_sheet("a.csv", csv_of(*GOOD)), read_sheet("A.XLSX", xlsx_of(*GOOD))
    assert from_csv.headers == from_xlsx.headers == HEADERS
    assert [number for number, _ in from_csv.rows] == [number for number, _ in from_xlsx.rows] == [2, 3, 4]
    place = FIELDS.index("notice_sent")
    assert (from_csv.rows[0][1][place], from_xlsx.rows[0][1][place]) == ("2026-05-01", date(2026, 5, 1))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_may_be_parted_by_semicolons_or_tabs(delimiter: str) -> None:
    assert read_sheet("a.csv", csv_of(*GOOD, delimiter=delimiter)).headers == HEADERS


def test_letters_of_an_old_program_are_read() -> None:
    assert read_sheet("a.csv", "Ref,Name\n1,Zoë\n".encode("cp1252")).rows == ((2, ("1", "Zoë")),)


def test_empty_lines_keep_the_numbers_of_the_others() -> None:
    assert [number for number, _ in read_sheet("a.csv", b"Ref\n\n1\n,,\n2\n").rows] == [3, 5]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.ods", b"Ref\n1\n", "must end in .csv or .xlsx"),
        ("a.csv", b"", "The file is empty"),
        ("a.csv", b"\0\1", "not text"),
        ("a.csv", b'Ref\n"1\n', "not a sound CSV file"),
        ("a.csv", b"Ref\n" + b"x" * 5001, "more than 5,000 letters"),
        ("a.csv", b",".join(b"c%d" % one for one in range(101)), "more than 100 columns"),
        ("a.csv", b"Ref\n" + b"1\n" * 10_001, "more than 10,000 rows"),
        ("a.csv", b"x" * 10_000_001, "bigger than 10 MB"),
        ("a.xlsx", b"no zip", "cannot be read as a spreadsheet"),
        ("a.xlsx", csv_of(*GOOD), "cannot be read as a spreadsheet"),
    ],
)
def test_what_is_no_table_is_refused(name: str, data: bytes, told: str) -> None:
    with pytest.raises(SheetRefused, match=told):
        read_sheet(name, data)


def bomb(parts: int, size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in range(parts):
            packed.writestr(f"xl/{part}.xml", b" " * size)
    return out.getvalue()


@pytest.mark.parametrize("data", [bomb(1, 101_000_000), bomb(1001, 1), bomb(11, 9_999_999)])
def test_a_bomb_is_refused_before_it_is_unpacked(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_a, **_k: pytest.fail("it was unpacked"))
    with pytest.raises(SheetRefused, match="unpacks to more"):
        read_sheet("a.xlsx", data)


def test_a_formula_is_never_worked_out() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Ref", "Name"])
    book.active.append(["1", '=HYPERLINK("http://a.example","x")'])
    out = io.BytesIO()
    book.save(out)
    assert read_sheet("a.xlsx", out.getvalue()).rows == ((2, ("1", None)),)
    with pytest.raises(Fault, match="Formulas are never worked out"):
        matter_of("=1+1")


def test_a_spreadsheet_of_an_old_macintosh_counts_from_1904() -> None:
    book = Workbook()
    assert book.active is not None
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001
    book.active.append(["When"])
    book.active.append([44_681.0])
    out = io.BytesIO()
    book.save(out)
    ((_, (cell,)),) = read_sheet("a.xlsx", out.getvalue()).rows
    assert day_of(cell) == date(2026, 5, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-27",
        "27/03/2026",
        "27.3.2026",
        "27 March 2026",
        "27th Mar 2026",
        46108.0,
        "46108",
        "46108.5",
        date(2026, 3, 27),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: object) -> None:
    assert day_of(typed) == date(2026, 3, 27)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("03/27/2026", "Did you mean 27 March"),
        ("31/4/2026", "April 2026 has 30 days"),
        ("27/3/26", "four figures of the year"),
        ("soon", "The date needs a month"),
        (12.0, "12 is not a date"),
    ],
)
def test_what_is_no_day_says_why(typed: object, told: str) -> None:
    with pytest.raises(Fault, match=told):
        day_of(typed)  # type: ignore[arg-type]


def test_words_are_read_however_they_are_written() -> None:
    assert matter_of("REFUSAL TO ASSESS ") == matter_of("refusal_to_assess") == "refusal_to_assess"
    assert council_of("London Borough of Ealing") == "ealing"
    assert issues_of("Education, Social care & health") == {"education", "care", "health"}
    assert (time_of("9:30"), time_of(0.4375), time_of("")) == ("09:30", "10:30", "")
    assert one_of("Partial agreement", OUTCOMES, "agreed") == "part"


@pytest.mark.parametrize(
    ("read", "typed", "told"),
    [
        (matter_of, "refusal to asess", "Did you mean “refusal to assess”"),
        (matter_of, "permanent_exclusion", "is not known here. Write refusal to assess, for instance."),
        (council_of, "Bedford", "There is no council|More than one council"),
        (council_of, "Atlantis", "There is no council called “Atlantis”"),
        (issues_of, "football", "is not known here. Write education, health, care."),
        (time_of, "25:00", "is not a time"),
    ],
)
def test_words_that_are_not_known_say_what_is(read: object, typed: str, told: str) -> None:
    if typed == "Bedford":
        assert council_of(typed) == "bedford"
        return
    with pytest.raises(Fault, match=told):
        read(typed)  # type: ignore[operator]


def test_columns_are_found_by_their_headers() -> None:
    mapping = mapping_of(MAP, HEADERS)
    assert mapping == {field: place for place, field in enumerate(FIELDS)}
    assert missing(guess(["Name", "Council"])) == [
        one for one in COLUMNS if one.name in ("key", "matter", "first_contact")
    ]


def test_a_header_that_is_nearly_right_is_found() -> None:
    assert guess(["Local authorty", "Date of brith"]) == {"council": 0, "date_of_birth": 1}


def test_a_mapping_may_leave_a_column_out() -> None:
    assert "phone" not in mapping_of({"phone": None}, HEADERS)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ([], "must be an object"),
        ({"counsil": "LA"}, "no column 'counsil'. Did you mean 'council'"),
        ({"council": "Town"}, "The file has no column 'Town'. It has Our ref"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(said: object, told: str) -> None:
    with pytest.raises(MappingRefused, match=told):
        mapping_of(said, HEADERS)
