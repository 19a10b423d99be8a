"""Appeals explained, and what goes to the Tribunal or the court beside them."""

from django.utils.translation import gettext_lazy as _

from evenhand.law import sources as law

from .. import limits
from .said import Explanation, To, points, said, section

_WHAT = section(
    "what",
    _("What you can appeal"),
    said(
        _("The Tribunal hears appeals about special educational needs. It is independent of the council."),
        law.S51_1,
    ),
    said(_("You can appeal a decision:"), law.S51_2),
    points(
        said(_("not to assess needs"), law.S51_2),
        said(_("not to assess again"), law.S51_2),
        said(_("that no plan is needed"), law.S51_2),
        said(_("not to change the plan after a review or a new assessment"), law.S51_2),
        said(_("to end the plan"), law.S51_2),
    ),
    said(_("When there is a plan, you can appeal about:"), law.S51_2),
    points(
        said(_("how the plan describes the needs (Section B)"), law.S51_2),
        said(_("the help that it sets out (Section F)"), law.S51_2),
        said(
            _("the school or college that it names, or its type, or that none is named (Section I)"),
            law.S51_2,
        ),
    ),
    said(_("You can also appeal about these after the plan was changed."), law.S51_3),
)

_WHEN = section(
    "when",
    _("By when"),
    said(
        _(
            "The Tribunal must get your appeal within {long} after the letter was sent, or {short} from the day the "
            "certificate was issued, whichever is later. It must arrive by 5pm."
        ),
        law.RULE_20_1_C,
        law.RULE_12_1,
        long=limits.APPEAL,
        short=limits.APPEAL_AFTER_CERTIFICATE,
    ),
    said(_("The council’s letter must say how and by when you can appeal."), law.REG_5_3),
    said(
        _(
            "If you are too late, the Tribunal may still let the appeal in. Send it at once, and say why it is late."
        ),
        law.RULE_5_3,
    ),
    links=[To("family:begin", _("Work out your own dates"))],
)

_HOW = section(
    "how",
    _("How"),
    said(_("For most appeals you need a certificate from a mediation adviser first."), law.S55_3),
    said(
        _(
            "How to appeal is explained on gov.uk, with the forms. Send the letter, your reasons and the certificate."
        ),
        law.RULE_20_3,
    ),
    said(_("The Code of Practice deals with appeals in paragraphs 11.39 to 11.55.")),
    links=[
        To(
            "https://www.gov.uk/courts-tribunals/first-tier-tribunal-special-educational-needs-and-disability",
            _("How to appeal, on gov.uk"),
        ),
        To("public:mediation-explained", _("Read more about mediation before an appeal")),
    ],
)

_DISCRIMINATION = section(
    "discrimination",
    _("Disability discrimination by a school"),
    said(
        _(
            "A claim of disability discrimination by a school goes to the same Tribunal, within {time}. It needs no certificate."
        ),
        law.EQUALITY_3,
        law.EQUALITY_4_1,
        time=limits.DISCRIMINATION,
    ),
    said(
        _(
            "Schools must take fair steps so that disabled pupils are not put at a disadvantage. Claims against nurseries and colleges go to the county court."
        ),
        law.EQUALITY_3,
    ),
)

_EXCLUSION = section(
    "exclusion",
    _("Excluded from school"),
    said(
        _(
            "If a child is excluded from school for good, there is a review by the governors and then by a panel."
        ),
        law.EXCLUSION_6,
        law.EXCLUSION_REVIEW,
    ),
    links=[
        To(
            "https://www.childrenslegalcentre.com/get-legal-advice/education/",
            _("More on exclusion: https://www.childrenslegalcentre.com/get-legal-advice/education/"),
        )
    ],
)

_COURT = section(
    "court",
    _("The High Court"),
    said(
        _(
            "A formal last way is judicial review in the High Court. A claim must be made promptly, and within {time}."
        ),
        law.CPR_54_5,
        time=limits.JUDICIAL_REVIEW,
    ),
    said(_("It is wise to have a lawyer for it. Get advice at once.")),
)

APPEALS = Explanation(
    _("Appeals explained"),
    _("An independent Tribunal looks at the council’s decision again."),
    (
        said(_("There is a last day. It is counted from the day the letter was sent.")),
        said(_("Most appeals need a certificate first. It is free.")),
        said(_("You need no lawyer for the Tribunal.")),
    ),
    (_WHAT, _WHEN, _HOW, _DISCRIMINATION, _EXCLUSION, _COURT),
)
