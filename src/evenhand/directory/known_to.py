"""Words for a Local Offer, and a notice for head teachers: disagreement resolution made known.

The duty: an authority must take such steps as it thinks appropriate to make its arrangements known
to parents of children with special educational needs, to young people who have them, and to head
teachers, governing bodies, proprietors and principals (Children and Families Act 2014, s. 57(8));
it may tell others (s. 57(9)). The details belong in its Local Offer (Code of Practice, 11.9).

Both functions give paragraphs to copy or to embed. A paragraph of law cites its provisions; one
about an organisation names the document it was taken from. The texts are marked for translation.
"""

from .law_words import gettext_noop, para
from .model import Area, DetailKind, Paragraph, Role, Service
from .resolution_words import fourth_kind, heading, no_effect, three_kinds, what_it_is

_LABELS = {
    DetailKind.TELEPHONE: gettext_noop("Telephone: {value}"),
    DetailKind.EMAIL: gettext_noop("Email: {value}"),
    DetailKind.WEB: gettext_noop("Web: {value}"),
    DetailKind.HOURS: gettext_noop("Open: {value}"),
    DetailKind.COMPANY_NUMBER: gettext_noop("Company number: {value}"),
}

_ROLES = {
    Role.FREE_ADVICE: gettext_noop("Free advice: {name}."),
    Role.MEDIATION: gettext_noop("Mediation: {name}."),
    Role.RESOLUTION: gettext_noop("Disagreement resolution: {name}."),
    Role.INFORMATION: gettext_noop("Information: {name}."),
}


def _service(service: Service) -> list[Paragraph]:
    how = service.how_to_ask
    source = service.organisation.source if service.organisation else how.source
    words = [
        para(_ROLES[service.role], style="item", sources=(source,), values={"name": service.name}),
        para("{how}", sources=(how.source,), style="detail", values={"how": how.text}),
    ]
    for detail in service.details:
        words.append(
            para(
                _LABELS[detail.kind],
                style="detail",
                sources=(detail.source,),
                values={"value": detail.value},
            )
        )
    return words


def _how_to_ask(area: Area, *roles: Role) -> list[Paragraph]:
    """The area's services in those roles; then how to find what the directory does not name."""
    words = [heading(gettext_noop("How to ask"))]
    for role in roles:
        for service in area.who(role):
            words += _service(service)
    for service in area.who(Role.INFORMATION):
        words += _service(service)
    if area.local_offer:
        offer = area.local_offer
        words.append(
            para(
                gettext_noop("The Local Offer: {value}"),
                style="detail",
                sources=(offer.source,),
                values={"value": offer.value},
            )
        )
    if any(not area.who(role) for role in roles):
        words += area.how_to_find
    return [*words, *area.in_law]


def local_offer_text(area: Area) -> list[Paragraph]:
    """What an authority's Local Offer can say about resolving disagreements.

    In: an area, of any kind. Out: paragraphs in order, in plain words for families; each but the
    headings has its citation or its source. Errors: none.
    """
    return [
        heading(gettext_noop("When you and the people who should help do not agree")),
        para(
            gettext_noop(
                "You can ask for help to sort out a disagreement about special educational needs. "
                "This help is called disagreement resolution. A council must arrange it. "
                "Here the council is {council}."
            )
            if area.authority
            else gettext_noop(
                "You can ask for help to sort out a disagreement about special educational needs. "
                "This help is called disagreement resolution. The council must arrange it."
            ),
            "cfa-2014/57(1)",
            "send-code-2015/11.6",
            values={"council": area.council},
        ),
        para(
            gettext_noop(
                "It is for parents, and for young people who are over school age and under 25. "
                "You can use it with or without a plan."
            ),
            "cfa-2014/83(2)",
            "send-code-2015/11.7",
        ),
        *what_it_is(),
        heading(gettext_noop("What it can help with")),
        para(
            gettext_noop("There are three kinds of disagreement that families can bring."),
            "cfa-2014/57",
            "send-code-2015/11.8",
        ),
        *three_kinds(),
        fourth_kind(),
        para(
            gettext_noop(
                "You can use it while needs are assessed, while a plan is written, when it is "
                "reviewed, and while you wait for the Tribunal."
            ),
            "send-code-2015/11.8",
        ),
        heading(gettext_noop("What it does not change")),
        *no_effect(),
        heading(gettext_noop("If you want to appeal")),
        para(
            gettext_noop(
                "Mediation is a different thing. It is about a decision that you can appeal, or "
                "about what a plan says. For most appeals you must contact a mediation adviser "
                "first, within two months after the council's letter was sent."
            ),
            "cfa-2014/52(1)",
            "cfa-2014/55(3)",
            "send-regs-2014/33",
        ),
        *_complaints(area),
        *_how_to_ask(area, Role.FREE_ADVICE, Role.RESOLUTION, Role.MEDIATION),
        *_why_published(area),
    ]


def _complaints(area: Area) -> list[Paragraph]:
    told = area.complaints
    return [
        heading(gettext_noop("If you want to complain")),
        para(
            gettext_noop(
                "Every school, college and council has a way to complain. Look on its website, or ask."
            ),
            "send-code-2015/11.67 to 11.111",
        ),
        *(para("{told}", style="item", sources=(one.source,), values={"told": one.text}) for one in told),
    ]


def _why_published(area: Area) -> list[Paragraph]:
    words = [
        para(
            gettext_noop("A council must set out how disagreements are resolved in its Local Offer."),
            "send-code-2015/11.9",
        )
    ]
    if area.services:
        words.append(
            para(
                gettext_noop(
                    "The names and addresses here were read in a document and have not been "
                    "checked. Check them before you publish this."
                ),
                sources=(area.source,) if area.source else (),
            )
        )
    return words


def notice_for_heads(area: Area) -> list[Paragraph]:
    """A notice for head teachers, governing bodies, proprietors and principals.

    In: an area, of any kind. Out: paragraphs in order; each but the headings has its citation or
    its source. Errors: none.
    """
    return [
        heading(gettext_noop("Disagreement resolution: what heads and governors need to know")),
        para(
            gettext_noop(
                "A council must make disagreement resolution known. It must tell parents, young "
                "people, head teachers, governing bodies, proprietors and principals of schools "
                "and of colleges."
            ),
            "cfa-2014/57(8)",
            "send-code-2015/11.9",
        ),
        para(
            gettext_noop("The council chooses the steps that it thinks right for this."),
            "cfa-2014/57(8)",
        ),
        para(
            gettext_noop("It may also tell other people."),
            "cfa-2014/57(9)",
            "send-code-2015/11.9",
        ),
        heading(gettext_noop("What it is for")),
        para(
            gettext_noop("There are three kinds of disagreement that families can bring."),
            "cfa-2014/57",
            "send-code-2015/11.8",
        ),
        *three_kinds(),
        fourth_kind(),
        para(
            gettext_noop(
                "Your school or college may be one of those who disagree. Then it is asked to "
                "take part. It may say no, and so may the family."
            ),
            "cfa-2014-notes/274",
        ),
        heading(gettext_noop("What to tell families")),
        *what_it_is(),
        *no_effect(),
        *_how_to_ask(area, Role.FREE_ADVICE, Role.RESOLUTION),
        *_why_published(area),
    ]
