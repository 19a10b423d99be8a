"""The parts of the law, each a page: its title, what it is about, and the files whose rules stand in it."""


class Part:
    """One page of the rulebook."""

    __slots__ = ("files", "intro", "key", "title")

    def __init__(self, key: str, title: str, intro: str, *files: str) -> None:
        self.key, self.title, self.intro, self.files = key, title, intro, files


PARTS = (
    Part(
        "decisions",
        "Decisions and who may act on them",
        "What a council decides that may be appealed, what may not, and who holds the right: the parent of a child, or "
        "the young person over compulsory school age and under 25.",
        "decisions",
        "holders",
    ),
    Part(
        "certificate",
        "The mediation certificate",
        "Most appeals need a certificate. A mediation adviser issues it, never the council. The family has two months "
        "to ask, the adviser three working days to issue.",
        "certificates",
    ),
    Part(
        "mediation",
        "Mediation",
        "Who must be told, who must arrange the mediation, in how many days, and how much notice the family has.",
        "mediation",
    ),
    Part(
        "agreements",
        "After an agreement",
        "What was agreed in a mediation must be done in time: in the time that a Tribunal's order would give, or in two "
        "weeks, or by the day agreed in writing.",
        "agreements",
    ),
    Part(
        "resolution",
        "Talking and disagreement resolution",
        "The wider, voluntary service. It has four kinds, needs everybody's consent, has no time limit, and takes nothing "
        "away from anybody.",
        "resolution",
        "publicity",
    ),
    Part(
        "appeals",
        "The appeal to the Tribunal",
        "When an appeal must arrive, how weekends, August and Christmas move its last day, and the recommendations about "
        "health and social care that may go with it.",
        "appeals",
    ),
    Part(
        "forms",
        "At the Tribunal",
        "Which form, what goes with it, leave to appeal without a certificate, how days are counted for everything but "
        "the appeal itself, and the other side's answer.",
        "forms",
    ),
    Part(
        "unopposed",
        "Appeals that the council does not oppose",
        "An appeal that is not opposed counts as allowed, and the council's time runs from the day it told the Tribunal.",
        "unopposed",
    ),
    Part(
        "complaints",
        "Complaints",
        "To the school, the council and the health service, and to those who watch over them. A complaint stops no clock.",
        "complaints",
    ),
    Part(
        "schools",
        "What a school did",
        "Discrimination because of a disability, permanent exclusion, and a place refused.",
        "schools",
    ),
    Part("court", "The court", "Judicial review: the last resort.", "courts"),
    Part(
        "attendance",
        "Who may come to a mediation",
        "Who may come and by whose consent, who must come able to decide, the child's views, and who stands in for whom.",
        "attendance",
    ),
    Part(
        "notices",
        "What a notice must tell",
        "The six items about mediation that certain notices must carry, and what else they must say.",
        "notices",
    ),
    Part("expenses", "Expenses", "What the family is paid for coming to a mediation.", "expenses"),
    Part(
        "independence",
        "Independence",
        "Who counts as independent, what the law asks of a mediator and what only the profession asks, and what the "
        "health bodies were called when.",
        "independence",
    ),
)
PART_OF_FILE = {file: part.key for part in PARTS for file in part.files}
