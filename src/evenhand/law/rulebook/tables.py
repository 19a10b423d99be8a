"""Tables that stand in the rulebook beside the rules, made from the same data as the rules where there is any."""

from typing import Any

from ..rules.expenses import ALLOWANCES, pounds
from ..rules.notices import NO_RECOMMENDATIONS, NOTICES

SECTIONS = (
    ("A", "views, interests and aspirations", "no"),
    ("B", "special educational needs", "yes"),
    ("C", "health care needs", "recommendation only"),
    ("D", "social care needs", "recommendation only"),
    ("E", "outcomes", "no"),
    ("F", "special educational provision", "yes"),
    ("G", "health care provision", "recommendation only"),
    (
        "H1",
        "social care provision under the Chronically Sick and Disabled Persons Act 1970",
        "recommendation only",
    ),
    ("H2", "other social care provision", "recommendation only"),
    ("I", "the school or other institution, or the type", "yes, and alone without a certificate"),
    ("J", "personal budget", "no"),
    ("K", "advice and information gathered", "no"),
)
DECISIONS = (
    ("refusal_to_assess", "51(2)(a)", "the council will not assess", "yes"),
    ("refusal_to_issue_plan", "51(2)(b)", "after an assessment the council will not make a plan", "yes"),
    (
        "plan_contents",
        "51(2)(c)",
        "what the plan says in Sections B, F and I",
        "yes, unless about Section I alone",
    ),
    ("refusal_to_reassess", "51(2)(d)", "the council will not assess again", "yes"),
    (
        "refusal_to_amend",
        "51(2)(e)",
        "after a review or re-assessment the council will not change the plan",
        "yes",
    ),
    ("ceasing_to_maintain", "51(2)(f)", "the council ends the plan", "yes"),
)
TIMELINE = (
    (
        "1 September 2014",
        "Children and Families Act 2014, Part 3; SI 2014/1530; SI 2014/2128",
        "this law begins",
    ),
    (
        "23 March 2015",
        "SI 2015/359",
        "unopposed appeals (reg 45) have the limits of orders; reg 44's addressees",
    ),
    ("1 April 2015", "SI 2015/62; the Code as revised", "detained persons; the Code now in force"),
    ("3 April 2018", "SI 2017/1306", "recommendations about health and social care, everywhere"),
    ("1 May to 25 September 2020", "SI 2020/471", "many limits “as soon as reasonably practicable”"),
    ("21 July 2020", "SI 2020/651", "rule 12(3) no longer covers discrimination claims; rule 12(3A)"),
    ("1 July 2022", "Health and Care Act 2022", "integrated care boards; the Act says NHS England"),
)
HOLDERS = (
    ("31 August 2010", "26 June 2026", "16 on 31 August 2026, in the school year that ends that day"),
    ("1 September 2010", "25 June 2027", "16 on 1 September 2026, in the next school year"),
)


class Table:
    """A table of one part: its heading, columns and rows, all text."""

    __slots__ = ("columns", "part", "rows", "title")

    def __init__(
        self, part: str, title: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
    ) -> None:
        self.part, self.title, self.columns, self.rows = part, title, columns, rows

    def as_data(self) -> dict[str, Any]:
        """The table as data."""
        return {"title": self.title, "columns": list(self.columns), "rows": [list(row) for row in self.rows]}


TABLES = (
    Table(
        "decisions",
        "The six decisions that may be appealed",
        ("matter", "section", "what it is", "certificate needed"),
        DECISIONS,
    ),
    Table("decisions", "The sections of a plan", ("section", "what it holds", "may be appealed"), SECTIONS),
    Table(
        "decisions",
        "The end of compulsory school age: worked examples",
        ("born on", "last day", "because"),
        HOLDERS,
    ),
    Table("decisions", "When this law changed", ("day", "by", "what changed"), TIMELINE),
    Table(
        "notices",
        "Which notices",
        ("notice of", "provision", "must name recommendations, from 3 April 2018"),
        tuple(
            (
                name.replace("_", " "),
                ", with ".join(f"reg {cite.id.split('/')[1]}" for cite in cites)
                if name != "review_to_continue_or_cease"
                else "reg 20(11) or reg 21(10)",
                "no" if name == NO_RECOMMENDATIONS else "yes",
            )
            for name, cites in NOTICES.items()
        ),
    ),
    Table(
        "expenses",
        "The amounts of regulation 41",
        ("what", "amount", "for each"),
        tuple(
            (
                allowance.words,
                "the cost" if allowance.pence is None else pounds(allowance.pence),
                allowance.unit or "–",
            )
            for allowance in ALLOWANCES
        ),
    ),
)
