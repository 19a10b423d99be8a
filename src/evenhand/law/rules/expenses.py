"""What the family is paid for coming to a mediation: the table of reg 41, with its amounts.

Read with: SEND Regulations 2014, reg 41. The amounts have stood since 1 September 2014. They are what must be
paid; a council may pay more by its own policy. There is no table for disagreement resolution.
"""

from ..citations import Citation
from ..mechanism.asking import Situation
from ..mechanism.outcomes import Finding, found
from ..mechanism.questions import choice, quality
from ..mechanism.registry import rule
from ..sources import REG_41_1, REG_41_2, S57_1


class Allowance:
    """One line of the table: what is paid, the amount in pence (None where the cost itself is paid), and for each what."""

    __slots__ = ("cites", "head", "pence", "unit", "words")

    def __init__(self, head: str, words: str, pence: int | None, unit: str) -> None:
        self.head, self.words, self.pence, self.unit = head, words, pence, unit
        self.cites: tuple[Citation, ...] = (REG_41_1,)


ALLOWANCES = (
    Allowance(
        "public_transport",
        "Standard class fares for the parent and their child, or the young person",
        None,
        "",
    ),
    Allowance("car_or_motorcycle", "Travel by car or motorcycle", 25, "mile"),
    Allowance("taxi", "Taxi fares", None, ""),
    Allowance("loss_of_earnings", "Loss of earnings, up to", 45_00, ""),
    Allowance("carer", "A registered child or adult carer, for each child or young person", 5_35, "hour"),
    Allowance("night_in_inner_london", "A night in inner London, up to", 81_00, "night"),
    Allowance("night_elsewhere", "A night elsewhere, up to", 71_00, "night"),
    Allowance("night_with_family_or_friends", "A night with family or friends, up to", 21_00, "night"),
)
BY_HEAD = {allowance.head: allowance for allowance in ALLOWANCES}
NOT_IN_TABLE = ("supporter", "witness", "lawyer")

expense = choice("expense", (*BY_HEAD, *NOT_IN_TABLE), "What was the money spent on?")
meeting = choice("meeting", ("mediation", "disagreement_resolution"), "What kind of meeting is it?")
conditions_met = quality(
    "conditions_met",
    "Has the body that arranges the meeting had what it asked for: agreement beforehand, or proof of the cost?",
)


def pounds(pence: int) -> str:
    """An amount as it is written on a page.

    >>> pounds(25), pounds(535), pounds(4500)
    ('25p', '£5.35', '£45')
    """
    if pence < 100:
        return f"{pence}p"
    return f"£{pence // 100}" if pence % 100 == 0 else f"£{pence / 100:.2f}"


def most_payable(head: str, quantity: int = 1) -> int | None:
    """The most that must be paid under a head of the table, in pence; None where the cost itself is paid.

    `quantity` counts miles, nights, or hours times the people cared for.

    >>> most_payable("car_or_motorcycle", 40), most_payable("carer", 3), most_payable("taxi")
    (1000, 1605, None)
    """
    # LAW-QUESTION(014): the table does not say for what time the £45 is; it is taken as one sum for the mediation.
    pence = BY_HEAD[head].pence
    return None if pence is None else pence * quantity


def _sentence(allowance: Allowance) -> str:
    if allowance.pence is None:
        return f"{allowance.words}: the cost itself is paid."
    each = f" for each {allowance.unit}" if allowance.unit else ""
    return f"{allowance.words}: {pounds(allowance.pence)}{each}."


@rule(REG_41_1, REG_41_2)
def expenses_paid(s: Situation) -> Finding:
    """Whoever arranges a mediation must pay the family's travel, lost earnings, care and nights, to set amounts."""
    if s.ask("meeting") == "disagreement_resolution":
        return found(
            "not_covered",
            "The law sets no expenses for disagreement resolution; ask what the service pays.",
            S57_1,
        )
    head = s.ask("expense")
    if head in NOT_IN_TABLE:
        return found(
            "not_covered",
            "The table has no line for supporters, witnesses or lawyers; the council may pay more than it must.",
            REG_41_1,
        )
    if not s.is_("conditions_met"):
        return found(
            "may_wait",
            "The body that arranges the meeting may ask for agreement beforehand, and for proof, before it pays.",
            REG_41_2,
        )
    return found("must_pay", _sentence(BY_HEAD[head]), REG_41_1)
