"""Open questions of law: both readings, and the one that the engine takes.

In code a rule that turns on one says `# LAW-QUESTION(007)`. The engine takes the reading that is safe for the family,
and shows the other day where there is one.
"""

from typing import Any


class LawQuestion:
    """One open question. `turns_on` names the provisions; `taken` says which reading the engine takes, and why."""

    __slots__ = ("number", "one", "other", "taken", "title", "turns_on")

    def __init__(self, number: int, title: str, turns_on: str, one: str, other: str, taken: str) -> None:
        self.number, self.title, self.turns_on = number, title, turns_on
        self.one, self.other, self.taken = one, other, taken

    def as_data(self) -> dict[str, Any]:
        """The question as data."""
        return {
            name: getattr(self, name) for name in ("number", "title", "turns_on", "one", "other", "taken")
        }


LAW_QUESTIONS = (
    LawQuestion(
        1,
        "Two anchors for the two months to contact the adviser",
        "SEND Regulations 2014, regs 33 and 34(2)",
        "Reg 33 counts from the day the notice was sent.",
        "Reg 34(2) forbids the certificate to whoever did not contact the adviser within two months of the date of the notice.",
        "The earlier of the two days is given as the last day, the later as arguable. Between the two there is neither a "
        "certificate for not mediating nor a case for leave; taking part in mediation still leads to a certificate.",
    ),
    LawQuestion(
        2,
        "Does rule 12 move a day twice?",
        "Tribunal Procedure Rules 2008, r. 12(2) and (3)(a)",
        "A last day on Saturday 31 July moves to the next working day, 2 August, and stays there.",
        "It moves into August, and from there to the first working day after 31 August.",
        "It stays: 2 August is the last day, the later day is shown as arguable.",
    ),
    LawQuestion(
        3,
        "“At least 5 working days prior”",
        "SEND Regulations 2014, reg 37(2)",
        "Five whole working days lie between the day of telling and the day of the mediation.",
        "The fifth working day before the mediation is enough.",
        "Five clear days, because that is safe for the family; the other day is shown as arguable.",
    ),
    LawQuestion(
        4,
        "Arranged or held within thirty days?",
        "SEND Regulations 2014, regs 35 and 36; Code, 11.26",
        "The mediation must be arranged, that is fixed, within thirty days.",
        "It must take place within thirty days, as the Code puts it.",
        "The law's word is “arrange”. The thirtieth day is given; a mediation held by it certainly meets it.",
    ),
    LawQuestion(
        5,
        "Who must be told for the thirty days to begin?",
        "SEND Regulations 2014, regs 35(4) and 36(2); Code, 11.26",
        "They run from the day the family told the council.",
        "They run from the day the adviser told the council for the family.",
        "The day the council was told, by whomever; a family that tells the adviser should see that the council hears of it.",
    ),
    LawQuestion(
        6,
        "Months “beginning with” a day that the last month does not have",
        "Equality Act 2010, Sch 17 para 4(1); Local Government Act 1974, s. 26B",
        "Six months beginning with 31 August end on 27 February, the day before the last day of February.",
        "They end on 28 February, the last day of the month.",
        "The earlier day; the later one is shown as arguable.",
    ),
    LawQuestion(
        7,
        "Section I with health or care sections",
        "Children and Families Act 2014, s. 55(2); SI 2017/1306, reg 4",
        "An appeal about Section I that also asks for recommendations still concerns only the school named, because "
        "recommendations are not appealed.",
        "It concerns more than the school named, so it needs a certificate.",
        "No certificate is needed. A careful family gets one all the same: it is free and comes in three working days.",
    ),
    LawQuestion(
        8,
        "The council stays silent after thirty days",
        "SEND Regulations 2014, reg 39(2) and (3)",
        "The certificate waits for the council's word to the adviser, since the three working days run from that.",
        "Once the thirty days have passed, participation is deemed, whether the council speaks or not.",
        "It waits; the answer tells the family to press the council at once, and that a change of mind is another way.",
    ),
    LawQuestion(
        9,
        "Reg 44 before 23 March 2015",
        "SEND Regulations 2014, reg 44(2); SI 2015/359, reg 7; SI 2014/2096, reg 3",
        "The weeks were the same from 1 September 2014: SI 2015/359 reg 7 changed only to whom a final plan is sent, and "
        "SI 2014/2096 did not touch reg 44. A page that quotes the text as made has the same ten and fourteen weeks.",
        "The banner of the page says “superseded 23 March 2015”, so the weeks themselves may have changed.",
        "The same weeks from 1 September 2014.",
    ),
    LawQuestion(
        10,
        "Late to the adviser, then mediation",
        "SEND Regulations 2014, reg 34(2); Children and Families Act 2014, s. 55(5)",
        "The bar is only on “such a certificate”, the one for not mediating; who takes part in mediation gets the other.",
        "Who is late may have no certificate at all, only leave of the Tribunal.",
        "The first, by the words of reg 34(2). After both limits the answer speaks of leave, unless mediation was held.",
    ),
    LawQuestion(
        11,
        "“Working day” in the SEND Regulations",
        "SEND Regulations 2014, reg 2; Tribunal Procedure Rules 2008, r. 1(3)",
        "It means what the Tribunal's Rules mean: Monday to Friday, without Good Friday, Christmas Day and bank holidays.",
        "It is not defined, so school holidays might be left out as well.",
        "The Tribunal's meaning, under a name of its own, so that one can change without the other.",
    ),
    LawQuestion(
        12,
        "A last day of the Regulations on a weekend",
        "SEND Regulations 2014; Tribunal Procedure Rules 2008, r. 12(2)",
        "It does not move: rule 12 is for acts under the Rules, and contacting an adviser is not one.",
        "It moves to the next working day, as court time limits do.",
        "It does not move. The safe day is the working day before.",
    ),
    LawQuestion(
        13,
        "Capacity and custody",
        "SEND Regulations 2014, reg 64; Children and Families Act 2014, ss. 70 to 75 and 80",
        "A rule could name who acts for a person who lacks capacity, or in youth custody.",
        "Only a person who knows the case can say whether somebody lacks capacity, and for what.",
        "The answer says whom the law names, and sends the family to a human being.",
    ),
    LawQuestion(
        14,
        "Loss of earnings “up to £45”",
        "SEND Regulations 2014, reg 41(1)",
        "£45 in all for the mediation.",
        "£45 for each day of it.",
        "£45 in all; mediations are seldom longer than a day.",
    ),
    LawQuestion(
        15,
        "The council's say about the child",
        "SEND Regulations 2014, reg 38(1)(c); Code, near 11.38",
        "The child comes if the parent and the mediator agree.",
        "The Code adds: if the council has no reasonable objection.",
        "The Regulations win over the Code.",
    ),
    LawQuestion(
        16,
        "One supporter or more?",
        "SEND Regulations 2014, reg 38(1)(b); Kumar [2020] EWHC 3326 (Admin)",
        "“Any advocate or other supporter” is one person as of right, who may be a lawyer.",
        "It is as many as the family wishes.",
        "One as of right; another comes with the consent of all or of the mediator.",
    ),
    LawQuestion(
        17,
        "Discrimination claims before 21 July 2020",
        "Tribunal Procedure Rules 2008, r. 12(3) as it stood; Ashdown House School v JKL",
        "The Rules gave such a claim more time over August and Christmas.",
        "The Rules could not, because the Act fixes six months.",
        "No more time; the later day is shown as arguable for claims whose time ended before that day.",
    ),
    LawQuestion(
        18,
        "The last day of the coronavirus relaxation",
        "SI 2020/471, reg 2(2)",
        "“Cease to have effect on 25 September 2020”: the last day was 24 September.",
        "The 25th was still within it.",
        "The caution is shown for the 25th as well.",
    ),
    LawQuestion(
        19,
        "A change of mind after asking for mediation",
        "Children and Families Act 2014, s. 55(4); SEND Regulations 2014, reg 34(1)",
        "A family that wanted mediation may tell the adviser that it no longer does, and has a certificate in three "
        "working days.",
        "Once it has asked, only taking part leads to a certificate.",
        "It may change its mind, if the adviser was contacted in time.",
    ),
    LawQuestion(
        20,
        "Sent, dated or received?",
        "SEND Regulations 2014, reg 33; Tribunal Procedure Rules 2008, r. 20(1)(c); Interpretation Act 1978, s. 7",
        "The time runs from the day the notice was sent.",
        "It runs from the day the family had it.",
        "From sending. The safe day counts from the notice's own date where that is earlier.",
    ),
    LawQuestion(
        21,
        "Unopposed appeals about making or ceasing a plan before 23 March 2015",
        "SEND Regulations 2014, reg 45(6) as made",
        "Paragraph (6) gave a limit for making a plan; its number was not found.",
        "As for orders: a draft in five weeks and the plan in eleven.",
        "No day is given; the rule says that the limit was not found.",
    ),
    LawQuestion(
        22,
        "The letters of the claim forms",
        "Forms SEND4A, SEND4B, SEND26A and SEND26B",
        "4 is for a parent and 26 for a young person; A is for a claim that does not ask to undo a permanent exclusion.",
        "The letters mean something else on 26A and 26B, which we have not seen.",
        "The first, from the words of SEND4A and a page that names all four.",
    ),
    LawQuestion(
        23,
        "When the power of s. 58 ended",
        "Children and Families Act 2014, s. 58(5)",
        "Five years “beginning with the day on which this Act is passed”, 13 March 2014, ended on 12 March 2019.",
        "On 13 March 2019, five years after.",
        "12 March 2019. Nothing turns on it: no pilot scheme is known to us.",
    ),
    LawQuestion(
        24,
        "An order, or an agreement, about the contents and the school together",
        "SEND Regulations 2014, reg 44(2)(e) and (f); reg 45(5)(b)",
        "Five weeks for both, as reg 45(5)(b) says of an appeal that is not opposed.",
        "Reg 44 has no such words: the contents in five weeks, the name of the school in two.",
        "Five weeks for both; a page that can be relied on reads it so. A family may press for the school after two.",
    ),
)
