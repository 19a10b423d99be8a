"""Documents that come in: what may, how they are cleaned, where they lie, how they are sent.

`receive` checks and cleans, `Store` keeps, `download_headers` sends. Nothing here knows whose
document it is or who may read it: that is for the case.
"""

from evenhand.casework.files.kinds import Kind
from evenhand.casework.files.names import safe_name
from evenhand.casework.files.receiving import LIMIT, Cleaned, FileRefused, receive
from evenhand.casework.files.sayings import Note, Refusal
from evenhand.casework.files.scanning import NoScanner, Scanner, ScannerDown, Verdict
from evenhand.casework.files.serving import download_headers
from evenhand.casework.files.storing import Damaged, NotStored, Store

__all__ = [
    "LIMIT",
    "Cleaned",
    "Damaged",
    "FileRefused",
    "Kind",
    "NoScanner",
    "NotStored",
    "Note",
    "Refusal",
    "Scanner",
    "ScannerDown",
    "Store",
    "Verdict",
    "download_headers",
    "receive",
    "safe_name",
]
