"""The table says what was measured: ratios the right way round, verdicts to the letter, nothing lost."""

import doctest
import json

import pytest

import bench.__main__ as command
from bench import harness, table
from bench.harness import NotMeasured, Times
from bench.table import at_least, at_most, lighter, markdown, missing, rates, within

ONE, TWO, THREE = (Times(n * 1e-6, n * 0.9e-6, n * 1.1e-6) for n in (1, 2, 3))


def test_at_most_lets_ours_take_so_many_times_the_peers_time() -> None:
    row = at_most("work", THREE, ONE, 3, "peer", "how")
    assert (row.ratio, row.target, row.verdict) == ("3×", "at most 3×", "reached")
    assert at_most("work", THREE, ONE, 2.9, "peer", "how").verdict == "not reached"


def test_at_least_asks_how_much_faster_ours_is() -> None:
    row = at_least("work", ONE, TWO, 2, "peer", "how")
    assert (row.ratio, row.verdict) == ("2×", "reached")
    assert at_least("work", TWO, ONE, 2, "peer", "how").verdict == "not reached"


def test_memory_is_reached_only_under_the_limit_and_with_what_else_was_asked() -> None:
    limit = 4 << 30
    assert within("rows", limit - 1, limit, "how").verdict == "reached"
    assert within("rows", limit, limit, "how").verdict == "not reached"
    assert within("rows", 1, limit, "how", and_also=False).verdict == "not reached"


def test_requests_a_second_are_compared_the_right_way_round() -> None:
    row = rates("page", TWO, ONE, 0.5, "peer", "how")
    assert (row.ratio, row.target, row.verdict) == ("0.5×", "at least 0.5×", "reached")
    assert row.ours == "500,000/s (454,545..555,556)"
    assert rates("page", TWO, ONE, 0.51, "peer", "how").verdict == "not reached"


def test_a_weight_must_stay_under_its_limit() -> None:
    assert lighter("page", 59_999, 60_000, "how").verdict == "reached"
    assert lighter("page", 60_000, 60_000, "how").verdict == "not reached"


def test_the_time_at_3g_is_worked_out_from_weights_and_trips() -> None:
    from bench.web import Part, at_3g

    parts = [Part("/", 9_000, 2_000), Part("a.css", 8_000, 8_000), Part("b.woff2", 20_000, 20_000)]
    assert at_3g(parts) == pytest.approx((1.55, 1.95))


def test_the_table_is_one_markdown_table_with_a_line_for_each_row() -> None:
    rows = [at_most("a | b", THREE, ONE, 3, "peer", "how"), missing("c", "no kernel", "at least 5×")]
    lines = markdown(rows).splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("| work")
    assert set(lines[1]) == {"|", "-"}
    assert "a \\| b" in lines[2]
    assert "3 µs (2.7 µs..3.3 µs)" in lines[2]
    assert "not measured" in lines[3]
    assert {line.replace("\\|", "").count("|") for line in lines} == {len(table.HEAD) + 1}


def test_the_examples_in_the_table_are_true() -> None:
    assert doctest.testmod(table).failed == 0


def test_rounds_go_in_turn_and_the_first_is_not_counted() -> None:
    order: list[str] = []
    took = iter((9.0, 9.0, 1.0, 10.0, 3.0, 30.0, 2.0, 20.0))

    def case(name: str) -> harness.Case:
        def work() -> float:
            order.append(name)
            return next(took)

        return work

    found = harness.interleave({"a": case("a"), "b": case("b")}, rounds=3)
    assert order == ["a", "b"] * 4
    assert found == {"a": Times(2, 1, 3), "b": Times(20, 10, 30)}


def test_a_process_that_fails_is_told_and_not_timed() -> None:
    from bench.ours import PYTHON

    with pytest.raises(NotMeasured, match="ended with 3"):
        harness.process([PYTHON, "-c", "raise SystemExit(3)"])()
    assert harness.process([PYTHON, "-c", "raise SystemExit(3)"], status=3)() > 0


def test_what_a_run_left_out_keeps_its_last_numbers(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(command, "RESULTS", tmp_path / "results")
    page = tmp_path / "page.md"
    page.write_text(f"before\n{command.BEGIN}\nold\n{command.END}\nafter\n", encoding="utf-8")
    command.keep("cold-start", [at_most("start", TWO, ONE, 2.5, "pass", "how")])
    command.write(page, {"one-person": [at_most("warm", TWO, ONE, 3, "loop", "how")]})
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    assert text.index("| warm") < text.index("| start")
    command.write(page, {})
    assert "| start" in page.read_text(encoding="utf-8")
    assert "| warm" not in page.read_text(encoding="utf-8")
    kept = json.loads((tmp_path / "results" / "cold-start.json").read_text(encoding="utf-8"))
    assert kept["rows"][0]["verdict"] == "reached"


def test_a_quick_run_is_not_written_down(capsys) -> None:
    assert command.main(["--quick", "--write"]) == 2
    assert "quick" in capsys.readouterr().err


def test_one_measure_runs_from_end_to_end(capsys) -> None:
    assert command.main(["--quick", "--only", "one-person"]) == 0
    told = capsys.readouterr().out
    assert told.count("plain loop, two dates") == 3
    assert "not measured" not in told
