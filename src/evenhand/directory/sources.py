"""The documents that the directory's details were taken from; none of the five is dated."""

from datetime import date

from .model import Source

READ_ON = date(2026, 11, 22)

GLOBAL_AREA = Source(
    "000",
    "An advice service's page on disagreement resolution and mediation in an unnamed area "
    "served by Global Mediation",
    READ_ON,
)
EALING = Source(
    "001",
    "Ealing ISAID's information sheet on disagreeing with decisions about SEN provision",
    READ_ON,
)
PRIME_COUNCIL = Source(
    "002",
    "An unnamed council's page for people unhappy with SEND services, naming Prime Resolution",
    READ_ON,
)
GENERAL = Source(
    "003",
    "An unnamed council's explanation of SEND mediation and disagreement resolution",
    READ_ON,
)
MEDIATELEGAL = Source(
    "004",
    "Mediatelegal's page on what the SEND Code of Practice says about disagreement resolution",
    READ_ON,
)
SEEDS = (GLOBAL_AREA, EALING, PRIME_COUNCIL, GENERAL, MEDIATELEGAL)
"""The five documents that described Evenhand first."""

KIDS_PAGE = Source(
    "kids-mediation",
    "KIDS's page on SEND mediation, in a stored copy",
    READ_ON,
    address="https://www.kids.org.uk/send-mediation",
)
GLOBAL_PAGE = Source(
    "global-mediation",
    "Global Mediation's own website, in a stored copy of one of its pages",
    READ_ON,
    address="https://www.globalmediation.co.uk/opportunities-with-global-mediation/",
)
PRIME_PAGE = Source(
    "prime-resolution",
    "Prime's page on how SEND mediation goes, in a stored copy",
    READ_ON,
    address="https://prime-send.co.uk/documents/send-mediation-process",
)
MEDIATELEGAL_PAGE = Source(
    "mediatelegal",
    "Mediatelegal's page at its own address, in a stored copy",
    READ_ON,
    address="https://mediatelegal.co.uk/"
    "what-does-the-send-code-of-practice-say-about-disagreement-resolution-services/",
)
