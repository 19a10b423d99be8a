"""What is asked of the law at one point of the journey."""

from datetime import date

from evenhand.journeys.asking import Known


def test_what_the_law_would_refuse_is_no_change() -> None:
    known = Known({"matter": "refusal_to_assess", "notice_sent": "2026-10-05"}, {}, date(2026, 11, 16))
    assert not known.would_change([{"certificate_issued": "2026-09-01"}])
    assert known.would_change([{"certificate_issued": "2026-10-20"}])
