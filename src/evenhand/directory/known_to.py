"""Words for a Local Offer, and a notice for head teachers: disagreement resolution made known.

The duty: an authority must take such steps as it thinks appropriate to make its arrangements known
to parents of children with special educational needs, to young people who have them, and to head
teachers, governing bodies, proprietors and principals (Children and Families Act 2014, s. 57(8));
it may tell others (s. 57(9)). The details belong in its Local Offer (Code of Practice, 11.9).

Both functions give paragraphs for an authority to publish as its own. A paragraph of law cites its
provisions; one about an organisation names the document it was taken from; one with a blank to fill
in ("[telephone number]") cites the paragraph that asks for it. The texts are marked for translation.
"""

from .law_words import gettext_noop, para
from .model import Area, DetailKind, Paragraph, Role, Service, Source
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


_BLANKS = {
    DetailKind.TELEPHONE: gettext_noop("[telephone number]"),
    DetailKind.EMAIL: gettext_noop("[email address]"),
    DetailKind.WEB: gettext_noop("[web address]"),
}
"""What is left for the authority to fill in where the directory holds no such detail."""
_COUNCIL = gettext_noop("[name of the council]")
_NAME = gettext_noop("[name of the service]")
_OFFER = gettext_noop("[web address of the Local Offer]")
_ASKED_FOR = "send-code-2015/11.9"
"""Where the law asks an authority to say what a blank is left for."""


def _value(
    label: str, value: str, source: Source | None, style: str = "detail", name: str = "value"
) -> Paragraph:
    """A line with a value as a document gives it, or with a blank where no document does."""
    if source is None:
        return para(label, _ASKED_FOR, style=style, values={name: value})
    return para(label, style=style, sources=(source,), values={name: value})


def _service(role: Role, service: Service | None) -> list[Paragraph]:
    """Who it is, how to ask, and each way to reach them: what is not known is a blank."""
    who = service.organisation if service else None
    name, source = (who.name, who.source) if who else (_NAME, None)
    words = [_value(_ROLES[role], name, source, style="item", name="name")]
    if service and service.to_publish:
        told = service.to_publish
        words.append(_value("{how}", told.text, told.source, name="how"))
    for kind, label in _LABELS.items():
        known = [detail for detail in service.details if detail.kind is kind] if service else []
        words += [_value(label, detail.value, detail.source) for detail in known]
        if not known and kind in _BLANKS:
            words.append(_value(label, _BLANKS[kind], None))
    return words


def _local_offer(value: str, source: Source | None) -> Paragraph:
    return _value(gettext_noop("The Local Offer: {value}"), value, source)


def _how_to_ask(area: Area, *roles: Role, offer: bool = False) -> list[Paragraph]:
    """The Local Offer and the services in those roles; a blank for each that the directory does not name.

    With `offer`, there is a blank for the Local Offer too.
    """
    words = [heading(gettext_noop("How to ask"))]
    if area.local_offer:
        words.append(_local_offer(area.local_offer.value, area.local_offer.source))
    elif offer:
        words.append(_local_offer(_OFFER, None))
    for role in roles:
        for service in area.who(role) or (None,):
            words += _service(role, service)
    for service in area.who(Role.INFORMATION):
        words += _service(Role.INFORMATION, service)
    return [*words, *area.in_law]


def local_offer_text(area: Area) -> list[Paragraph]:
    """What an authority's Local Offer can say about resolving disagreements.

    In: an area, of any kind. Out: paragraphs in order, in plain words for families; each but the
    headings has its citation or its source, and what is not known is a blank. Errors: none.
    """
    return [
        heading(gettext_noop("When you and the people who should help do not agree")),
        para(
            gettext_noop(
                "You can ask for help to sort out a disagreement about special educational needs. "
                "This help is called disagreement resolution. A council must arrange it. "
                "Here the council is {council}."
            ),
            "cfa-2014/57(1)",
            "send-code-2015/11.6",
            values={"council": area.council if area.authority else _COUNCIL},
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
        para(
            gettext_noop("The law asks every council to set this out in its Local Offer."),
            _ASKED_FOR,
        ),
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
        *_how_to_ask(area, Role.FREE_ADVICE, Role.RESOLUTION, offer=True),
        para(
            gettext_noop("A council must set out how disagreements are resolved in its Local Offer."),
            _ASKED_FOR,
        ),
    ]
