"""A case at each stage of each kind, made by the actions, on days before the day of the tests."""

from collections.abc import Callable
from datetime import date
from typing import Any

from evenhand.casework.heart.stages import Kind
from evenhand.casework.heart.steps import Step
from evenhand.casework.models import Case
from tests.casework import cases
from tests.casework.actions.doing import do

MAY = date(2026, 5, 20)


def after(*steps: Step, begun: Callable[..., Case] = cases.enquiry) -> Callable[[], Case]:
    """The case that those steps lead to."""

    def made() -> Case:
        case = begun()
        for step in steps:
            case = do(step, case, on=max(case_day(case), MAY)).case
        return case

    return made


def case_day(case: Case) -> date:
    """No day before the last one of the case."""
    return date(2026, 6, 10) if case.events > 8 else MAY


def resolution() -> Case:
    """A disagreement about duties, nobody asked yet."""
    return cases.enquiry(kind=Kind.RESOLUTION, matter="duties_not_carried_out", facts={"acting": "parent"})


def all_agreed() -> Case:
    """Both parties agreed to meet."""
    case = after(Step.INVITE_PARTIES, begun=resolution)()
    for party in (cases.FAMILY, "authority"):
        case = do(Step.AGREE_TO_MEET, case, on=MAY, party=party).case
    return case


def following(begun: Callable[[], Case]) -> Callable[[], Case]:
    """An agreement is made."""

    def made() -> Case:
        case = do(Step.DRAFT_AGREEMENT, begun(), on=date(2026, 6, 10)).case
        for party in (cases.FAMILY, "authority"):
            case = do(Step.APPROVE_AGREEMENT, case, on=date(2026, 6, 10), party=party).case
        return do(Step.MAKE_AGREEMENT, case, on=date(2026, 6, 10)).case

    return made


_FIXED = (Step.FIX_MEETING,)
_HELD = (*_FIXED, Step.HOLD_MEETING)

AT: dict[str, dict[str, Callable[[], Case]]] = {
    "mediation": {
        "enquiry": cases.enquiry,
        "advice_given": cases.advised,
        "certificate_due": after(Step.DECLINE_MEDIATION, begun=cases.advised),
        "mediation_chosen": cases.chosen,
        "arranging": cases.arranging,
        "cannot_arrange": after(Step.CANNOT_ARRANGE, begun=cases.arranging),
        "meeting_fixed": cases.fixed,
        "notice_given": after(Step.GIVE_NOTICE, begun=cases.fixed),
        "not_held": after(Step.MEETING_NOT_HELD, begun=cases.fixed),
        "held": cases.held,
        "adjourned": after(Step.ADJOURN, begun=cases.held),
        "outcome_recorded": cases.concluded,
        "certified": after(Step.ISSUE_CERTIFICATE, begun=cases.concluded),
        "following_up": following(cases.concluded),
        "withdrawn": after(Step.WITHDRAW, begun=cases.arranging),
        "closed": after(Step.CLOSE),
    },
    "resolution": {
        "enquiry": resolution,
        "invited": after(Step.INVITE_PARTIES, begun=resolution),
        "declined": after(Step.INVITE_PARTIES, Step.REFUSE_TO_MEET, begun=resolution),
        "all_agreed": all_agreed,
        "meeting_fixed": after(*_FIXED, begun=all_agreed),
        "notice_given": after(*_FIXED, Step.GIVE_NOTICE, begun=all_agreed),
        "not_held": after(*_FIXED, Step.MEETING_NOT_HELD, begun=all_agreed),
        "held": after(*_HELD, begun=all_agreed),
        "adjourned": after(*_HELD, Step.ADJOURN, begun=all_agreed),
        "outcome_recorded": after(*_HELD, Step.RECORD_OUTCOME, begun=all_agreed),
        "following_up": following(after(*_HELD, Step.RECORD_OUTCOME, begun=all_agreed)),
        "withdrawn": after(Step.WITHDRAW, begun=resolution),
        "closed": after(Step.CLOSE, begun=resolution),
    },
}


def rows() -> dict[str, Any]:
    """What is in every table that an action could write to: nothing was written if it is the same before and after."""
    from django.apps import apps
    from django.db import connection

    found = {}
    with connection.cursor() as cursor:
        for model in (
            *apps.get_app_config("casework").get_models(),
            *apps.get_app_config("post").get_models(),
        ):
            cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
            found[model._meta.db_table] = cursor.fetchall()
    return found
