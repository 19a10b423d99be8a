"""What a rule may ask. A question has few answers, so a rule is a table.

An answer travels as a small code: the place of the answer in `answers`, and after them one code for
"not known". The question says which fact would have told us.
"""

from ..errors import UnknownAnswer

NO, YES = "no", "yes"
_NO_YES = (NO, YES)


class Question:
    """A question and its answers.

    `kind` is how the code comes about:
    `always`   a quality with several answers, of which one is always known;
    `choice`   a quality with several answers, unknown possible;
    `quality`  yes or no, unknown possible;
    `event`    whether a day is given, where "not known" means that it is not known to have happened;
    `passed`   whether the last day of a clock lies before the day of asking;
    `missed`   whether the act was not done by the last day; "not known" is a yes for want of a fact;
    `since`    whether the decision is of that day or later.
    """

    __slots__ = ("about", "answers", "fact", "kind", "name", "number", "unknown", "words")

    def __init__(self, kind: str, about: str, answers: tuple[str, ...], fact: str, words: str) -> None:
        self.kind, self.about, self.answers, self.fact, self.words = (
            kind,
            about,
            answers,
            fact,
            words,
        )
        self.name = about if kind in ("always", "choice", "quality") else f"{kind}:{about}"
        self.unknown = len(answers)
        self.number = len(QUESTIONS)
        if self.name in BY_NAME:
            raise ValueError(f"Two questions are called {self.name!r}.")
        QUESTIONS.append(self)
        BY_NAME[self.name] = self

    def code(self, answer: str) -> int:
        """The code of an answer. Raises `UnknownAnswer` where the question has no such answer."""
        try:
            return self.answers.index(answer)
        except ValueError:
            raise UnknownAnswer(
                f"{self.name!r} has no answer {answer!r}. Its answers: {', '.join(self.answers)}."
            ) from None

    def __repr__(self) -> str:
        return f"<Question {self.number} {self.name}>"


QUESTIONS: list[Question] = []
BY_NAME: dict[str, Question] = {}


def choice(name: str, answers: tuple[str, ...], words: str, fact: str = "") -> Question:
    """A question with several answers."""
    return Question("choice", name, answers, fact or name, words)


def always(name: str, answers: tuple[str, ...], words: str, fact: str = "") -> Question:
    """A question with several answers, to which the answer is always known."""
    return Question("always", name, answers, fact or name, words)


def quality(name: str, words: str, fact: str = "") -> Question:
    """A yes or no about how things are."""
    return Question("quality", name, _NO_YES, fact or name, words)


def event(name: str, words: str, fact: str = "") -> Question:
    """Whether something is known to have happened."""
    return Question("event", name, _NO_YES, fact or name, words)


def passed(clock: str, words: str) -> Question:
    """Whether the last day of a clock has gone by."""
    return Question("passed", clock, _NO_YES, "", words)


def missed(clock: str, fact: str, words: str) -> Question:
    """Whether an act was not done by the last day of its clock."""
    return Question("missed", clock, _NO_YES, fact, words)


def since(day: str, words: str) -> Question:
    """Whether the decision was made on that day or later."""
    return Question("since", day, _NO_YES, "", words)
