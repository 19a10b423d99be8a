"""Every kind of bad row, with its number, its column and the reason."""

from typing import Any

import pytest

from evenhand.casework.heart.stages import Stage
from evenhand.casework.importing import Bad, Checked, check, mapping_of
from tests.casework.cases import TODAY
from tests.casework.importing.sheets import AGREED, CERTIFIED, ENQUIRY, GOOD, HEADERS, MAP, sheet_of


def checked(*rows: dict[str, Any], **more: Any) -> Checked:
    given = {"today": TODAY, "advisers": {"amina@cast.example"}} | more
    return check(sheet_of(*rows), mapping_of(MAP, HEADERS), **given)


def test_good_rows_say_where_their_cases_would_stand() -> None:
    found = checked(*GOOD)
    assert found.bad == []
    assert [(row.number, row.key, row.stage) for row in found.good] == [
        (2, "A-1", Stage.ENQUIRY),
        (3, "A-2", Stage.CLOSED),
        (4, "A-3", Stage.CERTIFIED),
    ]


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"key": ""}, "Our ref", "It is empty, and every row needs it."),
    ({"family_name": ""}, "Parent", "It is empty, and every row needs it."),
    ({"family_name": "=A1"}, "Parent", "It is a formula."),
    ({"family_name": "x" * 201}, "Parent", "It has more than 200 letters."),
    ({"council": "Atlantis"}, "LA", "There is no council called “Atlantis”."),
    ({"matter": "parking"}, "Type of decision", "“parking” is not known here."),
    ({"first_contact": ""}, "First contact", "It is empty, and every row needs it."),
    ({"first_contact": "31/4/2026"}, "First contact", "April 2026 has 30 days, so there is no 31 April."),
    ({"first_contact": "21/6/2026"}, "First contact", "21 June 2026 has not come yet."),
    ({"relation": "neighbour"}, "Relation", "“neighbour” is not known here."),
    ({"issues": "football"}, "Issues", "“football” is not known here."),
    ({"adviser": "nobody@cast.example"}, "Adviser", "No adviser of this service has this e-mail address."),
    ({"choice": "no"}, "MIA date", "There is a choice, and no day of advice."),
    ({"choice_on": "12/5/2026"}, "Proceed?", "There is a day, and not what was chosen."),
    ({"outcome": "agreed"}, "Mediation date", "There is an outcome, and no day of the meeting."),
    ({"closed_how": "done"}, "Closed", "It says how the case was closed, and not when."),
    (
        {"advice_given": "10/5/2026"},
        "MIA date",
        "10 May 2026 is before “first contact on” (11 May 2026). One of the two is wrong.",
    ),
    (
        {"authority_told": "14/5/2026"},
        "LA notified",
        "“Tell the authority” cannot be done now: the case stands at “enquiry”.",
    ),
    ({"certificate_on": "14/5/2026"}, "Certificate issued", "“Issue the certificate” cannot be done now"),
    (
        {"notice_sent": "1/9/2010"},
        "Date of decision letter",
        "the law of these notices begins on 1 September 2014",
    ),
    ({"notice_sent": "12/5/2026"}, "First contact", "cannot be before"),
    ({"date_of_birth": "4/3/2026", "notice_sent": "1/2/2026"}, "Date of decision letter", "cannot be before"),
]


@pytest.mark.parametrize(("changed", "column", "told"), WRONG, ids=[f"{w[1]}: {w[2][:30]}" for w in WRONG])
def test_a_bad_row_says_which_column_and_why(changed: dict[str, Any], column: str, told: str) -> None:
    found = checked(ENQUIRY, ENQUIRY | {"key": "A-9"} | changed)
    assert [row.number for row in found.good] == [2]
    first = found.bad[0]
    assert (first.row, first.column) == (3, column)
    assert told in first.reason


MEETINGS: list[tuple[dict[str, Any], str, str]] = [
    ({"outcome": ""}, "Start time", "Give the time at which the meeting begins and ends, or its outcome."),
    (
        {"meeting_on": "25/6/2026", "certificate_on": ""},
        "Outcome",
        "The meeting is still to come, so it has no outcome yet.",
    ),
    ({"meeting_starts": "12:00", "meeting_ends": "10:00"}, "End time", "The meeting ends before it begins."),
    ({"outcome": "splendid"}, "Outcome", "“splendid” is not known here."),
    ({"authority_told": ""}, "Mediation date", "“Fix the meeting” cannot be done now"),
    ({"closed_on": "1/6/2026"}, "Closed", "1 June 2026 is before “certificate issued on” (10 June 2026)."),
    (
        {"outcome": "held", "certificate_on": "", "closed_on": "12/6/2026"},
        "Closed",
        "“Close the case” cannot be done now",
    ),
]


@pytest.mark.parametrize(("changed", "column", "told"), MEETINGS, ids=[one[2][:40] for one in MEETINGS])
def test_a_meeting_that_cannot_have_been_like_that(changed: dict[str, Any], column: str, told: str) -> None:
    (first, *_more) = checked(AGREED | changed).bad
    assert (first.row, first.column) == (2, column)
    assert told in first.reason


def test_a_row_may_be_bad_in_several_ways_and_counts_once() -> None:
    found = checked(ENQUIRY | {"council": "", "matter": "parking"})
    assert (len(found.bad), found.bad_rows) == (2, 1)


def test_two_rows_with_one_reference_are_refused_at_the_second() -> None:
    assert checked(ENQUIRY, ENQUIRY).bad == [
        Bad(3, "Our ref", "Row 2 has the same reference. Each row needs its own.")
    ]


def test_rows_that_were_imported_before_are_passed_over_even_if_they_are_bad_now() -> None:
    found = checked(ENQUIRY | {"council": ""}, CERTIFIED, already={"A-1"})
    assert (found.already, found.bad, [row.key for row in found.good]) == (1, [], ["A-2"])
