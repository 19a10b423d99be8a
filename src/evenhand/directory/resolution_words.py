"""What disagreement resolution is, in plain words: the paragraphs that its texts share."""

from .law_words import gettext_noop, para
from .model import Paragraph
from .sources import EALING, GENERAL, GLOBAL_AREA, PRIME_COUNCIL

_FREE = (GLOBAL_AREA, EALING, PRIME_COUNCIL, GENERAL)
"""The documents that say what the service costs a family: nothing."""


def heading(wording: str) -> Paragraph:
    return para(wording, style="heading")


def three_kinds() -> list[Paragraph]:
    return [
        para(
            gettext_noop(
                "The first is about how a council, a school or a college carries out its duties "
                "for a child or young person with special educational needs."
            ),
            "cfa-2014/57(2)",
            "send-code-2015/11.8",
            style="item",
        ),
        para(
            gettext_noop(
                "The second is about the help that a nursery, school or college gives. "
                "It does not matter whether there is a plan."
            ),
            "cfa-2014/57(4)",
            "send-code-2015/11.8",
            style="item",
        ),
        para(
            gettext_noop(
                "The third is about health or social care, while needs are being assessed or a "
                "plan is being written or looked at again."
            ),
            "cfa-2014/57(3)",
            "send-code-2015/11.8",
            style="item",
        ),
    ]


def fourth_kind() -> Paragraph:
    return para(
        gettext_noop(
            "The law has a fourth kind. It is between a council and a health body, such as an "
            "integrated care board (ICB). Families take no part in it."
        ),
        "cfa-2014/57(3)",
        "send-code-2015/11.8",
    )


def what_it_is() -> list[Paragraph]:
    """Independent, free, of everyone's will, private."""
    return [
        para(
            gettext_noop(
                "Somebody independent leads the talks. Nobody who works for a council in England, "
                "an integrated care board or NHS England may do it."
            ),
            "cfa-2014/57(6)",
            "cfa-2014/57(7)",
            "send-code-2015/11.6",
        ),
        para(gettext_noop("It is free. It costs a family nothing."), sources=_FREE),
        para(
            gettext_noop("It is voluntary. It happens only if everyone agrees."),
            "cfa-2014-notes/274",
            "send-code-2015/11.6",
        ),
        para(
            gettext_noop(
                "It is confidential: what is said there stays private. If there is an appeal "
                "later, the Tribunal takes no notice of offers or remarks that were made."
            ),
            "send-code-2015/11.10",
            sources=(GLOBAL_AREA, EALING),
        ),
    ]


def no_effect() -> list[Paragraph]:
    """What it leaves as it was: appeal, complaint, time."""
    return [
        para(
            gettext_noop(
                "It does not change the right to appeal. The Tribunal does not hold it against "
                "anyone who did not use it."
            ),
            "send-code-2015/11.10",
        ),
        para(
            gettext_noop("It does not change the right to complain. Nobody has to try it first."),
            "send-code-2015/11.12",
        ),
        para(
            gettext_noop("It does not stop the clock. The last day to appeal stays the same."),
            "hesc-rules-2008/20(1)(c)",
        ),
    ]
