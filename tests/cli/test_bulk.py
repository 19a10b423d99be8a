"""`evenhand bulk`: a table in, the same table with its answers out; bad rows told, bad files refused."""

import contextlib
import csv
import io
import json
import os
import pty
import stat
import subprocess
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest
from django.test import Client

from evenhand.cli import bulk
from evenhand.cli.bulk import files
from evenhand.cli.bulk.work import ADDED
from evenhand.law import FactsRefused, advise
from evenhand.law.advice import DATE_ORDER, ROUTE_ORDER
from evenhand.law.facts import KINDS
from evenhand.law.mechanism.outcomes import STATES
from tests.law.rows import row_of

CASES = [
    json.loads(line)
    for name in ("cases.jsonl", "more_cases.jsonl")
    for line in (Path(__file__).parents[1] / "contract" / name).read_text(encoding="utf-8").splitlines()
]
NO_MATTER = "'matter' is missing: say what the disagreement is about."
TOO_MANY = "The line has more cells than the first line names columns."
JUNE = "matter,notice_sent,as_of\nrefusal_to_assess,2026-06-15,2026-07-01\n"


@pytest.fixture(autouse=True)
def _the_day(monkeypatch):
    monkeypatch.setattr(bulk, "today_in_london", lambda: date(2026, 11, 22))


class Done:
    """A run: its status, what it said, and the rows it wrote, each a dictionary of text or None."""

    def __init__(self, ran, out):
        self.status, self.err, self.path = ran.status, ran.err, out
        assert ran.out == b""
        self.rows, self.columns = [], []
        if out.exists() and out.suffix.lower() == ".csv":
            self.text = out.read_bytes().decode()
            found = csv.reader(io.StringIO(self.text, newline=""))
            self.columns = next(found)
            self.rows = [
                {name: cell or None for name, cell in zip(self.columns, cells, strict=True)}
                for cells in found
            ]
        elif out.exists() and out.is_file():
            self.frame = pl.read_parquet(out)
            as_text = self.frame.with_columns(pl.col(pl.Date).cast(pl.String))
            self.columns, self.rows = as_text.columns, as_text.rows(named=True)


@pytest.fixture
def convert(run, tmp_path):
    """Write this content to a file and run the command on it: text or bytes as CSV, a data frame as Parquet."""

    def converted(content, target="out.csv"):
        source = tmp_path / ("in.parquet" if isinstance(content, pl.DataFrame) else "in.csv")
        if isinstance(content, pl.DataFrame):
            content.write_parquet(source)
        else:
            source.write_bytes(content.encode() if isinstance(content, str) else content)
        before = sorted(tmp_path.iterdir())
        done = Done(run("bulk", str(source), str(tmp_path / target)), tmp_path / target)
        left = set(tmp_path.iterdir()) - set(before) - {tmp_path / target}
        assert not left, f"left behind: {left}"
        return done

    return converted


def one_line(err):
    assert err.startswith("evenhand: ")
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert err[:-1].isprintable()
    assert len(err) < 500


def refused(done, *parts):
    """The whole file was refused: exit 2, one line, nothing written."""
    assert done.status == 2
    one_line(done.err)
    assert not done.path.is_file()
    for part in parts:
        assert part in done.err


# ---- a table in, a table out


def test_a_row_of_facts_in_a_row_of_dates_and_states_out(convert):
    done = convert(JUNE)
    assert done.status == 0
    assert done.err.startswith("evenhand: 1 row written to ")
    assert done.columns == ["matter", "notice_sent", "as_of", *ADDED]
    (row,) = done.rows
    assert (row["contact_adviser"], row["register_appeal"]) == ("2026-08-15", "2026-09-01")
    assert (row["route_certificate"], row["route_appeal"], row["error"]) == ("open", "not_yet", None)


def test_the_columns_added_are_every_date_and_every_route_and_the_error():
    assert list(ADDED) == [*DATE_ORDER, *(f"route_{name}" for name in ROUTE_ORDER), "error"]


FRAME = pl.DataFrame(
    {
        "ref": [7, None],
        "matter": ["plan_contents", "refusal_to_assess"],
        "sections": [["B", "I"], None],
        "notice_sent": [date(2026, 6, 15), None],
        "as_of": [date(2026, 7, 1), date(2026, 7, 1)],
        "wants_mediation": [True, None],
        "health_issue": [False, None],
    }
)
SECTIONS_AS_TEXT = FRAME.with_columns(pl.col("sections").list.join(" "))
AS_CSV = (
    "ref,matter,sections,notice_sent,as_of,wants_mediation,health_issue\n"
    "7,plan_contents,B I,2026-06-15,2026-07-01,true,false\n,refusal_to_assess,,,2026-07-01,,\n"
)


@pytest.mark.parametrize("target", ["out.csv", "out.parquet", "OUT.CSV", "OUT.Parquet"])
@pytest.mark.parametrize("content", [AS_CSV, FRAME, SECTIONS_AS_TEXT], ids=["csv", "typed", "typed-text"])
def test_csv_and_parquet_in_and_out(convert, content, target):
    done = convert(content, target)
    assert (done.status, done.err.count("\n")) == (0, 1)
    rows = (
        pl.read_csv(done.path, infer_schema=False) if "csv" in target.lower() else pl.read_parquet(done.path)
    )
    assert rows["contact_adviser"].cast(pl.String).to_list() == ["2026-08-15", None]
    assert rows["register_appeal"].cast(pl.String).to_list() == ["2026-09-01", None]
    assert rows["route_certificate"].to_list() == ["open", "not_yet"]
    assert rows["error"].to_list() == [None, None]
    assert rows["ref"].cast(pl.String).to_list() == ["7", None]


def test_parquet_keeps_the_kinds_of_its_columns_and_writes_days_as_days(convert):
    done = convert(FRAME, "out.parquet")
    assert done.frame.select(FRAME.columns).equals(FRAME)
    assert {done.frame.schema[name] for name in DATE_ORDER} == {pl.Date}
    assert {done.frame.schema[f"route_{name}"] for name in ROUTE_ORDER} <= {pl.String, pl.Enum(STATES)}


KINDS_OF_COLUMNS = {
    "days with hours": (
        pl.Series([datetime(2026, 6, 15, tzinfo=UTC)]),
        "'notice_sent' is \"2026-06-15T00:00:00\"",
    ),
    "whole numbers": (pl.Series([20260615]), "'notice_sent' is \"20260615\""),
    "a day that Python has not": (pl.Series([10_000_000], dtype=pl.Int32).cast(pl.Date), "'notice_sent' is"),
    "a record": (pl.Series([{"a": 1}]), "'notice_sent' is"),
    "bytes that are no text": (pl.Series([b"\xff\xfe"]), "'notice_sent' is"),
    "lists of lists": (pl.Series([[["2026-06-15"]]]), "'notice_sent' is"),
}


@pytest.mark.parametrize(("column", "told"), KINDS_OF_COLUMNS.values(), ids=KINDS_OF_COLUMNS)
def test_a_column_of_another_kind_is_told_and_not_lost(convert, column, told):
    """In the row, or for the whole file; never a trace, and never as if the fact were unknown."""
    done = convert(
        pl.DataFrame({"matter": ["refusal_to_assess"]}).with_columns(column.alias("notice_sent")),
        "out.parquet",
    )
    one_line(done.err)
    if done.status == 2:
        assert "notice_sent" in done.err
    else:
        assert done.status == 1
        assert told in done.frame["error"][0]


def test_sections_as_a_list_with_a_hole_are_told(convert):
    done = convert(pl.DataFrame({"matter": ["plan_contents"], "sections": [["B", None]]}), "out.parquet")
    assert done.status in (1, 2)


@pytest.mark.parametrize("column", [[["x"]], [{"a": 1}], [b"\xff"]], ids=["list", "record", "bytes"])
def test_a_ref_that_csv_cannot_hold(convert, column):
    done = convert(pl.DataFrame({"matter": ["refusal_to_assess"], "ref": column}))
    one_line(done.err)
    assert done.status in (0, 2)


@pytest.mark.parametrize(
    "kind", [pl.Categorical, pl.Enum(["refusal_to_assess"])], ids=["categorical", "enum"]
)
def test_a_column_of_categories(convert, kind):
    done = convert(pl.DataFrame({"matter": pl.Series(["refusal_to_assess"], dtype=kind)}), "out.parquet")
    assert (done.status, done.rows[0]["route_certificate"]) == (0, "not_yet")


@pytest.mark.parametrize(
    "name", ["table.csv", "./table.csv", "symbolic.csv", "hard.csv", "folder/../table.csv"]
)
def test_a_table_is_not_written_over_itself(run, tmp_path, name):
    path = tmp_path / "table.csv"
    path.write_text(JUNE)
    (tmp_path / "folder").mkdir()
    (tmp_path / "symbolic.csv").symlink_to(path)
    (tmp_path / "hard.csv").hardlink_to(path)
    before = sorted(tmp_path.iterdir())
    for source, target in ((path, f"{tmp_path}/{name}"), (f"{tmp_path}/{name}", path)):
        done = run("bulk", str(source), str(target))
        assert done.status == 2
        one_line(done.err)
        assert "is the table to be read" in done.err
    assert path.read_text() == JUNE
    assert sorted(tmp_path.iterdir()) == before


def test_in_place_refused_leaves_the_file_as_it_was(run, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("matter,nothing\nrefusal_to_assess,1\n")
    assert run("bulk", str(path), str(path)).status == 2
    assert path.read_text() == "matter,nothing\nrefusal_to_assess,1\n"


@pytest.mark.parametrize("held", [7, 10, 14, 50, 100, 1000])
def test_more_rows_than_are_held_at_a_time(convert, monkeypatch, held):
    monkeypatch.setattr(files, "ROWS_AT_A_TIME", 7)
    monkeypatch.setattr(files, "ROWS_HELD", held)
    lines = "".join(f"{n},{'refusal_to_assess' if n % 10 else 'nothing'}\n" for n in range(100))
    for target in ("out.csv", "out.parquet"):
        done = convert(f"ref,matter\n{lines}", target)
        assert done.status == 1
        assert "100 rows written" in done.err
        assert "10 refused" in done.err
        assert [row["ref"] for row in done.rows] == [str(n) for n in range(100)]
        assert [int(row["ref"]) for row in done.rows if row["error"]] == list(range(0, 100, 10))


# ---- refs, and rows that are bad


def test_ref_is_carried_through_untouched(convert):
    refs = ["a", "0012", "1.50", " b ", 'he said "no"', "a,b", "two\nlines", "é", "2026-02-30", "'x"]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [("ref", "matter"), *((r, "refusal_to_assess") for r in refs)]
    )
    for target in ("out.csv", "out.parquet"):
        done = convert(text.getvalue(), target)
        assert done.status == 0
        assert [row["ref"] for row in done.rows] == refs


def test_a_bad_row_has_its_message_and_the_others_are_unharmed(convert):
    done = convert(
        "ref,matter,notice_sent,as_of\n1,refusal_to_assess,2026-06-15,2026-07-01\n"
        "2,refusal_to_assess,2026-02-30,2026-07-01\n3,,2026-06-15,2026-07-01\n"
        "4,refusal_to_assess,2026-07-02,2026-07-01\n5,refusal_to_assess,2026-06-15,2026-07-01\n"
    )
    assert done.status == 1
    assert "5 rows written" in done.err
    assert "3 refused" in done.err
    first, second, third, fourth, fifth = done.rows
    assert second["error"] == (
        "'notice_sent' is \"2026-02-30\": that is not a day of the calendar, written like 2026-06-15."
    )
    assert third["error"] == NO_MATTER
    assert fourth["error"].startswith("'notice_sent' (2026-07-02) cannot be after 'as_of' (2026-07-01)")
    for row in (second, third, fourth):
        assert not any(row[name] for name in ADDED if name != "error")
    assert {**first, "ref": None} == {**fifth, "ref": None}
    assert first["register_appeal"] == "2026-09-01"


@pytest.mark.parametrize("name", ["matter", "notice_sent", "area", "sections", "health_issue"])
def test_a_message_is_one_line_even_for_a_cell_with_more(convert, name):
    cells = {"matter": "plan_contents", name: "no\nsuch\r\nthing\x1b[31m\u2028"}
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([list(cells), list(cells.values())])
    done = convert(text.getvalue())
    assert done.status == 1
    assert done.rows[0]["error"].isprintable()


def test_a_long_cell_is_not_repeated_whole(convert):
    done = convert(f"matter\n{'x' * 100_000}\n")
    assert done.status == 1
    assert len(done.rows[0]["error"]) < 500


@pytest.mark.parametrize(
    ("lines", "errors"),
    [
        ("refusal_to_assess\nrefusal_to_assess,2026-06-15,2026-07-01\n", [None, None]),
        (
            "refusal_to_assess,2026-06-15,2026-07-01\nrefusal_to_assess,2026-06-15,2026-07-01,x\n",
            [None, TOO_MANY],
        ),
        (
            "refusal_to_assess,2026-06-15,2026-07-01,x\nrefusal_to_assess,2026-06-15,2026-07-01\n",
            [TOO_MANY, None],
        ),
        (
            "refusal_to_assess,2026-06-15,2026-07-01\nrefusal_to_assess,2026-06-15,2026-07-01,x,y\n",
            [None, TOO_MANY],
        ),
        (
            "refusal_to_assess,2026-06-15,2026-07-01,x,y\nrefusal_to_assess,2026-06-15,2026-07-01\n",
            [TOO_MANY, None],
        ),
        ("refusal_to_assess,2026-06-15,2026-07-01,\nrefusal_to_assess,2026-06-15,2026-07-01\n", [None, None]),
    ],
    ids=["short", "long", "long-first", "longer", "longer-first", "comma-at-the-end"],
)
def test_ragged_lines(convert, lines, errors):
    """Too short: the rest is unknown. Too long: an error in that row, and the others are unharmed."""
    done = convert(f"matter,notice_sent,as_of\n{lines}")
    assert [row["error"] for row in done.rows] == errors
    assert done.status == (1 if TOO_MANY in errors else 0)
    last = done.rows[-1]
    assert last["error"] or last["contact_adviser"] == "2026-08-15"


def test_a_short_line_leaves_its_facts_unknown(convert):
    done = convert("matter,notice_sent\nrefusal_to_assess\n")
    assert (done.status, done.rows[0]["contact_adviser"], done.rows[0]["route_certificate"]) == (
        0,
        None,
        "not_yet",
    )


def test_as_of_is_today_where_it_is_not_said(convert):
    without = convert("matter,notice_sent\nrefusal_to_assess,2026-06-15\n").rows[0]
    empty = convert(
        'matter,notice_sent,as_of\nrefusal_to_assess,2026-06-15,\nrefusal_to_assess,2026-06-15,""\n'
    )
    said = convert("matter,notice_sent,as_of\nrefusal_to_assess,2026-06-15,2026-11-22\n").rows[0]
    for row in (without, *empty.rows):
        assert row | {"as_of": None} == said | {"as_of": None}


# ---- formulas


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_cells_that_a_spreadsheet_would_run_get_an_apostrophe_in_csv_and_not_in_parquet(convert, start):
    cell = f"{start}cmd()"
    text = (
        f'ref,matter,area\n"{cell}",refusal_to_assess,\nx,refusal_to_assess,"{cell}"\ny,refusal_to_assess,\n'
    )
    in_csv, in_parquet = convert(text), convert(text, "out.parquet")
    assert [in_csv.rows[0]["ref"], in_csv.rows[1]["area"]] == [f"'{cell}", f"'{cell}"]
    assert [in_parquet.rows[0]["ref"], in_parquet.rows[1]["area"]] == [cell, cell]
    assert in_csv.rows[2]["ref"] == "y"
    assert (in_csv.status, in_parquet.status) == (1, 1)
    assert not any(
        value and value[0] in "=+-@\t"
        for row in in_csv.rows
        for name, value in row.items()
        if name != "error"
    )


def test_sections_that_begin_with_a_tab(convert):
    """They can be read, and a spreadsheet would still run the cell."""
    done = convert('matter,sections\nplan_contents,"\tB I"\n')
    assert (done.status, done.rows[0]["sections"]) == (0, "'\tB I")


def test_a_formula_in_a_column_of_categories(convert):
    frame = pl.DataFrame({"ref": pl.Series(["=1"], dtype=pl.Categorical), "matter": ["refusal_to_assess"]})
    assert convert(frame).rows[0]["ref"] == "'=1"


# ---- files that are refused


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("matter,notice", "There is no fact called 'notice'"),
        ("matter,notcie_sent", "Did you mean 'notice_sent'?"),
        ("Matter", "There is no fact called 'Matter'. Did you mean 'matter'?"),
        ("matter;notice_sent", "the columns are parted by semicolons: save it with commas"),
        ("\ufeffref;matter;as_of", "the columns are parted by semicolons: save it with commas"),
        ("matter\tnotice_sent", "the columns are parted by tabs: save it with commas"),
        ("matter,", "There is no fact called ''"),
        ("matter,contact_adviser_", "There is no fact called"),
        ("matter,register_appeal", "There is no fact called 'register_appeal'"),
        ("matter,error", "There is no fact called 'error'"),
        ("matter,as_of,as_of", "two columns called 'as_of'"),
        ("matter,ref,ref", "two columns called 'ref'"),
        ("notice_sent", "no column 'matter'"),
        ("ref", "no column 'matter'"),
        ("matter,agreement", "An agreement is a list"),
        ("matter,\x1b[31m", "There is no fact called"),
        ("matter," + "x" * 10_000, "There is no fact called"),
    ],
)
def test_wrong_columns(convert, header, told):
    refused(convert(f"{header}\nrefusal_to_assess,1,2\n"), told)


@pytest.mark.parametrize("name", ["notice", "agreement", "error"])
def test_wrong_columns_in_parquet(convert, name):
    refused(convert(pl.DataFrame({"matter": ["refusal_to_assess"], name: ["x"]})))


def test_parquet_without_matter(convert):
    refused(convert(pl.DataFrame({"ref": ["x"]})), "no column 'matter'")


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n\r\n", b"  \n", b",,\n", b"\xef\xbb\xbf"])
def test_an_empty_file(convert, content):
    refused(convert(content), "empty")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (JUNE.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + JUNE.encode("utf-16-be"), "UTF-16"),
        (b"matter,ref\nrefusal_to_assess,caf\xe9\n", "not UTF-8"),
        (b"matter,ref\nrefusal_to_assess,caf\xc3", "cannot be read|not UTF-8"),
        (b"PAR1 and then nothing", "cannot be read"),
        (b'matter,ref\nrefusal_to_assess,"never closed\nrefusal_to_assess,b\n', "cannot be read"),
        (
            b"matter,ref\n" + 50 * b"refusal_to_assess,a\n" + b'refusal_to_assess,"never closed\n',
            "cannot be read",
        ),
    ],
    ids=[
        "utf-16",
        "utf-16-be",
        "latin-1",
        "half-a-character",
        "half-a-parquet",
        "open-quote",
        "open-quote-late",
    ],
)
def test_a_file_that_cannot_be_read(convert, content, told):
    done = convert(content)
    refused(done)
    assert any(words in done.err for words in told.split("|"))


@pytest.mark.parametrize(
    "content", [b"", b"PAR1 and then nothing", b"PAR\xff", b"\x00\x9c\xff", JUNE.encode()]
)
@pytest.mark.parametrize("name", ["in.parquet", "IN.PARQUET"])
def test_a_parquet_file_that_is_none(run, tmp_path, content, name):
    (tmp_path / name).write_bytes(content)
    done = Done(run("bulk", str(tmp_path / name), str(tmp_path / "out.csv")), tmp_path / "out.csv")
    refused(done, f"{name} is not a Parquet file")


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends_and_marks(convert, before, end, last):
    """A line may end in either way, and the last one not at all; lines that end in CR alone are read or refused."""
    lines = ["matter,notice_sent,as_of", "refusal_to_assess,2026-06-15,2026-07-01"]
    done = convert(before + end.join(lines) + (end if last else ""))
    if end == "\r" and done.status == 2:
        refused(done)
        return
    assert done.status == 0
    assert [row["contact_adviser"] for row in done.rows] == ["2026-08-15"]
    assert done.columns[0] == "matter"


def test_quotes_and_spaces_in_the_first_line(convert):
    done = convert('"matter","ref"\nrefusal_to_assess,"a ""b"", c"\n')
    assert (done.columns[:2], done.rows[0]["ref"]) == (["matter", "ref"], 'a "b", c')
    assert convert(" matter , ref\nrefusal_to_assess,x\n").columns[:2] == ["matter", "ref"]


@pytest.mark.parametrize("content", ["matter,ref\n", "matter,ref", "\ufeffmatter,ref\r\n"])
@pytest.mark.parametrize("target", ["out.csv", "out.parquet"])
def test_a_first_line_and_no_more(convert, content, target):
    done = convert(content, target)
    assert (done.status, done.rows) == (0, [])
    assert done.columns == ["matter", "ref", *ADDED]
    assert "0 rows written" in done.err


def test_parquet_without_rows(convert):
    done = convert(FRAME.clear(), "out.parquet")
    assert (done.status, done.rows, done.columns) == (0, [], [*FRAME.columns, *ADDED])


@pytest.mark.parametrize("name", ["nothing.csv", "folder", "."])
def test_no_such_file_and_a_folder(run, tmp_path, name):
    (tmp_path / "folder").mkdir()
    done = Done(run("bulk", str(tmp_path / name), str(tmp_path / "out.csv")), tmp_path / "out.csv")
    refused(done, "cannot be read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_or_refused_but_never_waited_for(tmp_path):
    """The reading begins anew for the rows, so what comes through a pipe would be gone."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write():
        with contextlib.suppress(BrokenPipeError), open(pipe, "w") as file:
            file.write(JUNE)

    threading.Thread(target=write, daemon=True).start()
    words = [sys.executable, "-m", "evenhand.cli", "bulk", str(pipe), str(tmp_path / "out.csv")]
    done = subprocess.run(words, capture_output=True, timeout=10, check=False)
    assert done.returncode in (0, 2)
    assert (tmp_path / "out.csv").exists() == (done.returncode == 0)
    one_line(done.stderr.decode())


@pytest.mark.parametrize("target", ["out.txt", "out", "out.csv.gz", "out.xlsx", ""])
def test_a_name_that_does_not_say_how_to_write(convert, target):
    done = convert(JUNE, target)
    refused(done, ".csv or .parquet")


def test_a_folder_that_is_not_there(convert):
    refused(convert(JUNE, "nowhere/out.csv"), "cannot be written")


def test_a_folder_that_may_not_be_written(convert, monkeypatch):
    def no(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.tempfile, "mkdtemp", no)
    refused(convert(JUNE), "cannot be written", "Permission denied")


def test_out_is_a_folder(run, tmp_path):
    (tmp_path / "in.csv").write_text(JUNE)
    (tmp_path / "out.csv").mkdir()
    ran = run("bulk", str(tmp_path / "in.csv"), str(tmp_path / "out.csv"))
    assert ran.status == 2
    one_line(ran.err)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


@pytest.mark.parametrize("target", ["out.csv", "out.parquet"])
def test_a_disk_that_is_full_half_way(convert, monkeypatch, target):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_csv", full)
    monkeypatch.setattr(pl.DataFrame, "write_parquet", full)
    done = convert(JUNE, target)
    assert done.status in (1, 2)
    one_line(done.err)
    assert "No space left" in done.err
    assert not done.path.exists()


@pytest.mark.parametrize("words", [[], ["in.csv"], ["a.csv", "b.csv", "c.csv"], ["--fast", "a.csv", "b.csv"]])
def test_the_words_of_the_command(run, words):
    ran = run("bulk", *words)
    assert ran.status == 2
    one_line(ran.err)
    assert "Try: evenhand bulk IN.csv OUT.csv" in ran.err


def test_a_file_written_may_be_read_like_any_other(convert):
    done = convert(JUNE)
    assert not stat.S_IMODE(done.path.stat().st_mode) & 0o111


# ---- the bar


def _on_a_terminal(words):
    """What the command says on standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "evenhand.cli", *words], stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            block = os.read(ours, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
        if not block:
            break
        said += block
    os.close(ours)
    process.stdout.close()
    return process.wait(60), said.decode()


def test_a_bar_on_a_terminal_and_only_there(tmp_path, process):
    (tmp_path / "in.csv").write_text(JUNE)
    words = ["bulk", str(tmp_path / "in.csv"), str(tmp_path / "out.csv")]
    status, said = _on_a_terminal(words)
    assert status == 0
    assert "[##############################] 100%  1 of 1 rows" in said
    assert said.replace("\r\n", "\n").rpartition("\x1b[K")[2].startswith("evenhand: 1 row written to ")
    elsewhere = process(*words)
    assert (elsewhere.status, "#" in elsewhere.err, "\x1b" in elsewhere.err) == (0, False, False)


# ---- four doors, one answer


def fits_a_row(facts):
    """Whether the facts are of kinds that a cell can say: no agreement, no name or kind beyond the schema's."""
    for name, value in facts.items():
        kind = KINDS.get(name)
        if kind is None or (name == "agreement" and value is not None):
            return False
        if name == "sections":
            if not isinstance(value, list) or not all(
                isinstance(s, str) and s and " " not in s for s in value
            ):
                return False
        elif kind == "flag":
            if not isinstance(value, bool | None):
                return False
        elif not isinstance(value, str | None) or value == "" or value in ("true", "false"):
            return False
    return "matter" in facts and None not in (
        facts["matter"],
        facts.get("acting", ""),
        facts.get("as_of", ""),
    )


FITTING = [case for case in CASES if fits_a_row(case["facts"])]


def test_most_cases_fit_a_row():
    assert len(FITTING) > 0.6 * len(CASES)
    assert any(case["expect"].get("refused") for case in FITTING)


@pytest.mark.parametrize("target", ["out.csv", "out.parquet"])
def test_four_doors_one_answer(convert, run, tmp_path, monkeypatch, target):
    """Every case that fits a row: Python, the command and HTTP give the same bytes, and bulk the same dates."""
    client, facts_file = Client(), tmp_path / "facts.json"
    text = io.StringIO()
    names = [name for name in KINDS if name != "agreement"]
    writer = csv.DictWriter(text, ["ref", *names], lineterminator="\n")
    writer.writeheader()
    for case in FITTING:
        writer.writerow({"ref": case["id"], **row_of(case["facts"])})
    done = convert(text.getvalue(), target)
    assert [row["ref"] for row in done.rows] == [case["id"] for case in FITTING]
    for case, row in zip(FITTING, done.rows, strict=True):
        facts = {"as_of": "2026-11-22", **case["facts"]}
        body = json.dumps(facts)
        facts_file.write_text(body)
        command = run("advise", str(facts_file))
        http = client.post("/api/v1/advice", body, content_type="application/json")
        if case["expect"].get("refused"):
            with pytest.raises(FactsRefused) as refusal:
                advise(facts)
            message = str(refusal.value)
            assert (command.status, http.status_code, row["error"]) == (2, 422, message), case["id"]
            assert message in command.err
            assert message in json.loads(http.content)["detail"]
            continue
        advice = advise(facts)
        assert (command.status, http.status_code, row["error"]) == (0, 200, None), case["id"]
        assert command.out == http.content == advice.json(), case["id"]
        for name in DATE_ORDER:
            found = advice.date(name)
            assert row[name] == (found.on.isoformat() if found else None), (case["id"], name)
        for route in advice.routes:
            assert row[f"route_{route.route}"] == route.state, (case["id"], route.route)
        for name, on in case["expect"].get("dates", {}).items():
            assert row[name] == on, (case["id"], name)
