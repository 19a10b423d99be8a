"""Random facts that use every fact of the schema, drawn on the edges of the law.

`draw(rng)` gives facts as JSON would: about one in seven is broken or contradictory on purpose, and what was
broken may by chance still be sound. Whoever compares must ask both readings whether they refuse.
"""

from datetime import date, timedelta

MATTERS = (
    "refusal_to_assess",
    "refusal_to_issue_plan",
    "plan_contents",
    "refusal_to_reassess",
    "refusal_to_amend",
    "ceasing_to_maintain",
    "duties_not_carried_out",
    "provision_by_setting",
    "health_or_social_care_provision",
    "authority_and_commissioner",
    "discrimination_by_school",
    "permanent_exclusion",
    "admission_refused",
)
ACTIONS = (
    "assess",
    "reassess",
    "issue_plan",
    "reconsider_plan",
    "amend_contents",
    "amend_placement",
    "amend_contents_and_placement",
    "continue_plan",
    "continue_and_amend_plan",
    "cease_plan",
    "other",
)
SECTIONS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
AREAS = ("kent", "north-yorkshire", "bristol-city-of", "no-such-council", "a", "x9-y8")

FIRST = date(2014, 9, 1)
LAST = date(2040, 12, 31)
EDGES = (
    FIRST,
    date(2015, 3, 23),
    date(2018, 4, 3),
    date(2020, 5, 1),
    date(2020, 7, 21),
    date(2020, 9, 25),
    date(2022, 7, 1),
    date(2022, 9, 19),
    date(2023, 5, 8),
    date(2028, 12, 31),
    LAST,
)
EASTERS = {
    2015: (4, 5),
    2018: (4, 1),
    2020: (4, 12),
    2024: (3, 31),
    2026: (4, 5),
    2027: (3, 28),
    2028: (4, 16),
    2029: (4, 1),
}
DAYS_AFTER_THE_NOTICE = (
    "adviser_contacted",
    "adviser_told_no",
    "authority_told",
    "commissioner_notified",
    "adviser_told_cannot_arrange",
    "mediation_on",
    "mediation_concluded",
    "certificate_issued",
    "recommendation_made_on",
    "appeal_received",
    "complaint_answered_on",
    "governors_decided_on",
    "conduct_on",
    "learned_of_matter_on",
)
FLAGS = (
    "wants_mediation",
    "assessment_or_plan_under_way",
    "health_issue",
    "social_care_issue",
    "education_issue",
)
DAY_NAMES = ("as_of", "date_of_birth", "notice_sent", "notice_dated", *DAYS_AFTER_THE_NOTICE)
# the first may not come before the second
PAIRS = (
    ("certificate_issued", "notice_sent"),
    ("adviser_contacted", "notice_sent"),
    ("adviser_told_no", "notice_sent"),
    ("authority_told", "notice_sent"),
    ("mediation_on", "notice_sent"),
    ("mediation_concluded", "notice_sent"),
    ("agreement", "notice_sent"),
    ("notice_sent", "notice_dated"),
    ("notice_sent", "date_of_birth"),
    ("mediation_concluded", "mediation_on"),
    ("agreement", "mediation_on"),
    ("certificate_issued", "adviser_contacted"),
    # and these may
    ("commissioner_notified", "notice_sent"),
    ("adviser_told_cannot_arrange", "notice_sent"),
    ("appeal_received", "notice_sent"),
    ("certificate_issued", "adviser_told_no"),
    ("adviser_told_no", "adviser_contacted"),
    ("commissioner_notified", "authority_told"),
    ("adviser_contacted", "authority_told"),
    ("mediation_on", "authority_told"),
)
NO_DAYS = (
    "2026-02-30",
    "2026-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2041-01-01",
    "9999-12-31",
    "26-01-01",
    "2026-1-1",
    "20260101",
    "2026-W01-1",
    "2026/01/01",
    "01-01-2026",
    "2026-01-01T00:00:00",
    "2026-01-01 ",
    " 2026-01-01",
    "2026-01-01\n",
    "２０２６-01-01",
    "+2026-01-01",
    "",
    "today",
    "null",
    0,
    1,
    20260101,
    1.5,
    True,
    False,
    [],
    ["2026-01-01"],
    {},
)


def _clip(day):
    return min(max(day, FIRST), LAST)


def _move(day, days):
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return LAST


def _a_day(rng):
    """A day of the law's life, more often than not on an edge."""
    kind = rng.randrange(10)
    year = rng.randint(2014, 2040)
    if kind == 0:
        return _clip(_move(rng.choice(EDGES), rng.randint(-2, 2)))
    if kind == 1:  # so that two months end on an edge
        return _clip(_move(rng.choice(EDGES), rng.randint(-64, -58)))
    if kind == 2:  # month ends
        first_of_next = date(year + 1, 1, 1) if rng.randrange(4) == 0 else date(year, rng.randint(2, 12), 1)
        return _clip(_move(first_of_next, rng.choice((-4, -3, -2, -1, 0))))
    if kind == 3:  # two months before Christmas and New Year, or at Christmas
        return _clip(_move(date(year, rng.choice((10, 11, 12)), 20), rng.randint(0, 14)))
    if kind == 4:  # two months before August and its end, or in August
        return _clip(_move(date(year, rng.choice((5, 6, 7, 8)), 28), rng.randint(0, 6)))
    if kind == 5:  # round Easter, or two months before it
        month, day = EASTERS[y] if (y := rng.choice(tuple(EASTERS))) else (4, 1)
        return _clip(_move(date(y, month, day), rng.choice((0, 0, -61)) + rng.randint(-8, 3)))
    if kind == 6:  # the last days of February
        return _clip(_move(date(year, 2, 27), rng.randint(0, 3)))
    return _clip(_move(FIRST, rng.randint(0, (LAST - FIRST).days)))


def _gap(rng):
    """How many days after: often the same day, a working week, thirty days, or about two months."""
    return rng.choice(
        (
            0,
            0,
            1,
            rng.randint(2, 9),
            rng.randint(10, 40),
            rng.randint(28, 34),
            rng.randint(57, 66),
            rng.randint(57, 66),
            rng.randint(67, 200),
        )
    )


def _birth(rng, as_of, latest):
    """A date of birth about the 25th birthday, the end of compulsory school age, or anywhere."""
    kind = rng.randrange(5)
    if kind == 0:
        day = _move(date(as_of.year - 25, as_of.month, min(as_of.day, 28)), rng.randint(-3, 3))
    elif kind == 1:
        day = _move(date(as_of.year - 16, 8, 31), rng.randint(-3, 3))
    elif kind == 2:
        day = _move(date(as_of.year - 16, rng.choice((6, 7)), 26), rng.randint(-10, 10))
    elif kind == 3:
        day = _move(date(as_of.year - rng.randint(14, 18), 1, 1), rng.randint(0, 364))
    else:
        day = _move(date(as_of.year - rng.randint(1, 30), 1, 1), rng.randint(0, 364))
    day = min(day, latest)
    return (
        _move(day, -1) if (day.month, day.day) == (2, 29) else day
    )  # DOUBTS.md: the leapling's 25th birthday


def sound(rng):
    """Facts that nobody should refuse."""
    facts = {"matter": rng.choice(MATTERS if rng.randrange(3) else MATTERS[:6])}
    if rng.randrange(3) == 0:
        facts["matter"] = "plan_contents"
    if rng.randrange(2):
        facts["acting"] = rng.choice(
            ("parent", "parent", "parent", "young_person", "young_person", "authority", "commissioning_body")
        )

    days = {}
    start = _a_day(rng)
    if rng.randrange(8):
        days["notice_sent"] = start
    if rng.randrange(4) == 0:
        days["notice_dated"] = max(FIRST, _move(start, -rng.choice((0, 1, 2, 3, 7, 14, 31))))
    often = rng.choice((0.08, 0.25, 0.5))
    for name in DAYS_AFTER_THE_NOTICE:
        if rng.random() < often:
            days[name] = min(LAST, _move(start, _gap(rng)))
    for name in ("conduct_on", "learned_of_matter_on"):
        if name in days and rng.randrange(2):
            days[name] = min(start, _move(_a_day(rng), rng.choice((0, 0, -200, -2000))))
    if "mediation_on" in days and "mediation_concluded" in days:
        days["mediation_concluded"] = max(days["mediation_concluded"], days["mediation_on"])
    if "adviser_contacted" in days and "certificate_issued" in days:
        days["certificate_issued"] = max(days["certificate_issued"], days["adviser_contacted"])

    if rng.random() < 0.3:
        made_on = min(LAST, _move(start, _gap(rng)))
        if "mediation_on" in days:
            made_on = max(made_on, days["mediation_on"])
        items = []
        for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
            item = {"action": rng.choice(ACTIONS)}
            if rng.randrange(4) == 0:
                item["agreed_by"] = rng.choice(
                    (None, min(LAST, _move(made_on, rng.randint(-5, 400))).isoformat())
                )
            items.append(item)
        facts["agreement"] = {"made_on": made_on.isoformat(), "items": items}
        if rng.randrange(3):
            facts["agreement"]["authority_was_party"] = rng.randrange(2) == 0
        latest = made_on
    else:
        latest = FIRST

    known = [day for name, day in days.items() if name != "mediation_on"]
    latest = max([latest, *known])
    as_of = min(
        LAST, _move(latest, rng.choice((0, 0, 1, rng.randint(2, 40), _gap(rng), rng.randint(0, 700))))
    )
    if rng.randrange(4) == 0:  # about a limit
        as_of = max(latest, min(LAST, _move(start, rng.randint(57, 72))))
    as_of = max(as_of, FIRST)
    days["as_of"] = as_of
    if (
        "mediation_on" in days
        and rng.randrange(4) == 0
        and "mediation_concluded" not in days
        and "agreement" not in facts
    ):
        days["mediation_on"] = min(LAST, _move(as_of, rng.randint(0, 60)))
    if rng.randrange(3) == 0:
        days["date_of_birth"] = _birth(rng, as_of, min(as_of, days.get("notice_sent", as_of)))

    for name, day in days.items():
        facts[name] = day.isoformat()
    if facts["matter"] == "plan_contents" and rng.randrange(5):
        if rng.randrange(2):
            facts["sections"] = rng.choice(
                (["I"], ["B"], ["F", "I"], ["C"], ["C", "I"], ["D", "G"], ["B", "D"], [])
            )
        else:
            facts["sections"] = rng.sample(SECTIONS, rng.randint(1, 5))
    for name in FLAGS:
        if rng.randrange(3) == 0 and (name in FLAGS[:2] or facts["matter"] != "plan_contents"):
            facts[name] = rng.randrange(2) == 0
    if facts["matter"] == "plan_contents" and facts.get("sections") and rng.randrange(4) == 0:
        facts["health_issue"] = bool({"C", "G"} & set(facts["sections"]))
        facts["social_care_issue"] = bool({"D", "H1", "H2"} & set(facts["sections"]))
        facts["education_issue"] = bool({"B", "F", "I"} & set(facts["sections"]))
    if rng.randrange(4) == 0:
        facts["area"] = rng.choice((*AREAS, None))

    # null where nothing is known to have happened, or nothing is known
    for name in (*DAY_NAMES[1:], *FLAGS, "agreement"):
        if name not in facts and rng.randrange(6) == 0:
            facts[name] = None
    return facts


def _broken(rng, facts):
    """The same facts, with one thing wrong."""
    kind = rng.randrange(16)
    present = [name for name in DAY_NAMES if isinstance(facts.get(name), str)]
    if kind == 0:
        facts[rng.choice(DAY_NAMES)] = rng.choice(NO_DAYS)
    elif kind == 1:
        facts[
            rng.choice(("notice", "matters", "Matter", "as of", "", "asOf", "notice_sent ", "__class__"))
        ] = "2026-01-01"
    elif kind == 2:
        facts[rng.choice(FLAGS)] = rng.choice((0, 1, "true", "", [], {}, "yes", 1.0))
    elif kind == 3:
        facts["sections"] = rng.choice(
            (None, "B", ["B", "B"], ["Z"], ["H"], ["b"], [1], [None], [["B"]], {"B": 1}, ["B", {}], True)
        )
    elif kind == 4:
        facts[rng.choice(("matter", "acting"))] = rng.choice(
            (None, "", 1, True, [], {}, "refusal", "Parent", ["parent"])
        )
    elif kind == 5:
        facts.pop(rng.choice(("matter", "as_of")))
    elif kind == 6:
        facts["agreement"] = rng.choice(
            (
                [],
                "made",
                True,
                {},
                {"made_on": facts.get("as_of")},
                {"items": []},
                {"made_on": None, "items": []},
                {"made_on": facts.get("as_of"), "items": None},
                {"made_on": facts.get("as_of"), "items": {}},
                {"made_on": facts.get("as_of"), "items": ["assess"]},
                {"made_on": facts.get("as_of"), "items": [{}]},
                {"made_on": facts.get("as_of"), "items": [{"action": "dance"}]},
                {"made_on": facts.get("as_of"), "items": [{"action": []}]},
                {"made_on": facts.get("as_of"), "items": [{"action": "other", "agreed_by": "2030-02-30"}]},
                {"made_on": facts.get("as_of"), "items": [{"action": "other", "agreed_by": 3}]},
                {"made_on": facts.get("as_of"), "authority_was_party": None, "items": []},
                {"made_on": facts.get("as_of"), "authority_was_party": 1, "items": []},
                {"made_on": "2026-02-29", "items": []},
            )
        )
    elif kind == 7:
        facts["area"] = rng.choice(
            ("Kent", "kent ", "", "-kent", "kent-", "a--b", "a" * 81, 3, True, [], "é", "kent\n")
        )
    elif kind == 8:
        facts[rng.choice(("notice_sent", "notice_dated"))] = rng.choice(
            ("2014-08-31", "2013-01-01", "1999-12-31")
        )
    elif kind == 9:  # a day moved, past another perhaps
        name = rng.choice(present)
        day = date.fromisoformat(facts[name])
        moved = _move(day, rng.choice((-70, -8, -1, 1, 8, 70)))
        facts[name] = moved.isoformat()
    elif kind in (10, 11, 12, 13):  # two days that are in each other's way, or nearly
        early, late = rng.choice(PAIRS)
        if not isinstance(facts.get(late), str):
            facts[late] = facts.get("as_of", "2026-01-01")
        day = _move(date.fromisoformat(facts[late]), rng.choice((-40, -1, -1, 0, 1))).isoformat()
        if early == "agreement":
            facts["agreement"] = {"made_on": day, "items": [{"action": rng.choice(ACTIONS)}]}
        else:
            facts[early] = day
    elif facts.get("sections"):
        facts[rng.choice(FLAGS[2:])] = rng.randrange(2) == 0
    else:
        facts["as_of"] = _move(date.fromisoformat(facts["as_of"]), -rng.choice((1, 2, 30, 400))).isoformat()
    return facts


MAY_BE_BEFORE_THE_LAW = ("date_of_birth", "notice_sent", "notice_dated", "conduct_on", "learned_of_matter_on")


def _not_before_the_law(facts):
    """Move what cannot have happened before the law into it: DOUBTS.md, on days before 1 September 2014."""
    for name in DAY_NAMES:
        value = facts.get(name)
        if (
            name not in MAY_BE_BEFORE_THE_LAW
            and isinstance(value, str)
            and "1900-00-00" < value < FIRST.isoformat()
        ):
            facts[name] = FIRST.isoformat()
    return facts


def draw(rng):
    """Facts for one question; about one in seven is broken or contradictory."""
    facts = sound(rng)
    if rng.random() < 0.15:
        facts = _not_before_the_law(_broken(rng, facts))
    return facts
