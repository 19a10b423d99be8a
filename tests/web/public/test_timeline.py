"""The line of time."""

from datetime import date

from evenhand.web.public.timeline import line_of

AS_AT = date(2026, 11, 22)


def _version(since: str | None, until: str | None) -> dict[str, object]:
    return {"since": since, "until": until, "sentence": "It says so."}


def test_bars_follow_one_another_and_stay_on_the_line() -> None:
    line = line_of([_version(None, "2018-04-02"), _version("2018-04-03", None)], AS_AT)
    first, second = line.bars
    assert first.left < second.left
    assert first.left + first.width <= second.left
    assert second.left + second.width == 100
    assert line.ticks[0].year == 2014
    assert all(0 <= tick.left < 100 for tick in line.ticks)


def test_a_version_of_a_few_days_can_still_be_seen() -> None:
    line = line_of([_version("2020-05-01", "2020-05-02")], AS_AT)
    assert line.bars[0].width > 0.5


def test_a_version_that_ended_before_part_3_began() -> None:
    line = line_of([_version(None, "2012-01-01"), _version("2012-01-02", None)], AS_AT)
    assert line.bars[0].left == 0
    assert all(bar.width > 0 for bar in line.bars)
