"""Valid facts on the edges of the law, for Hypothesis: every day is a commencement, an end, or a few days off one."""

from datetime import date, timedelta

from hypothesis import strategies as st

from evenhand.law.facts import ACTING, ACTIONS, FIRST_NOTICE, ISSUES, LAST_DAY, MATTERS, SECTIONS

EDGES = (
    FIRST_NOTICE,
    date(2015, 3, 23),
    date(2018, 4, 3),
    date(2020, 5, 1),
    date(2020, 7, 21),
    date(2020, 9, 25),
    date(2022, 7, 1),
    date(2028, 12, 31),
    LAST_DAY,
)
AFTER_THE_NOTICE = (
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
)
AT_ANY_TIME = ("conduct_on", "learned_of_matter_on")
FLAGS = (*ISSUES, "wants_mediation", "assessment_or_plan_under_way")


def _within(day):
    return min(max(day, FIRST_NOTICE), LAST_DAY)


def _moved(day, days):
    return _within(day + timedelta(days))


def edges():
    """A day on an edge, next to one, or so that two months, five weeks or thirty days end there."""
    offsets = st.sampled_from((0, -1, 1, -2, 3, -30, -31, -35, -59, -60, -61, -62, -63, -92))
    return st.builds(_moved, st.sampled_from(EDGES), offsets)


def gaps():
    """How many days later: the day itself, some days, or about two months."""
    return st.one_of(st.integers(0, 5), st.integers(25, 35), st.integers(58, 70), st.sampled_from((100, 400)))


@st.composite
def facts_on_edges(draw):
    """Facts that nobody refuses, as JSON would give them, in any order of names."""
    sent = draw(edges())
    days = {name: _moved(sent, draw(gaps())) for name in AFTER_THE_NOTICE if draw(st.booleans())}
    days |= {name: draw(edges()) for name in AT_ANY_TIME if draw(st.booleans())}
    if draw(st.integers(0, 7)):
        days["notice_sent"] = sent
    if draw(st.integers(0, 3)) == 0:
        days["notice_dated"] = _moved(sent, -draw(st.integers(0, 31)))
    made_on = _moved(sent, draw(gaps())) if draw(st.integers(0, 2)) == 0 else None
    if "mediation_on" in days:
        if "mediation_concluded" in days:
            days["mediation_concluded"] = max(days["mediation_concluded"], days["mediation_on"])
        made_on = None if made_on is None else max(made_on, days["mediation_on"])
    if "adviser_contacted" in days and "certificate_issued" in days:
        days["certificate_issued"] = max(days["certificate_issued"], days["adviser_contacted"])
    known = [day for name, day in days.items() if name != "mediation_on"]
    as_of = max([FIRST_NOTICE, *known, *([made_on] if made_on else []), draw(edges())])
    if draw(st.integers(0, 3)) == 0:
        years, around = draw(st.sampled_from((8, 16, 17, 25, 26))), draw(st.integers(-2, 2))
        born = date(as_of.year - years, as_of.month, min(as_of.day, 28)) + timedelta(around)
        days["date_of_birth"] = min(born, sent)

    facts = {
        "matter": draw(st.sampled_from(MATTERS)),
        "as_of": as_of.isoformat(),
        **{name: day.isoformat() for name, day in days.items()},
    }
    if draw(st.booleans()):
        facts["acting"] = draw(st.sampled_from(ACTING))
    if facts["matter"] == "plan_contents" and draw(st.integers(0, 4)):
        facts["sections"] = draw(st.lists(st.sampled_from(SECTIONS), unique=True, max_size=4))
    for name in FLAGS:
        if draw(st.integers(0, 2)) == 0:
            about = ISSUES.get(name)
            by_sections = about is not None and facts.get("sections")
            facts[name] = bool(about & set(facts["sections"])) if by_sections else draw(st.booleans())
    if made_on is not None:
        facts["agreement"] = {
            "made_on": made_on.isoformat(),
            "items": draw(st.lists(_item(made_on), max_size=3)),
        }
        if draw(st.booleans()):
            facts["agreement"]["authority_was_party"] = draw(st.booleans())
    for name in (*AFTER_THE_NOTICE, *FLAGS, "agreement", "area"):
        if name not in facts and draw(st.integers(0, 9)) == 0:
            facts[name] = None
    return dict(draw(st.permutations(list(facts.items()))))


@st.composite
def _item(draw, made_on):
    item = {"action": draw(st.sampled_from(ACTIONS))}
    if draw(st.integers(0, 3)) == 0:
        item["agreed_by"] = draw(st.sampled_from((None, _moved(made_on, draw(gaps())).isoformat())))
    return item
