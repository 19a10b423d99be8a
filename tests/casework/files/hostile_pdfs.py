"""PDFs that want to run, fetch, hide, tell or burst."""

import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.casework.files import making
from tests.casework.files.making import CANARY, pdf_with, raw_pdf, stream

Making = Callable[[], bytes]


def _action(kind: str, **more: object) -> Dictionary:
    return Dictionary(S=Name("/" + kind), **more)


def _opens(action: Dictionary) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pdf.make_indirect(action)

    return lambda: pdf_with(change)


def _link(action: Dictionary) -> Making:
    def change(pdf: pikepdf.Pdf) -> None:
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


def _information(pdf: pikepdf.Pdf) -> None:
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
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), Rect=[0, 0, 9, 9], AA=acts)
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


def _hex_names() -> bytes:
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R /Open#41ction << /S /Java#53cript /J#53 (" + CANARY + ") >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /#41A << /O << /S /#4caunch /F (" + CANARY + ") >> >> >>",
    )


def _older_version() -> bytes:
    """A later version that no longer shows the secret, written after the one that did."""
    first = raw_pdf(*_PAGES, f"({CANARY})", trailer="/Root 1 0 R /Info 4 0 R")
    at = len(first)
    return first + f"4 0 obj\n(gone)\nendobj\nxref\n4 1\n{at:010d} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {first.rindex(b'xref', 0, first.rindex(b'startxref'))} >>\nstartxref\n{at + 23}\n%%EOF\n".encode()


_PAGES = (
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
)

_ACTIONS = (
    "JavaScript Launch GoToR GoToE SubmitForm ImportData Rendition Movie Sound GoTo3DView RichMediaExecute Thread"
).split()


def _full(kind: str) -> Dictionary:
    return _action(kind, F=String(CANARY), D=Array([0, Name.Fit]), JS=String(CANARY), N=String(CANARY))


NEUTRALISED: dict[str, Making] = {
    **{f"opens with {kind}": _opens(_full(kind)) for kind in _ACTIONS},
    **{f"a link that does {kind}": _link(_full(kind)) for kind in _ACTIONS},
    "a link that does something nobody has heard of": _link(_action("Whatever", F=String(CANARY))),
    "an action after an action": _link(
        _action("URI", URI=String("https://a.example"), Next=_action("Launch", F=String(CANARY)))
    ),
    **{
        f"a link to {start}": _link(_action("URI", URI=String(start + CANARY)))
        for start in ("file:///etc/", "\\\\server\\share\\", "javascript:", "smb://a/", "ms-word:", "data:text/html,")
    },
    **{
        f"a {subtype} on the page": _annotation(subtype, FS=String(CANARY), Contents=String(CANARY))
        for subtype in "FileAttachment Sound Movie Screen RichMedia 3D Projection Unheard".split()
    },
    "a file inside": lambda: pdf_with(_attached),
    "a script by name": lambda: pdf_with(_names_javascript),
    "details and XMP": lambda: pdf_with(_information),
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
    "a zip file after its end": lambda: pdf_with() + making.zipped({"a.txt": CANARY}, 0),
    "a web page after its end": lambda: pdf_with() + f"<script>{CANARY}</script>".encode(),
    "everything in object streams": lambda: pdf_with(
        _information, object_stream_mode=pikepdf.ObjectStreamMode.generate
    ),
}


# ----------------------------------------------------------------------------- refused


def _bomb(size: int, times: int = 1) -> bytes:
    packed = b"\0" * size
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    filters = "[" + " /FlateDecode" * times + " ]"
    return raw_pdf(*_PAGES, stream(packed, f"/Filter {filters}"))


def _object_stream_bomb() -> bytes:
    """The list of where things are is itself packed, and unpacks to far more than there is room for."""
    packed = zlib.compress(b"\0" * 150_000_000, 9)
    table = stream(packed, "/Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode")
    body = b"%PDF-1.7\n1 0 obj\n" + table + b"\nendobj\n"
    return body + b"startxref\n9\n%%EOF\n"


def _many_bombs() -> bytes:
    packed = zlib.compress(b"\0" * 100_000_000, 9)
    return raw_pdf(*_PAGES, *[stream(packed, "/Filter /FlateDecode") for _ in range(8)])


def _huge_page_tree() -> bytes:
    kids = " ".join("3 0 R" for _ in range(60_000))
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count 60000 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    )


def _laughing_page_tree() -> bytes:
    """Each level names the next ten times over: ten to the eighteenth pages in a kilobyte."""
    levels = [
        f"<< /Type /Pages /Kids [{' '.join([f'{level + 3} 0 R'] * 10)}] /Count {10 ** (18 - level)} >>"
        for level in range(18)
    ]
    return raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", *levels, "<< /Type /Page /MediaBox [0 0 9 9] >>")


def _nested(opening: str, closing: str, times: int) -> bytes:
    deep = opening * times + "1" + closing * times
    return raw_pdf(*_PAGES[:2], f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Deep {deep} >>")


def _locked(**passwords: str) -> Making:
    return lambda: pdf_with(None, encryption=pikepdf.Encryption(**{"owner": "", "user": "", **passwords}))


def _picture_of(width: int, height: int) -> bytes:
    size = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 1"
    return raw_pdf(*_PAGES, stream(b"\0" * 20, size))


def _truncated(share: float) -> Making:
    def make() -> bytes:
        whole = pdf_with(pages=3)
        return whole[: int(len(whole) * share)]

    return make


REFUSED: dict[str, Making] = {
    "locked": _locked(owner="a", user="b"),
    "locked against change": _locked(owner="a"),
    "locked in the old way": lambda: pdf_with(
        None, encryption=pikepdf.Encryption(owner="a", user="b", R=3, aes=False, metadata=False)
    ),
    "a bomb": lambda: _bomb(130_000_000),
    "a bomb in a bomb": lambda: _bomb(130_000_000, 2),
    "a bomb four times packed": lambda: _bomb(1_000_000, 4),
    "many small bombs": _many_bombs,
    "a bomb in letters": lambda: raw_pdf(
        *_PAGES,
        stream(
            zlib.compress(b"\0" * 130_000_000, 9).hex().encode() + b">", "/Filter [/ASCIIHexDecode /FlateDecode]"
        ),
    ),
    "a bomb of lengths": lambda: raw_pdf(*_PAGES, stream(b"\x81a" * 3_000_000, "/Filter /RunLengthDecode")),
    "a bomb in the table": _object_stream_bomb,
    "a page named sixty thousand times": _huge_page_tree,
    "a page tree of eighteen levels": _laughing_page_tree,
    "a page tree that bites its tail": lambda: raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    ),
    "no pages": lambda: raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
    "no catalogue": lambda: raw_pdf("<< >>", "<< >>"),
    "pages that are a number": lambda: raw_pdf("<< /Type /Catalog /Pages 7 >>"),
    "too many pages": lambda: pdf_with(pages=2001),
    "content in another file": lambda: raw_pdf(*_PAGES, stream(b"", "/F (other.pdf) /FFilter /FlateDecode")),
    "content at an address": lambda: raw_pdf(*_PAGES, stream(b"", "/F << /FS /URL /F (http://a.example) >>")),
    "a picture of ten thousand million dots": lambda: _picture_of(100_000, 100_000),
    "a stream with a lock of its own": lambda: raw_pdf(*_PAGES, stream(b"x", "/Filter /Crypt")),
    "a photo that is no photo": lambda: raw_pdf(*_PAGES, stream(b"<html>", "/Filter /DCTDecode")),
    "nothing but a header": lambda: b"%PDF-1.7\n",
    "a header and noise": lambda: b"%PDF-1.7\n" + making.noise(50_000),
    "a table that points at itself": lambda: b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF\n",
    "a length that is its own length": lambda: b"%PDF-1.7\n1 0 obj\n<< /Length 1 0 R >>\nstream\nx\nendstream\nendobj\n%%EOF",
    "cut at a hundredth": _truncated(0.01),
    "cut at a twentieth": _truncated(0.05),
}

# These may go either way, as long as what comes out is clean.
EITHER: dict[str, Making] = {
    **{f"cut at {share:.2f}": _truncated(share) for share in (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99)},
    "lists in lists": lambda: _nested("[", "]", 100_000),
    "dictionaries in dictionaries": lambda: _nested("<< /A ", ">>", 100_000),
    "lists in lists, a little": lambda: _nested("[", "]", 95),
    "a table that lies": lambda: pdf_with(_information).replace(b"0000000", b"0000009"),
    "an older table named in a ring": lambda: raw_pdf(*_PAGES[:2], _PAGES[2].replace("/Contents 4 0 R", ""), trailer="/Root 1 0 R /Prev 200"),
    "a number too large": lambda: raw_pdf(*_PAGES[:2], "<< /Type /Page /MediaBox [0 0 9e99 " + "9" * 400 + "] >>"),
    "noise in the content": lambda: raw_pdf(*_PAGES, stream(making.noise(9000), "/Filter /FlateDecode")),
}
