"""The organisations that the five documents name, with their public details and nothing else.

Every text is Evenhand's own. What an organisation can do is said as what the document tells, never
in the organisation's voice; no detail has been tried (`checked_on` is None throughout). A detail
that is not in one of the five documents was read on a page of the organisation itself, and says so.
"""

from .model import Detail, DetailKind, Organisation, Told
from .sources import (
    EALING,
    GLOBAL_AREA,
    GLOBAL_PAGE,
    KIDS_PAGE,
    MEDIATELEGAL,
    MEDIATELEGAL_PAGE,
    PRIME_COUNCIL,
    PRIME_PAGE,
)

TELEPHONE, EMAIL, WEB = DetailKind.TELEPHONE, DetailKind.EMAIL, DetailKind.WEB
HOURS, COMPANY_NUMBER = DetailKind.HOURS, DetailKind.COMPANY_NUMBER

ISAID = Organisation(
    "ealing-isaid",
    "Ealing ISAID",
    EALING,
    told=(
        Told("It can listen to what worries you and help you sort out the issues.", EALING),
        Told("It can name other people who can support you, and help you decide what to do.", EALING),
        Told("It can explain the law and your rights, and how the different routes work.", EALING),
        Told("It gives impartial information and advice about the ways forward.", EALING),
        Told("It can help you get ready for a meeting, and go with you.", EALING),
        Told("It may be able to give independent support.", EALING),
        Told("It may be able to name local or national groups that can help.", EALING),
        Told("It can help you choose a complaints procedure and understand it.", EALING),
        Told("It can explain how an appeal works, and support you through it.", EALING),
        Told("It can support you through a complaint, disagreement resolution or mediation.", EALING),
        Told("It can help a family decide if mediation suits them.", EALING),
        Told("It can help a family decide if disagreement resolution suits them.", EALING),
        Told("It can tell you about your rights to appeal to the Tribunal.", EALING),
    ),
)

KIDS = Organisation(
    "kids",
    "KIDS",
    EALING,
    other_names=("Kids",),
    details=(Detail(WEB, "https://www.kids.org.uk/send-mediation", KIDS_PAGE, "SEND mediation"),),
    told=(
        Told("It is an independent service. A trained mediator helps everyone talk.", EALING),
        Told("It can help a family decide if mediation or disagreement resolution is right.", EALING),
        Told("Its service is free and confidential, and you choose whether to use it.", EALING),
    ),
)

FAMILY_INFORMATION_SERVICE = Organisation(
    "ealing-family-information-service",
    "Family Information Service (Ealing)",
    EALING,
    details=(
        Detail(TELEPHONE, "020 8825 5588", EALING),
        Detail(HOURS, "Monday to Friday, 9am to 5pm", EALING),
        Detail(EMAIL, "children@ealing.gov.uk", EALING),
    ),
    told=(Told("You can ring or write if there is an education, health and care plan.", EALING),),
)

ESCAN = Organisation(
    "ealing-escan",
    "ESCAN (Ealing Services)",
    EALING,
    told=(Told("You can contact it if your child has a plan.", EALING),),
)

CORAM = Organisation(
    "coram",
    "Coram Children's Legal Centre",
    EALING,
    other_names=("CORAM",),
    details=(
        Detail(WEB, "www.childrenslegalcentre.com", EALING),
        Detail(
            WEB,
            "https://www.childrenslegalcentre.com/get-legal-advice/education/",
            EALING,
            "exclusion from school",
        ),
    ),
    told=(
        Told("It can tell you more about each route and help you decide.", EALING),
        Told("It can tell you what to do if a complaint did not go well.", EALING),
        Told(
            "The document says CORAM in places and gives the Legal Centre's address in others. "
            "It does not say if they are the same.",
            EALING,
        ),
    ),
)

CONTACT = Organisation(
    "contact",
    "Contact",
    EALING,
    other_names=("Contact a Family", "CAFAMILY"),
    details=(Detail(WEB, "www.cafamily.org.uk", EALING),),
    told=(Told("It can explain the appeal process, with impartial advice and support.", EALING),),
)

IPSEA = Organisation(
    "ipsea",
    "IPSEA",
    EALING,
    details=(
        Detail(WEB, "www.ipsea.org.uk", EALING),
        Detail(
            WEB,
            "https://www.ipsea.org.uk/Pages/Category/service-overview",
            EALING,
            "what its services are",
        ),
        Detail(
            TELEPHONE,
            "01799 582030",
            EALING,
            "This number stood under IPSEA's web address in a leaflet. We have not checked it.",
        ),
        Detail(HOURS, "Monday to Friday, 9am to 5pm", EALING),
    ),
    told=(
        Told("It gives information and advice on special educational needs.", EALING),
        Told("Its website explains what happens in mediation.", PRIME_COUNCIL),
    ),
)

ACE = Organisation(
    "ace",
    "ACE education advice",
    EALING,
    details=(Detail(WEB, "http://www.ace-ed.org.uk", EALING),),
)

SENDIOG = Organisation(
    "sendiog",
    "SENDIOG",
    PRIME_COUNCIL,
    told=(
        Told(
            "It has a guide for parents who need help with a dispute or the Tribunal. "
            "The document as read gives no address for it.",
            PRIME_COUNCIL,
        ),
    ),
)

GLOBAL_MEDIATION = Organisation(
    "global-mediation",
    "Global Mediation",
    GLOBAL_AREA,
    details=(Detail(WEB, "https://www.globalmediation.co.uk/", GLOBAL_PAGE, "its website"),),
    told=(
        Told("It is an independent service. A trained mediator helps everyone talk.", GLOBAL_AREA),
        Told("Its service is free and confidential, and you choose whether to use it.", GLOBAL_AREA),
    ),
)

PRIME_RESOLUTION = Organisation(
    "prime-resolution",
    "Prime Resolution",
    PRIME_COUNCIL,
    details=(
        Detail(
            WEB,
            "https://prime-send.co.uk/documents/send-mediation-process",
            PRIME_PAGE,
            "how its mediation goes",
        ),
    ),
    told=(
        Told("It is the council's independent mediation provider. Its advice is free.", PRIME_COUNCIL),
        Told("It takes you through the steps that are right for you.", PRIME_COUNCIL),
    ),
)

MEDIATELEGAL_COMPANY = Organisation(
    "mediatelegal",
    "Mediatelegal",
    MEDIATELEGAL,
    other_names=("Why Mediate Ltd",),
    details=(
        Detail(WEB, "https://mediatelegal.co.uk/", MEDIATELEGAL_PAGE, "its website"),
        Detail(COMPANY_NUMBER, "09148466", MEDIATELEGAL, "Why Mediate Ltd"),
    ),
    told=(
        Told("Mediatelegal is a trading name of Why Mediate Ltd.", MEDIATELEGAL),
        Told(
            "It offers to ring you back, in confidence, if you leave a name and number.",
            MEDIATELEGAL,
        ),
        Told("It asks your consent to use what you write.", MEDIATELEGAL),
        Told("Its page sets out what the SEND Code of Practice says.", MEDIATELEGAL),
    ),
)

NATIONAL = (IPSEA, CONTACT, CORAM, ACE)
"""Those that the documents call national, or list beside them."""

ORGANISATIONS = (
    ISAID,
    KIDS,
    FAMILY_INFORMATION_SERVICE,
    ESCAN,
    *NATIONAL,
    SENDIOG,
    GLOBAL_MEDIATION,
    PRIME_RESOLUTION,
    MEDIATELEGAL_COMPANY,
)
