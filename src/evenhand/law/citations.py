"""A citation: where a statement of law stands, since when, and how sure we are that we read it right."""

VERIFIED = "verified"
"""We read the operative text, or an official statement of it."""
SECONDARY = "secondary"
"""We have not seen the text; a page that can be relied on states the rule."""
UNVERIFIED = "unverified"
"""Recalled, not read. An answer that rests on it says so."""


class Citation:
    """One provision of one instrument.

    `id` is stable and unique; `label` is what a person reads; `url` is where the public text is, or None;
    the two days say when it is in force (ISO, the second None while it still is); `confidence` is one of
    `VERIFIED`, `SECONDARY`, `UNVERIFIED`.
    """

    __slots__ = ("confidence", "id", "in_force_from", "in_force_to", "label", "url")

    def __init__(
        self,
        id: str,
        label: str,
        url: str | None,
        in_force_from: str,
        in_force_to: str | None = None,
        confidence: str = VERIFIED,
    ) -> None:
        self.id, self.label, self.url = id, label, url
        self.in_force_from, self.in_force_to = in_force_from, in_force_to
        self.confidence = confidence

    def __repr__(self) -> str:
        return f"<{self.label} ({self.confidence})>"


class Instrument:
    """An Act, a set of regulations or rules, a code or a case, from which provisions are cited."""

    def __init__(self, key: str, title: str, base: str | None, since: str, word: str, path: str = "") -> None:
        self.key, self.title, self.base, self.since = key, title, base, since
        self.word, self.path = word, path

    def at(
        self,
        number: str,
        confidence: str = VERIFIED,
        *,
        since: str | None = None,
        until: str | None = None,
        page: str | None = None,
    ) -> Citation:
        """The citation of one provision: `REGULATIONS.at("34(2)")`. `page` names the web page where it differs."""
        where = page if page is not None else number.split("(")[0]
        url = f"{self.base}{self.path}{where}" if self.base else None
        return Citation(
            f"{self.key}/{number}",
            f"{self.title}, {self.word} {number}" if self.word else f"{self.title} {number}".strip(),
            url,
            since or self.since,
            until,
            confidence,
        )
