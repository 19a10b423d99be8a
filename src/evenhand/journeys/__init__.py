"""The questions a family is asked, as data. Pure: it knows the law and no Django.

A question is asked only while the law says that its answer could still change something.
"""

from .model import NEVER, NONE, UNKNOWN, Answer, Answers, Kind, Option, Page
from .walking import BY_KEY, PAGES, Step, Walk, changed, facts_of, next_page, trail, walk

__all__ = [
    "BY_KEY",
    "NEVER",
    "NONE",
    "PAGES",
    "UNKNOWN",
    "Answer",
    "Answers",
    "Kind",
    "Option",
    "Page",
    "Step",
    "Walk",
    "changed",
    "facts_of",
    "next_page",
    "trail",
    "walk",
]
