"""Proposals of 2026. They are not law, no rule reads them, and no answer uses them.

They are written down so that a reader of the rulebook who has heard of them finds what they are and where they stand.
Nothing that was stored after the summer of 2026 was found, so their progress since then is not known.
"""


class Proposal:
    """One proposal: what it is called, what it would do, where it stands, and where that was read."""

    __slots__ = ("name", "published_on", "read_at", "status", "title", "would")

    def __init__(
        self,
        name: str,
        title: str,
        published_on: str,
        would: tuple[str, ...],
        status: str,
        read_at: tuple[str, ...],
    ) -> None:
        self.name, self.title, self.published_on = name, title, published_on
        self.would, self.status, self.read_at = would, status, read_at


NOT_LAW = "A proposal, not law. No rule reads it and no answer uses it."

PROPOSALS = (
    Proposal(
        "white-paper-2026",
        "White Paper “Every Child Achieving and Thriving”, with the consultation on SEND reform",
        "2026-02-23",
        (
            "make mediation stronger before an appeal, with the Tribunal as the last resort",
            "put a SEND specialist on the panels that hear complaints about schools",
            "use disagreement resolution more",
            "let the Tribunal no longer name the school or college",
            "bring in individual support plans",
        ),
        "The consultation closed on 18 May 2026. Most of it was meant for 2029 and 2030. One page gives 27 April 2026 "
        "as the day the consultation began.",
        (
            "https://www.localgovernmentlawyer.co.uk/education-law/394-education-news/"
            "99790-government-proposes-greater-role-for-mediation-in-send-disputes-with-tribunal-as-backstop",
            "https://www.wardhadaway.com/?p=88156",
        ),
    ),
    Proposal(
        "education-for-all-bill",
        "Education for All Bill",
        "2026-05-13",
        ("carry the White Paper's proposals into law",),
        "Announced in the King's Speech of 13 May 2026; when last seen it had not been introduced.",
        (
            "https://www.forbessolicitors.co.uk/articles/the-king-announces-education-for-all-bill",
            "https://www.policythreads.co.uk/issue/education-for-all-bill/",
        ),
    ),
)
