"""What the three pages have in common."""

from pathlib import Path

TEMPLATES = str(Path(__file__).parent / "templates")
TEXTS = (
    "Refused an EHC needs assessment",
    "Refused to issue an EHC plan",
    "The contents of the plan",
    "Refused to amend the plan",
    "Refused to reassess",
    "Stopped the plan",
)
OPTIONS = [{"id": place, "text": text} for place, text in enumerate(TEXTS)]
