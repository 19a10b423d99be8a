"""What is said about a file: why it cannot be kept, and what was done to one that is."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a file is not kept. `sentence` is for the person who chose it, and says what to do."""

    EMPTY = "empty"
    TOO_BIG = "too-big"
    UNKNOWN = "unknown"
    HEIC = "heic"
    OTHER_PICTURE = "other-picture"
    OLD_OFFICE = "old-office"
    OTHER_OFFICE = "other-office"
    PACKED = "packed"
    WEB_PAGE = "web-page"
    LOCKED = "locked"
    MACROS = "macros"
    BROKEN = "broken"
    SWELLS = "swells"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_MANY_DOTS = "too-many-dots"
    TOO_HARD = "too-hard"
    REACHES_OUT = "reaches-out"
    NOT_TEXT = "not-text"
    HARMFUL = "harmful"

    @property
    def sentence(self) -> str:
        """Plain words: what is wrong, and what to try."""
        return _REFUSALS[self]


class Note(StrEnum):
    """What was done to a file that is kept, or what its readers should know."""

    DETAILS_REMOVED = "details-removed"
    WORKINGS_REMOVED = "workings-removed"
    FILES_INSIDE_REMOVED = "files-inside-removed"
    LINKS_REMOVED = "links-removed"
    FIELDS_FIXED = "fields-fixed"
    PICTURE_LEFT_OUT = "picture-left-out"
    REMARKS_KEPT = "remarks-kept"
    SIGNATURE_NO_LONGER_COUNTS = "signature-no-longer-counts"
    MENDED = "mended"
    MADE_SMALLER = "made-smaller"
    FIRST_PICTURE_ONLY = "first-picture-only"
    ODD_CHARACTERS_REMOVED = "odd-characters-removed"
    NOT_SCANNED = "not-scanned"
    SCANNED = "scanned"
    HELD = "held"

    @property
    def sentence(self) -> str:
        """The note in plain words."""
        return _NOTES[self]


class Refused(Exception):
    """A file may not be kept; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


_REFUSALS = {
    Refusal.EMPTY: "There is nothing in this file. Open it to check, then choose it again.",
    Refusal.TOO_BIG: "This file is bigger than {limit}. Try sending it in two or more parts, or as smaller photos.",
    Refusal.UNKNOWN: (
        "We cannot take this kind of file. Choose a PDF, a Word document (.docx), "
        "a JPEG or PNG picture, or plain text."
    ),
    Refusal.HEIC: (
        "This photo is in the form that some phones keep, called HEIC. Save or send it as a JPEG, "
        "or take a picture of your screen, and choose that."
    ),
    Refusal.OTHER_PICTURE: "We cannot take this kind of picture. Save it as a JPEG or PNG and choose that.",
    Refusal.OLD_OFFICE: (
        "This document is in an older form, or has a password. "
        "Save it without a password as a Word document (.docx) or a PDF, and choose that."
    ),
    Refusal.OTHER_OFFICE: "This is not a Word document. Save or print it as a PDF and choose that.",
    Refusal.PACKED: "This is a folder packed into one file. Take the documents out and send them one by one.",
    Refusal.WEB_PAGE: "This is a web page. Print it as a PDF and choose that.",
    Refusal.LOCKED: "This file is locked with a password. Save or print a copy without one and choose that.",
    Refusal.MACROS: "This document has small programs in it, called macros. Save it as a PDF and choose that.",
    Refusal.BROKEN: (
        "We could not open this file: it may be damaged. Check that it opens for you, save it again, "
        "or send a photo of each page."
    ),
    Refusal.SWELLS: (
        "This file opens into something far bigger than it looks. Print it as a PDF, or send it in parts."
    ),
    Refusal.TOO_MANY_PAGES: "This document has too many pages. Send it in two or more parts.",
    Refusal.TOO_MANY_DOTS: "This picture is too large. Make it smaller, or take a picture of your screen.",
    Refusal.TOO_HARD: (
        "We could not read this file safely. Print it as a PDF or send a photo of each page. "
        "You can also give it to us on paper."
    ),
    Refusal.REACHES_OUT: (
        "This document fetches things from outside itself. Print it as a PDF and choose that."
    ),
    Refusal.NOT_TEXT: (
        "We cannot take this kind of file, or its words cannot be read. Choose a PDF, a Word document (.docx), "
        "a JPEG or PNG picture, or plain text."
    ),
    Refusal.HARMFUL: (
        "Our check found something harmful in this file, so we have not kept it. "
        "Ask somebody you trust to check your device, and send the document on paper or as a photo."
    ),
}

_NOTES = {
    Note.DETAILS_REMOVED: "Hidden details, such as who made the file and where, have been taken out.",
    Note.WORKINGS_REMOVED: "Parts that could run or fetch something have been taken out.",
    Note.FILES_INSIDE_REMOVED: "Other files were inside this one. They have been taken out.",
    Note.LINKS_REMOVED: "Some links have been taken out.",
    Note.FIELDS_FIXED: "Parts that change by themselves now stay as they were.",
    Note.PICTURE_LEFT_OUT: "A picture of a kind that we do not keep has been left out.",
    Note.REMARKS_KEPT: "There are comments or tracked changes in this document. Whoever may open it can read them.",
    Note.SIGNATURE_NO_LONGER_COUNTS: (
        "The electronic signature does not cover our copy. Keep the original if it matters."
    ),
    Note.MENDED: "The file was damaged and has been mended. Check that all of it is there.",
    Note.MADE_SMALLER: "The picture has been made smaller. Check that it can still be read.",
    Note.FIRST_PICTURE_ONLY: "The file held several pictures. Only the first is kept.",
    Note.ODD_CHARACTERS_REMOVED: "Characters that cannot be seen have been taken out.",
    Note.NOT_SCANNED: "Not scanned for viruses: no scanner is set up.",
    Note.SCANNED: "Scanned for viruses: none was found.",
    Note.HELD: "Held until it can be checked for viruses.",
}
