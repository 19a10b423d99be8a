"""Complaints explained."""

from django.utils.translation import gettext_lazy as _

from evenhand.law import sources as law

from .. import limits
from .said import Explanation, To, points, said, section

_FIRST = section(
    "first",
    _("First, say so"),
    said(_("If you are unhappy with the help, say so early. Advice services can support you.")),
    said(
        _("A school’s website has its complaints procedure. You can also ask for it."),
        law.SCHOOL_COMPLAINTS,
        law.CODE_11_67,
    ),
    said(
        _("A council and a health service must have a way to complain too."),
        law.CODE_11_67,
        law.NHS_COMPLAINTS,
    ),
    links=[To("public:who-helps", _("Who helps, free"))],
)

_HOW = section(
    "how",
    _("How to write it"),
    points(
        said(_("First try to sort it out with the right people.")),
        said(_("Write it down, and use the word “complaint”.")),
        said(_("Say everything that you want put right.")),
        said(_("Say what you want to happen.")),
        said(_("Give a fair time for an answer.")),
        said(_("Keep a copy, with the day.")),
    ),
)

_NEXT = section(
    "next",
    _("If the answer does not settle it"),
    said(
        _(
            "If you are not happy with the answer, there is a next step. Most places have a second stage: ask for it."
        )
    ),
    said(
        _(
            "If the council’s answer does not settle it, you can go to the Local Government and Social Care Ombudsman. It is free. Write within {time} of when you first knew."
        ),
        law.S26B,
        time=limits.OMBUDSMAN,
    ),
    said(_("The Ombudsman cannot normally look at what the Tribunal could decide."), law.S26_6),
    said(
        _("About a school, you can write to the Department for Education after the school’s own answer."),
        law.S496,
        law.S497,
    ),
)

_BESIDE = section(
    "beside",
    _("A complaint and the other ways"),
    said(_("You do not have to try disagreement resolution first."), law.CODE_11_12),
    said(
        _("A complaint does not change a decision that you can appeal, and it does not stop the clock."),
        law.CODE_11_12,
        law.RULE_20_1_C,
    ),
    said(
        _("The Code of Practice deals with complaints in paragraph 11.2, and from 11.67 to 11.111."),
        law.CODE_11_67,
    ),
    links=[To("public:appeals-explained", _("Appeals explained"))],
)

COMPLAINTS = Explanation(
    _("Complaints explained"),
    _("For delay, for help that was promised and not given, and for how you were treated."),
    (
        said(_("Write to the one who did it, and use the word “complaint”.")),
        said(_("There is a step after the first answer.")),
        said(_("The last day for an appeal stays the same.")),
    ),
    (_FIRST, _HOW, _NEXT, _BESIDE),
)
