"""A PDF, opened, emptied of whatever can act or tell, and written anew."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from evenhand.casework.files.pdf_names import (
    ACTION_KEYS,
    BAD_ACTIONS,
    BAD_SUBTYPES,
    CATALOGUE,
    HOLDING,
    KEPT_ACTIONS,
    KEPT_ANNOTATIONS,
    PAGE_MODES,
    REMARKS,
    SUSPECT,
    TELLING,
    WAYS_OUT,
    WORKING,
)
from evenhand.casework.files.pdf_streams import MostUnpacked, bare_stream
from evenhand.casework.files.sayings import Note, Refusal, Refused

MOST_PAGES = 2000
MOST_OBJECTS = 120_000
DEEPEST = 100
# What qpdf itself may unpack to find the objects.
_MOST_MEMORY = 64_000_000


def clean_pdf(data: bytes) -> tuple[bytes, set[Note]]:
    """The PDF written anew: its pages, marks, outline and tags, without actions, files or details."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=_MOST_MEMORY,
        run_length_max_memory=_MOST_MEMORY,
        png_max_memory=_MOST_MEMORY,
        tiff_max_memory=_MOST_MEMORY,
        max_stream_filters=3,
        parser_max_nesting=DEEPEST,
        doc_max_warnings=500,
    )
    try:
        with pikepdf.open(io.BytesIO(data.lstrip(b"\xef\xbb\xbf \t\r\n")), suppress_warnings=True) as pdf:
            return _cleaned(pdf)
    except pikepdf.PasswordError:
        raise Refused(Refusal.LOCKED) from None
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RuntimeError):
        # pikepdf raises these when an object is not of the kind that its place asks for.
        raise Refused(Refusal.BROKEN) from None


def _cleaned(pdf: Pdf) -> tuple[bytes, set[Note]]:
    if pdf.is_encrypted:
        raise Refused(Refusal.LOCKED)
    if len(pdf.objects) > MOST_OBJECTS:
        raise Refused(Refusal.TOO_HARD)
    pages = len(pdf.pages)
    if pages > MOST_PAGES:
        raise Refused(Refusal.TOO_MANY_PAGES)
    if pages == 0:
        raise Refused(Refusal.BROKEN)
    work = _Work(pdf)
    work.catalogue()
    work.objects()
    work.annotations()
    out = io.BytesIO()
    pdf.save(
        out,
        compress_streams=True,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    with pikepdf.open(io.BytesIO(out.getvalue()), attempt_recovery=False) as again:
        if len(again.pages) != pages:
            raise Refused(Refusal.BROKEN)
    if any("damaged" in warning or "reconstruct" in warning for warning in map(str, pdf.get_warnings())):
        work.notes.add(Note.MENDED)
    return out.getvalue(), work.notes


class _Work:
    """One PDF being emptied."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.notes: set[Note] = set()
        self.unpacked = MostUnpacked()

    def catalogue(self) -> None:
        """Keep what is listed of the catalogue, and nothing of the trailer that tells."""
        for key in ("/Info", "/ID"):
            if key in self.pdf.trailer:
                del self.pdf.trailer[key]
                if key == "/Info":
                    self.notes.add(Note.DETAILS_REMOVED)
        root = self.pdf.Root
        if "/Root" not in self.pdf.trailer:  # found again in a damaged file
            self.pdf.trailer["/Root"] = root
        for key in set(root.keys()) - CATALOGUE:
            self._drop(root, key)
        if str(root.get("/PageMode", "/UseNone")) not in PAGE_MODES:
            del root["/PageMode"]
        names = root.get("/Names")
        if names is not None:
            for key in set(names.keys()) - {"/Dests"}:
                self._drop(names, key)
        form = root.get("/AcroForm")
        if form is not None and "/CO" in form:
            self._drop(form, "/CO")

    def objects(self) -> None:
        """Look into every object, whether anything leads to it or not."""
        for thing in self.pdf.objects:
            if isinstance(thing, Stream):
                # Some readers take a stream for the dictionary before it, and so do we.
                if str(thing.get("/Type", "")) == "/EmbeddedFile" or self._is_harmful(thing):
                    self._empty(thing)
                self._dictionary(thing, 0)
                bare_stream(thing, self.unpacked)
            elif isinstance(thing, (Dictionary, Array)) and SUSPECT.search(thing.unparse(resolved=True)):
                self._look(thing, 0)

    def _empty(self, held: Object) -> None:
        """A file within, wherever it hangs, becomes an empty stream of nothing."""
        held.write(b"")
        for key in set(held.keys()) - {"/Length"}:
            del held[key]
        self.notes.add(Note.FILES_INSIDE_REMOVED)

    def annotations(self) -> None:
        """Of the things laid over a page keep those that only show or lead to a place."""
        for page in self.pdf.pages:
            if "/Annots" not in page.obj:
                continue
            kept = []
            for annotation in page.obj["/Annots"]:
                subtype = str(annotation.get("/Subtype", "")) if isinstance(annotation, Dictionary) else ""
                if subtype in KEPT_ANNOTATIONS:
                    kept.append(annotation)
                if subtype in REMARKS:
                    self.notes.add(Note.REMARKS_KEPT)
            page.obj["/Annots"] = Array(kept)

    def _look(self, thing: Object, depth: int) -> None:
        if depth > DEEPEST:
            raise Refused(Refusal.TOO_HARD)
        if isinstance(thing, Array):
            for item in thing:
                if isinstance(item, (Array, Dictionary)) and not item.is_indirect:
                    self._look(item, depth + 1)
        elif isinstance(thing, Dictionary):
            self._dictionary(thing, depth)

    def _dictionary(self, thing: Object, depth: int) -> None:
        if self._is_harmful(thing):
            for key in list(thing.keys()):
                del thing[key]
            return
        keys = set(thing.keys())
        for key in keys & (TELLING | HOLDING | WORKING):
            self._drop(thing, key)
        for key in keys.intersection(ACTION_KEYS):
            action = thing.get(key)
            if (
                isinstance(action, (Dictionary, Stream))
                and "/S" in action
                and str(action["/S"]) not in KEPT_ACTIONS
            ):
                self._drop(thing, key)
        if str(thing.get("/FT", "")) == "/Sig" and "/V" in thing:
            del thing["/V"]
            self.notes.add(Note.SIGNATURE_NO_LONGER_COUNTS)
        for key in keys:
            value = thing.get(key)
            if isinstance(value, (Array, Dictionary)) and not value.is_indirect:
                self._look(value, depth + 1)

    def _is_harmful(self, thing: Object) -> bool:
        """Whether the dictionary is an action or a thing on a page that may not stay at all."""
        action, subtype = thing.get("/S"), thing.get("/Subtype")
        if isinstance(action, Name) and str(action) in BAD_ACTIONS:
            self.notes.add(Note.WORKINGS_REMOVED)
            return True
        if isinstance(subtype, Name) and str(subtype) in BAD_SUBTYPES:
            self.notes.add(
                Note.FILES_INSIDE_REMOVED if str(subtype) == "/FileAttachment" else Note.WORKINGS_REMOVED
            )
            return True
        if "/URI" in thing:
            target = thing["/URI"]
            if not isinstance(target, pikepdf.String) or not bytes(target).lower().startswith(WAYS_OUT):
                self.notes.add(Note.LINKS_REMOVED)
                return True
        if str(thing.get("/Type", "")) == "/Sig" or "/ByteRange" in thing:
            self.notes.add(Note.SIGNATURE_NO_LONGER_COUNTS)
            return True
        return False

    def _drop(self, thing: Object, key: str) -> None:
        del thing[key]
        if key in TELLING:
            self.notes.add(Note.DETAILS_REMOVED)
        elif key in HOLDING:
            self.notes.add(Note.FILES_INSIDE_REMOVED)
        elif key in WORKING or key in ACTION_KEYS or key == "/CO":
            self.notes.add(Note.WORKINGS_REMOVED)
