"""The one script of ours: a passkey can be asked for by a script alone. Every other page has none."""

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update


def with_our_script(view: Any) -> Any:
    """The view, its page allowed to run our own script and to ask this server with it."""
    return csp_update({"script-src": [SELF], "connect-src": [SELF]})(view)
