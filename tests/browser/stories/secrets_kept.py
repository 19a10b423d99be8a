"""Who came to read the words that were typed in confidence on the way: read off the matrix by hand."""

from tests.people import cast

from .agreeing import FEEDBACK
from .asking import SPOKEN
from .mediating import NOTEBOOK, OF_COUNCIL, OF_FAMILY, TO_MEDIATOR
from .stage import Stage

SECRETS = (SPOKEN, OF_FAMILY, TO_MEDIATOR, OF_COUNCIL, NOTEBOOK, FEEDBACK)
READS = {
    "amina": {SPOKEN},
    "ben": set(),
    "cerys": {SPOKEN, OF_FAMILY, TO_MEDIATOR, FEEDBACK},
    "dev": {OF_COUNCIL},
    "eilidh": {FEEDBACK},
    "farah": {OF_COUNCIL},
    "gwen": set(),
    "hassan": {TO_MEDIATOR, NOTEBOOK},
}
PAGES = ("", "history", "arranging", "do/correct", "do/share", "do/report_action", "notes/new")


def nobody_reads_anothers_words(stage: Stage, reference: str) -> None:
    at = [f"/{area}/cases/{reference}/{page}" for area in ("workspace", "my") for page in PAGES]
    boards = ["/workspace", "/workspace?as=text", "/workspace?as=csv", "/workspace/today", "/my"]
    found = {}
    for one in cast.EVERYBODY:
        held = stage.reads(one(), *at, *boards)
        found[one.__name__] = {secret for secret in SECRETS if secret in held}
    assert found == READS
