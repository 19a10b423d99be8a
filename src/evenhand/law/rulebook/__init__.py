"""The rulebook: every rule with its versions, provisions, decision table and worked examples, as data and as pages.

    rulebook()        all of it, as data that JSON can hold, in a stable order
    as_markdown()     the pages of `docs/law`, by file name
    search(words)     the entries that hold every one of the words
    entry_as_markdown one entry, as it stands on its page

`python -m evenhand.law.rulebook` writes the pages. Nothing of the advice imports this package.
"""

from .book import rulebook, search
from .pages import as_markdown, entry_as_markdown

__all__ = ["as_markdown", "entry_as_markdown", "rulebook", "search"]
