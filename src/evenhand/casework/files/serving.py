"""How a kept file is sent: as a download, never as a page."""

import re
import unicodedata
from urllib.parse import quote

from evenhand.casework.files.kinds import Kind
from evenhand.casework.files.names import safe_name


def download_headers(name: str, kind: Kind) -> dict[str, str]:
    """The headers that go with a file, given the name to show and its kind.

    The name is written twice, in ASCII and as RFC 5987 has it, and cleaned again here, because a
    header is no place to trust what was stored. Nothing in the file may run, fetch or be framed.
    """
    name = safe_name(name, kind)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = safe_name(re.sub(r"[^A-Za-z0-9 ._()-]", "_", plain), kind)
    return {
        "Content-Type": kind.media_type,
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
