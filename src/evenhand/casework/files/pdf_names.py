"""The names that matter in a PDF: what may stay, what acts, what holds files, what tells."""

import re

# Of the catalogue only this is kept.
CATALOGUE = frozenset(
    [
        "/Type",
        "/Pages",
        "/PageLabels",
        "/Outlines",
        "/PageMode",
        "/PageLayout",
        "/Lang",
        "/StructTreeRoot",
        "/MarkInfo",
        "/AcroForm",
        "/OCProperties",
        "/Dests",
        "/Names",
    ]
)
PAGE_MODES = frozenset(("/UseNone", "/UseOutlines", "/UseThumbs"))
TELLING = frozenset(["/Metadata", "/PieceInfo", "/LastModified", "/SpiderInfo", "/Thumb"])
HOLDING = frozenset(["/EmbeddedFiles", "/EF", "/AF", "/RF", "/Collection"])
WORKING = frozenset(
    [
        "/AA",
        "/OpenAction",
        "/JS",
        "/JavaScript",
        "/XFA",
        "/RichMediaContent",
        "/RichMediaSettings",
        "/Movie",
        "/Sound",
        "/Rendition",
        "/Renditions",
        "/Ref",
        "/OPI",
        "/Alternates",
        "/URLS",
        "/Requirements",
        "/PresSteps",
        "/3DD",
        "/3DV",
        "/WS",
    ]
)
ACTION_KEYS = ("/A", "/PA", "/Next")
KEPT_ACTIONS = frozenset(("/GoTo", "/URI", "/Named"))
BAD_ACTIONS = frozenset(
    [
        "/JavaScript",
        "/Launch",
        "/GoToR",
        "/GoToE",
        "/GoToDp",
        "/SubmitForm",
        "/ImportData",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/GoTo3DView",
        "/RichMediaExecute",
        "/SetOCGState",
        "/Trans",
        "/Hide",
        "/ResetForm",
        "/Thread",
    ]
)
KEPT_ANNOTATIONS = frozenset(
    [
        "/Link",
        "/Text",
        "/FreeText",
        "/Line",
        "/Square",
        "/Circle",
        "/Polygon",
        "/PolyLine",
        "/Highlight",
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Stamp",
        "/Caret",
        "/Ink",
        "/Popup",
        "/Widget",
        "/Watermark",
    ]
)
BAD_SUBTYPES = frozenset(
    ["/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D", "/PS", "/Projection"]
)
REMARKS = KEPT_ANNOTATIONS - {"/Link", "/Widget", "/Watermark", "/Popup"}
WAYS_OUT = (b"http://", b"https://", b"mailto:", b"tel:")
# An object in which none of these stands needs no closer look. The tags of a page have a /A of their
# own, which is no action: an action has a /S, or is an object by itself.
_NAMES = sorted(TELLING | HOLDING | WORKING | BAD_ACTIONS | BAD_SUBTYPES | {"/URI", "/Sig", "/ByteRange"})
SUSPECT = re.compile(
    (
        "|".join(rf"{re.escape(name)}\b" for name in _NAMES) + r"|/(?:A|PA|Next)\s+(?:\d+ \d+ R|<<[^<>]*/S\b)"
    ).encode()
)
