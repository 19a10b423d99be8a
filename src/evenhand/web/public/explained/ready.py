"""Getting ready: a page to print before a meeting."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from evenhand.law import sources as law
from evenhand.law.rules.expenses import ALLOWANCES, pounds

from .. import limits
from .said import Explanation, points, said, section

_NOTES = section(
    "notes",
    _("Keep notes"),
    said(_("Keep notes and records: what the school did, and what it told you. Put the day on each.")),
    points(
        said(_("the council’s letter, and the day on it")),
        said(_("reports from school, doctors and others")),
        said(_("emails and letters, yours and theirs")),
        said(_("what was said on the telephone, by whom, and when")),
        said(_("one thing that shows how a normal day goes")),
    ),
)

_QUESTIONS = section(
    "questions",
    _("Questions to ask"),
    points(
        said(_("Who will be there for the council, and can that person decide?"), law.REG_37_1),
        said(_("Will it be in a room or online? Can we have breaks?")),
        said(_("What does the council think my child needs, and why?")),
        said(_("What would you need to see to decide another way?")),
        said(_("If we agree, who will do what, and by when?"), law.REG_42_1),
        said(_("If we do not agree, when will the certificate come?"), law.REG_39_1),
    ),
    said(
        _(
            "You must hear the date and the place at least {time} before. Ask for another day if you need one."
        ),
        law.REG_37_2,
        time=limits.NOTICE_OF_MEETING,
    ),
)

_WHO = section(
    "who",
    _("Who may come with you"),
    said(_("You can ask a friend or relative to come to a meeting with you.")),
    said(
        _(
            "At a mediation you may bring one supporter of your choice. Nobody can refuse that person. It may be a lawyer."
        ),
        law.REG_38_1_B,
        law.KUMAR,
    ),
    said(
        _(
            "You can ask for somebody from school to come, or one more supporter. Everyone must agree, or else the mediator."
        ),
        law.REG_38_1_E,
    ),
    said(_("Your child may come if you and the mediator agree."), law.REG_38_1_C),
    said(_("Please tell the mediation service who is coming with you.")),
)

_CHILD = section(
    "child",
    _("What your child thinks"),
    said(
        _("The mediator must take fair steps to find out what the child or young person thinks."),
        law.REG_38_2,
        law.REG_38_3,
    ),
    said(_("There is no one right way to say it. You could bring:")),
    points(
        said(_("a few lines or a drawing of a good day and a bad day")),
        said(_("what helps, and what does not, in their own words")),
        said(_("a photo, a recording or a message, if they like that more")),
        said(_("what they hope for next year")),
    ),
)

READY = Explanation(
    _("Getting ready"),
    _(
        "For a meeting with the school or the council, a mediation, or disagreement resolution. You can print this page."
    ),
    (
        said(_("Bring the letter, your notes and three things that matter most.")),
        said(_("You need not come alone.")),
        said(_("You can ask for a break at any time.")),
    ),
    (_NOTES, _QUESTIONS, _WHO, _CHILD),
)

OWN_NOTES = (
    _("The three things that matter most to us"),
    _("What we want to happen"),
    _("What our child thinks"),
    _("What was agreed: who, what, by when"),
)


class Cost(NamedTuple):
    """A line of the table of costs: what for, how much, and for each what."""

    words: str | Promise
    amount: str
    unit: str


def costs() -> list[Cost]:
    """The costs that must be paid, with their amounts, as the law package has them."""
    return [
        Cost(one.words, pounds(one.pence) if one.pence is not None else "", one.unit) for one in ALLOWANCES
    ]


COST_CITES = (law.REG_41_1, law.REG_41_2)
