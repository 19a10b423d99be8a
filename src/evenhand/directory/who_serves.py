"""The areas: one for each authority, and four that the documents describe without a name."""

from functools import cache

from evenhand.law.authorities import rows

from . import organisations as who
from .law_words import gettext_noop, para
from .model import Area, AreaKind, Authority, Detail, DetailKind, Role, Service, Told
from .sources import EALING, GENERAL, GLOBAL_AREA, MEDIATELEGAL, PRIME_COUNCIL

HOW_TO_FIND = (
    para(
        gettext_noop(
            "Look at the council's letter. It must tell you how to reach the mediation adviser, "
            "and about disagreement resolution and free information and advice."
        ),
        "send-regs-2014/32",
        "send-regs-2014/5(3)",
    ),
    para(
        gettext_noop(
            "Search for the council's name and the words Local Offer. The Local Offer must say "
            "how disagreements are resolved."
        ),
        "send-code-2015/11.9",
    ),
    para(
        gettext_noop(
            "Ask the council who its information, advice and support service is. It helps "
            "parents and young people, and it is impartial."
        ),
        "send-code-2015/11.6",
    ),
)
"""How to find an area's own services where the directory does not name them."""

_EALING_SERVICES = (
    Service(
        Role.FREE_ADVICE,
        who.ISAID,
        Told(
            "The document gives no number or address for Ealing ISAID. The Local Offer and the "
            "Family Information Service, both below, are places to start.",
            EALING,
        ),
    ),
    Service(
        Role.MEDIATION,
        who.KIDS,
        Told(
            "KIDS or Ealing ISAID can help you decide. The council's letter must also say who "
            "to contact first.",
            EALING,
        ),
        to_publish=Told("KIDS or Ealing ISAID can help you decide.", EALING),
    ),
    Service(
        Role.RESOLUTION,
        who.KIDS,
        Told("KIDS or Ealing ISAID can help you decide if it is right for you.", EALING),
        to_publish=Told("KIDS or Ealing ISAID can help you decide if it is right for you.", EALING),
    ),
    Service(
        Role.INFORMATION,
        who.FAMILY_INFORMATION_SERVICE,
        Told("Ring or write, if your child has a plan.", EALING),
        to_publish=Told("Ring or write, if your child has a plan.", EALING),
    ),
    Service(
        Role.INFORMATION,
        who.ESCAN,
        Told("The document names it and gives no number or address.", EALING),
    ),
)

_EALING_COMPLAINTS = (
    Told("You can complain to the school, the college or Ealing Council if it could do more.", EALING),
    Told("Use its complaints procedure. Ask for a form and it will be sent.", EALING),
    Told("First, try to sort it out by talking to the right people.", EALING),
    Told("Write it down, and use the word complaint.", EALING),
    Told("Be clear about everything that you want put right.", EALING),
    Told("Say what you want to happen.", EALING),
    Told("Give a fair time for an answer.", EALING),
    Told("The school's website has its complaints procedure, or you can ask for it.", EALING),
)


def _ealing(authority: Authority) -> Area:
    return Area(
        slug=authority.slug,
        name=authority.name,
        kind=AreaKind.AUTHORITY,
        authority=authority,
        source=EALING,
        services=_EALING_SERVICES,
        organisations=(who.CORAM, who.CONTACT, who.IPSEA, who.ACE),
        local_offer=Detail(
            DetailKind.WEB,
            "https://www.ealingfamiliesdirectory.org.uk/kb5/ealing/directory/"
            "localoffer.page?localofferchannelnew=0",
            EALING,
            "the Local Offer",
        ),
        complaints=_EALING_COMPLAINTS,
        told=(
            Told("The Local Offer says how disagreements are resolved and mediated.", EALING),
            Told("The Local Offer says how to complain, and that you can appeal.", EALING),
        ),
        how_to_find=HOW_TO_FIND,
    )


_UNNAMED = (
    Area(
        slug="global-mediation-area",
        name="An area served by Global Mediation",
        kind=AreaKind.UNNAMED,
        source=GLOBAL_AREA,
        services=(
            Service(
                Role.FREE_ADVICE,
                None,
                Told("The page is the service's own, and does not name it or its area.", GLOBAL_AREA),
                told=(
                    Told("It gives impartial information, advice and support.", GLOBAL_AREA),
                    Told("It can explain your rights and the different routes.", GLOBAL_AREA),
                ),
            ),
            Service(
                Role.RESOLUTION,
                who.GLOBAL_MEDIATION,
                Told(
                    "The document does not say how to ask. The advice service can help.",
                    GLOBAL_AREA,
                ),
            ),
        ),
        complaints=(
            Told("The school's website has its complaints procedure, or you can ask.", GLOBAL_AREA),
            Told("There is guidance on a formal complaint to a setting or the council.", GLOBAL_AREA),
        ),
        told=(
            Told(
                "The document does not say who mediates about a decision. "
                "The council's letter must say who to contact first.",
                GLOBAL_AREA,
            ),
        ),
        how_to_find=HOW_TO_FIND,
    ),
    Area(
        slug="prime-resolution-council",
        name="A council with Prime Resolution",
        kind=AreaKind.UNNAMED,
        source=PRIME_COUNCIL,
        services=(
            Service(
                Role.MEDIATION,
                who.PRIME_RESOLUTION,
                Told("Contact Prime Resolution for free advice.", PRIME_COUNCIL),
                to_publish=Told("Contact Prime Resolution for free advice.", PRIME_COUNCIL),
            ),
            Service(
                Role.RESOLUTION,
                None,
                Told(
                    "Email the council's EHC assessment team and ask for disagreement resolution. "
                    "The document as read gives no address.",
                    PRIME_COUNCIL,
                ),
                told=(Told("It is free, and it is independent of the council.", PRIME_COUNCIL),),
                to_publish=Told(
                    "Email the council's EHC assessment team and ask for disagreement resolution.",
                    PRIME_COUNCIL,
                ),
            ),
        ),
        organisations=(who.IPSEA, who.SENDIOG),
        complaints=(Told("The council asks to hear what you think of its services.", PRIME_COUNCIL),),
        told=(
            Told("The council is willing to talk about what worries you.", PRIME_COUNCIL),
            Told(
                "The council's letters about a plan say more on mediation and appeals.",
                PRIME_COUNCIL,
            ),
            Told(
                "There is free information, advice and support. The list of who gives it "
                "is missing from the document as read.",
                PRIME_COUNCIL,
            ),
        ),
        in_law=(
            para(
                gettext_noop(
                    "The council's team may pass your request on. It may not lead the talks: "
                    "that must be somebody independent."
                ),
                "cfa-2014/57(6)",
                "send-code-2015/11.6",
            ),
        ),
        how_to_find=HOW_TO_FIND,
    ),
    Area(
        slug="general-explanation",
        name="A council's general explanation",
        kind=AreaKind.GENERAL,
        source=GENERAL,
        told=(
            Told("The council pays for the meeting. The family pays nothing.", GENERAL),
            Told(
                "Meetings used to be in a room. They moved online during Covid and stayed there.",
                GENERAL,
            ),
            Told("Someone senior from the council's SEN team comes, with power to decide.", GENERAL),
            Told("A family that brings somebody tells the mediation service first.", GENERAL),
        ),
        how_to_find=HOW_TO_FIND,
    ),
    Area(
        slug="mediatelegal",
        name="A provider: Mediatelegal",
        kind=AreaKind.PROVIDER,
        source=MEDIATELEGAL,
        organisations=(who.MEDIATELEGAL_COMPANY,),
        told=(
            Told(
                "The page does not say which areas it serves. Ask your council who does.",
                MEDIATELEGAL,
            ),
        ),
        how_to_find=HOW_TO_FIND,
    ),
)


@cache
def every_area() -> dict[str, Area]:
    """All areas by slug: the authorities by name, then the four without one."""
    areas = {}
    for row in rows():
        authority = Authority(*row)
        areas[authority.slug] = (
            _ealing(authority)
            if authority.slug == "ealing"
            else Area(
                slug=authority.slug,
                name=authority.name,
                kind=AreaKind.AUTHORITY,
                authority=authority,
                how_to_find=HOW_TO_FIND,
            )
        )
    return areas | {area.slug: area for area in _UNNAMED}
