"""Mediation explained."""

from django.utils.translation import gettext_lazy as _

from evenhand.law import sources as law

from .. import limits
from .said import Explanation, Section, To, points, said, section

_WHAT = section(
    "what",
    _("What it is"),
    said(_("Mediation is about a decision that you can appeal, or about what a plan says."), law.S52_1),
    said(_("It is an informal meeting between the family and the council."), law.S54_2),
    said(
        _(
            "An independent mediator runs the meeting. The mediator does not know your family, so as to be fair to all."
        ),
        law.S53_3,
        law.S54_2,
    ),
    said(_("What is said stays private, so that everyone can speak freely.")),
    said(_("It costs a family nothing. It can sort things out quickly.")),
)

_WHEN = section(
    "when",
    _("When you can ask for it"),
    said(
        _("Mediation happens only if you want it. You can ask for it when the council decides:"),
        law.S52_1,
        law.S52_3,
    ),
    points(
        said(_("not to assess needs"), law.S51_2),
        said(_("not to assess again"), law.S51_2),
        said(_("not to make a plan"), law.S51_2),
        said(_("not to change the plan"), law.S51_2),
        said(_("to end the plan"), law.S51_2),
    ),
    said(
        _(
            "You can also ask when you get a final plan or a changed plan. Then it is about what is in the plan."
        ),
        law.S52_1,
    ),
    said(_("You can talk about health and social care there as well."), law.S53_4),
)

_FIRST = section(
    "first",
    _("First, ring the mediation adviser"),
    said(_("The council’s letter must say who to contact about mediation."), law.REG_32),
    said(
        _(
            "Contact the mediation adviser within {time} after the letter was sent. A weekend or a holiday gives no more time."
        ),
        law.REG_33,
        law.REG_34_2,
        time=limits.CONTACT_ADVISER,
    ),
    said(
        _(
            "Talking to the adviser about this is called mediation advice. It is free, and you decide nothing by ringing."
        ),
        law.S55_4,
        law.S56_2,
    ),
    links=[To("family:begin", _("Work out your own dates"))],
)

_CERTIFICATE = section(
    "certificate",
    _("The certificate"),
    said(
        _("Before most appeals you must think about mediation and get a certificate."), law.S55_3, law.REG_33
    ),
    said(
        _(
            "You do not have to mediate. You only have to think about it. You can mediate first, or ask for a certificate and appeal without it."
        ),
        law.S55_4,
        law.S55_5,
    ),
    said(
        _(
            "If you tell the adviser that you do not want mediation, the adviser must issue a certificate within {time}. Then you can appeal."
        ),
        law.REG_34_1,
        law.S55_4,
        law.S55_3,
        time=limits.CERTIFICATE_AFTER_NO,
    ),
    said(
        _(
            "If you do mediate, the mediation adviser issues a certificate within {time} after the mediation has ended. "
            "It is not the mediator who does it, nor the council. You need that certificate if you still want to appeal."
        ),
        law.S55_5,
        law.REG_39_1,
        time=limits.CERTIFICATE_AFTER_MEETING,
    ),
)

_WITHOUT = section(
    "without",
    _("When you need no certificate"),
    said(_("If an appeal is only about the school or college named, no certificate is needed."), law.S55_2),
    said(_("The same is so for the type of school or college, and when no school is named."), law.S55_2),
    said(_("You may still ask for mediation then."), law.S52_1),
)

_TIME = section(
    "time",
    _("Mediation and your last day to appeal"),
    said(_("Asking for mediation does not stop the clock for an appeal."), law.RULE_20_1_C),
    said(
        _(
            "You have {long} after the letter was sent, or {short} from the day of the certificate, whichever is later."
        ),
        law.RULE_20_1_C,
        long=limits.APPEAL,
        short=limits.APPEAL_AFTER_CERTIFICATE,
    ),
    said(
        _(
            "If the {time} for the adviser have passed, you can ask the Tribunal for leave to appeal. You must give full reasons. Without a certificate, this way is only for those who missed the {time}."
        ),
        law.REG_34_3,
        law.RULE_19,
        time=limits.CONTACT_ADVISER,
    ),
    links=[To("public:appeals-explained", _("Appeals explained"))],
)

_WHO = section(
    "who",
    _("Who comes"),
    said(
        _(
            "If you want mediation, the council must take part. When health is an issue, the integrated care board must take part."
        ),
        law.S53_3,
        law.S53_4,
        law.S54_2,
    ),
    said(
        _(
            "The council must send somebody with power to decide in the meeting. So things can be settled without an appeal."
        ),
        law.REG_37_1,
    ),
    said(
        _(
            "It must be arranged within {time} from the day the council was told that you want it. You must hear the date and the place at least {notice} before."
        ),
        law.REG_36_2,
        law.REG_35_4,
        law.REG_37_2,
        time=limits.ARRANGE,
        notice=limits.NOTICE_OF_MEETING,
    ),
    said(_("Many meetings are online now. The law does not say where they must be.")),
    links=[To("public:getting-ready", _("Getting ready, and who may come with you"))],
)

_MEDIATOR = section(
    "mediator",
    _("The mediator"),
    said(
        _("Nobody who works for a council, an integrated care board or NHS England may be the mediator."),
        law.S53_5,
        law.S54_3,
    ),
    said(
        _("A mediator must know the law on special educational needs, health and social care well enough."),
        law.REG_40,
    ),
    said(
        _(
            "Training and accreditation are a professional standard, with a register that mediators may join. The law itself asks only for knowledge."
        ),
        law.REG_40,
    ),
)

_AFTER = section(
    "after",
    _("What is agreed"),
    said(
        _(
            "What is agreed must be written down. The law calls it the mediation agreement; some call it an action plan. It holds only what both sides agree."
        ),
        law.REG_42_1,
    ),
    said(
        _(
            "It must then be done in time. Where the Tribunal could have ordered it, the time is that of an order. For other things it is {time}, unless you agree another day in writing."
        ),
        law.REG_42_2,
        law.REG_42_3,
        law.REG_42_5,
        time=limits.OTHER_THINGS_AGREED,
    ),
    said(_("The Code of Practice deals with mediation in paragraphs 11.13 to 11.38."), law.CODE_11_13),
)

SECTIONS: tuple[Section, ...] = (_WHAT, _WHEN, _FIRST, _CERTIFICATE, _WITHOUT, _TIME, _WHO, _MEDIATOR, _AFTER)

MEDIATION = Explanation(
    _("Mediation explained"),
    _("A meeting about a council’s decision, with somebody fair in the chair."),
    (
        said(_("It is free, and it happens only if you want it.")),
        said(_("You must ring the adviser before most appeals, but you need not mediate.")),
        said(_("The clock for your appeal runs on.")),
    ),
    SECTIONS,
)
