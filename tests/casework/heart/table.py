"""The hand-written table of paths, read: every (kind, stage, step) that may be, and where it leads."""

from pathlib import Path

FILE = Path(__file__).with_name("paths.txt")

OF_KIND = {
    "mediation": [
        "enquiry",
        "advice_given",
        "certificate_due",
        "mediation_chosen",
        "arranging",
        "cannot_arrange",
        "meeting_fixed",
        "notice_given",
        "not_held",
        "held",
        "adjourned",
        "outcome_recorded",
        "certified",
        "following_up",
        "withdrawn",
        "closed",
    ],
    "resolution": [
        "enquiry",
        "invited",
        "declined",
        "all_agreed",
        "meeting_fixed",
        "notice_given",
        "not_held",
        "held",
        "adjourned",
        "outcome_recorded",
        "following_up",
        "withdrawn",
        "closed",
    ],
}
"""The stages that a case of each kind can be at."""
ENDED = ("withdrawn", "closed")


def table() -> dict[tuple[str, str, str], str]:
    """Kind, stage and step to what it leads to, as the file says it."""
    said: dict[tuple[str, str, str], str] = {}
    for line in FILE.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        kinds, step, taken_in, leads_to = line.split()
        for kind in OF_KIND if kinds == "both" else (kinds,):
            for stage in _stages(kind, taken_in):
                assert (kind, stage, step) not in said, f"{kind} {stage} {step} stands there twice"
                said[kind, stage, step] = stage if leads_to == "-" else leads_to
    return said


def _stages(kind: str, taken_in: str) -> list[str]:
    if taken_in == "any":
        return OF_KIND[kind]
    if taken_in == "open":
        return [stage for stage in OF_KIND[kind] if stage not in ENDED]
    return taken_in.split(",")
