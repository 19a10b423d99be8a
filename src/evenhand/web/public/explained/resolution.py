"""Disagreement resolution explained."""

from django.utils.translation import gettext_lazy as _

from evenhand.law import sources as law

from .said import Explanation, To, points, said, section

_TALK = section(
    "talk",
    _("First, talk"),
    said(
        _(
            "Many disagreements end with talking: to the school or college, to the council or, about health, to the integrated care board."
        ),
        law.CODE_11_1,
    ),
    said(
        _(
            "Decisions about help should be made as early as possible. Nurseries, schools, colleges, councils and health bodies should work closely together and agree the help with the family."
        ),
        law.CODE_11_1,
    ),
    said(_("Sometimes it is hard to agree. Then disagreement resolution can help.")),
)

_WHAT = section(
    "what",
    _("What it is"),
    said(_("A trained mediator helps everyone talk. The aim is a way forward that everyone can accept.")),
    said(_("Every council must arrange disagreement resolution for parents and young people."), law.S57_1),
    said(
        _("You choose whether to use it. It happens only if everyone agrees."),
        law.CODE_11_6,
        law.EXPLANATORY_NOTES_273,
    ),
    said(
        _("It costs a family nothing. The council pays, and the service is still independent of it."),
        law.CODE_11_6,
    ),
    said(
        _(
            "Nobody who works for a council in England, an integrated care board or NHS England may lead the talks."
        ),
        law.S57_6,
        law.S57_7,
    ),
    said(_("What is said there stays private."), law.CODE_11_10),
    said(
        _(
            "It can be quick, and nobody has to win. Used early, it can save the need for mediation or an appeal."
        ),
        law.CODE_11_7,
    ),
    links=[To("public:areas", _("How to ask for it: find your area"))],
)

_WHOM = section(
    "whom",
    _("Who it is for"),
    said(
        _("All who have special educational needs are covered, not only those with a plan or an assessment."),
        law.CODE_11_7,
    ),
    said(
        _(
            "It is for many sorts of disagreement, and covers any part of the help for special educational needs. It can settle a disagreement, or stop it before it grows."
        ),
        law.CODE_11_7,
        law.CODE_11_8,
    ),
    said(
        _("On one side is a parent or young person. On the other are those who must give the help."),
        law.S57_2,
        law.S57_4,
    ),
)

_KINDS = section(
    "kinds",
    _("What it can be about"),
    said(
        _("The law knows four kinds of disagreement. Families can bring three of them."),
        law.S57_2,
        law.S57_3,
        law.S57_4,
        law.CODE_11_8,
    ),
    points(
        said(
            _("The first kind is about how a council, a school or a college carries out its duties."),
            law.S57_2,
            law.S57_10,
            law.CODE_11_8,
        ),
        said(
            _(
                "The second kind is about the help that a nursery, school or college gives. This is so with or without a plan."
            ),
            law.S57_4,
            law.CODE_11_8,
        ),
        said(
            _(
                "The third kind is about health or social care, while needs are assessed or a plan is written or looked at again."
            ),
            law.S57_3,
            law.CODE_11_8,
        ),
        said(
            _(
                "The fourth kind is between a council and a health body, such as an integrated care board. It can be about what a plan says of needs and of help. Families take no part in the fourth kind."
            ),
            law.S57_3,
            law.CODE_11_8,
        ),
    ),
    said(
        _(
            "What are those duties? A council must keep its help under review, assess needs and write plans. Those who run a school or college must use their best endeavours to meet each child’s needs."
        ),
        law.CODE_11_8,
    ),
)

_WHEN = section(
    "when",
    _("When you can use it"),
    said(_("You can use it at any time, even after an appeal has begun. For example:"), law.CODE_11_8),
    points(
        said(_("while needs are being assessed"), law.CODE_11_8),
        said(_("while a plan is being written"), law.CODE_11_8),
        said(_("at a review of the plan"), law.CODE_11_8),
        said(_("when needs are assessed again"), law.CODE_11_8),
        said(_("while you wait for the Tribunal"), law.CODE_11_8),
    ),
    said(_("Families can also use it for learning and support too, at all those times."), law.CODE_11_8),
)

_EFFECT = section(
    "effect",
    _("What it does not change"),
    said(
        _(
            "If you do not use it, that does not change your right to appeal. The Tribunal does not hold it against anyone who did not use it."
        ),
        law.CODE_11_10,
    ),
    said(_("The Tribunal takes no notice of offers or remarks made in the talks."), law.CODE_11_10),
    said(_("If you agree about a part, the appeal can deal with the rest."), law.CODE_11_10),
    said(_("It does not stop the clock for an appeal."), law.RULE_20_1_C),
)

_DIFFERS = section(
    "differs",
    _("How it differs from mediation"),
    said(
        _(
            "Disagreement resolution is not mediation: no right of appeal comes with it, and it can be used without any decision. There is no certificate, and no last day."
        ),
        law.S57_2,
        law.CODE_11_7,
    ),
    said(_("The Code of Practice deals with it in paragraphs 11.6 to 11.10."), law.CODE_11_6),
    links=[To("public:mediation-explained", _("Mediation explained"))],
)

RESOLUTION = Explanation(
    _("Disagreement resolution explained"),
    _("Somebody independent helps you and those who should help to agree."),
    (
        said(_("It is free, and it happens only if everyone agrees.")),
        said(_("You need no plan, no decision and no certificate.")),
        said(_("You lose nothing by it: you can still complain or appeal.")),
    ),
    (_TALK, _WHAT, _WHOM, _KINDS, _WHEN, _EFFECT, _DIFFERS),
)
