"""PDFs that want to run, fetch, hide, tell or burst."""

import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.casework.files import making
from tests.casework.files.making import CANARY, pdf_with, raw_pdf

Making = Callable[[], bytes]


def _action(kind: str, **more: object) -> Dictionary:
    return Dictionary(S=Name("/" + kind), **more)


def _opens(kind: str) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pdf.make_indirect(_full(kind))

    return lambda: pdf_with(change)


def _link(kind: str, **more: object) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
        action = _action(kind, **more) if more else _full(kind)
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=pdf.make_indirect(action))
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    return lambda: pdf_with(change)


def _annotation(subtype: str, **more: object) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
        laid = Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=[0, 0, 9, 9], **more)
        pdf.pages[0].Annots = Array([pdf.make_indirect(laid)])

    return lambda: pdf_with(change)


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["run.exe"] = pikepdf.AttachedFileSpec(pdf, (CANARY * 3).encode(), filename="run.exe")


def _names_javascript(pdf: pikepdf.Pdf) -> None:
    script = _action("JavaScript", JS=String(f"app.alert('{CANARY}')"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script)])))


def information(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = CANARY
    pdf.docinfo["/Where"] = CANARY
    with pdf.open_metadata() as told:
        told["dc:creator"] = [CANARY]


def _on_page(**more: object) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in more.items():
            pdf.pages[0]["/" + key] = value

    return lambda: pdf_with(change)


def _page_metadata(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Metadata = pdf.make_stream(f"<x>{CANARY}</x>".encode())
    pdf.pages[0].PieceInfo = Dictionary(App=Dictionary(Private=String(CANARY)))


def _xfa(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(f"<xdp>{CANARY}</xdp>".encode())
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array([String("template"), form]))


def _field_script(pdf: pikepdf.Pdf) -> None:
    acts = Dictionary(K=_action("JavaScript", JS=String(CANARY)))
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), Rect=[0, 0, 9, 9], AA=acts
    )
    field = pdf.make_indirect(field)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), CO=Array([field]))


def _signed(pdf: pikepdf.Pdf) -> None:
    seal = Dictionary(Type=Name.Sig, Name=String(CANARY), Contents=String("x"), ByteRange=Array([0, 1, 2, 3]))
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("s"), Rect=[0, 0, 9, 9])
    field.V = pdf.make_indirect(seal)
    field = pdf.make_indirect(field)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


def _outline_launch(pdf: pikepdf.Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String("go"), A=_action("Launch", F=String(CANARY))))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item, Count=1))


def _photo(filters: Array, pack: Callable[[bytes], bytes]) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
        photo = pdf.make_stream(b"x")
        photo.write(pack(making.jpeg()), filter=filters)
        photo.Type, photo.Subtype, photo.Width, photo.Height = Name.XObject, Name.Image, 40, 20
        photo.ColorSpace, photo.BitsPerComponent = Name.DeviceRGB, 8
        pdf.pages[0].Resources.XObject = Dictionary(P=photo)

    return lambda: pdf_with(change)


def _hidden_stream(**more: object) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
        held = pdf.make_stream((CANARY * 2).encode())
        for key, value in more.items():
            held["/" + key] = value
        pdf.pages[0].Resources.XObject = Dictionary(P=held)

    return lambda: pdf_with(change)


def _streamed_action(pdf: pikepdf.Pdf) -> None:
    action = pdf.make_stream(CANARY.encode())
    action.S = Name.Unheard
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


def _hex_names() -> bytes:
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R /Open#41ction << /S /Java#53cript /J#53 (" + CANARY + ") >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /#41A << /O << /S /#4caunch /F ("
        + CANARY
        + ") >> >> >>",
    )


def _older_version() -> bytes:
    """A later version that no longer shows the secret, written after the one that did."""
    first = raw_pdf(*PAGES, f"({CANARY})", trailer="/Root 1 0 R /Info 4 0 R")
    at = len(first)
    return (
        first
        + f"4 0 obj\n(gone)\nendobj\nxref\n4 1\n{at:010d} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {first.rindex(b'xref', 0, first.rindex(b'startxref'))} >>\nstartxref\n{at + 23}\n%%EOF\n".encode()
    )


PAGES = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
)

_ACTIONS = [
    "JavaScript",
    "Launch",
    "GoToR",
    "GoToE",
    "SubmitForm",
    "ImportData",
    "Rendition",
    "Movie",
    "Sound",
    "GoTo3DView",
    "RichMediaExecute",
    "Thread",
]


def _full(kind: str) -> Dictionary:
    return _action(kind, F=String(CANARY), D=Array([0, Name.Fit]), JS=String(CANARY), N=String(CANARY))


NEUTRALISED: dict[str, Making] = {
    **{f"opens with {kind}": _opens(kind) for kind in _ACTIONS},
    **{f"a link that does {kind}": _link(kind) for kind in _ACTIONS},
    "a link that does something nobody has heard of": _link("Whatever", F=String(CANARY)),
    "an action after an action": _link(
        "URI", URI=String("https://a.example"), Next=_action("Launch", F=String(CANARY))
    ),
    **{
        f"a link to {start}": _link("URI", URI=String(start + CANARY))
        for start in (
            "file:///etc/",
            "\\\\server\\share\\",
            "javascript:",
            "smb://a/",
            "ms-word:",
            "data:text/html,",
        )
    },
    **{
        f"a {subtype} on the page": _annotation(subtype, FS=String(CANARY), Contents=String(CANARY))
        for subtype in [
            "FileAttachment",
            "Sound",
            "Movie",
            "Screen",
            "RichMedia",
            "3D",
            "Projection",
            "Unheard",
        ]
    },
    "a file inside": lambda: pdf_with(_attached),
    "a script by name": lambda: pdf_with(_names_javascript),
    "details and XMP": lambda: pdf_with(information),
    "details of a page": lambda: pdf_with(_page_metadata),
    "an XFA form": lambda: pdf_with(_xfa),
    "a field with a script": lambda: pdf_with(_field_script),
    "a signature": lambda: pdf_with(_signed),
    "an outline that launches": lambda: pdf_with(_outline_launch),
    "a page that acts": _on_page(AA=Dictionary(O=_action("JavaScript", JS=String(CANARY)))),
    "an associated file": _on_page(AF=Array([Dictionary(Type=Name.Filespec, F=String(CANARY))])),
    "steps of a presentation": _on_page(PresSteps=Dictionary(NA=_action("Launch", F=String(CANARY)))),
    "names in hexadecimal": _hex_names,
    "an earlier version underneath": _older_version,
    "a photo with its place": _photo(Array([Name.DCTDecode]), lambda data: data),
    "a packed photo with its place": _photo(Array([Name.FlateDecode, Name.DCTDecode]), zlib.compress),
    "a photo in letters with its place": _photo(
        Array([Name.ASCIIHexDecode, Name.DCTDecode]), lambda data: data.hex().encode() + b">"
    ),
    "a photo with a program after it": _photo(Array([Name.DCTDecode]), lambda data: data + CANARY.encode()),
    "a file hidden among the pictures": _hidden_stream(Type=Name.EmbeddedFile),
    "PostScript among the pictures": _hidden_stream(Type=Name.XObject, Subtype=Name.PS),
    "an action in a stream": _hidden_stream(S=Name.Launch, F=String(CANARY)),
    "an action nobody has heard of in a stream": lambda: pdf_with(_streamed_action),
    "a zip file after its end": lambda: pdf_with() + making.zipped({"a.txt": CANARY}, 0),
    "a web page after its end": lambda: pdf_with() + f"<script>{CANARY}</script>".encode(),
    "everything in object streams": lambda: pdf_with(
        information, object_stream_mode=pikepdf.ObjectStreamMode.generate
    ),
}
