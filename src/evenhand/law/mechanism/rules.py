"""A rule: one question of law, its dated versions, and the tree that it grows into as it is asked.

The rule is a Python function of a `Situation`. Each way through it that is ever taken is kept as a path of
the tree, so that the function runs once a path and an answer is afterwards a walk. The tree of all ways is
the rule's decision table: the sweep reads it, the bulk path is filled from it, and the unknowns are found in it.
"""

from collections.abc import Callable, Iterator, Sequence

from ..citations import Citation
from ..errors import NoLawInForce, OverlappingVersions
from .asking import FORK, NotKnown, RuleFunction, Situation
from .outcomes import DEPENDS, Outcome, Reason, Run
from .questions import BY_NAME, Question

LEAF, BRANCHING = -1, -2
Codes = list[int] | dict[int, int]


class Settling:
    """What a caller keeps with an end; `always` is what holds there in every situation, or None."""

    __slots__ = ("always",)

    always: tuple[str, ...] | None


class Node:
    """A question on the way (`number` >= 0), an end (`LEAF`), or a question whose answer is not known."""

    __slots__ = ("asked", "children", "number", "outcome", "parent", "question", "unknowns", "unless", "view")

    def __init__(self, number: int) -> None:
        self.number = number
        self.children: list[Node | None] = []
        self.question: Question | None = None
        self.unless: str | None = None
        self.outcome: object = None
        self.asked: tuple[int, ...] = ()
        self.view: object = None
        self.unknowns: Settling | None = None
        self.parent: Node | None = None


def _question_node(question: Question, unless: str | None) -> Node:
    node = Node(question.number)
    node.question, node.unless = question, unless
    node.children = [None] * (question.unknown + 1)
    if unless is FORK:
        branching = Node(BRANCHING)
        branching.parent = node
        node.children[question.unknown] = branching
    return node


class Version:
    """One wording of a rule, for decisions from `since` to `until` (ISO days; None is without end)."""

    __slots__ = ("cites", "function", "sentence", "since", "until")

    def __init__(
        self,
        function: RuleFunction,
        cites: tuple[Citation, ...],
        since: str | None,
        until: str | None,
    ) -> None:
        self.function, self.cites, self.since, self.until = function, cites, since, until
        self.sentence = first_line(function)

    def covers(self, day: str) -> bool:
        """Whether the version is law on that ISO day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def first_line(function: Callable[..., object]) -> str:
    """The first line of the docstring: the sentence a parent reads."""
    return (function.__doc__ or "").strip().split("\n")[0]


def refuse_overlaps(name: str, versions: Sequence[Version]) -> None:
    """Two versions may not claim one day. Raises `OverlappingVersions`."""
    for place, one in enumerate(versions):
        for other in versions[place + 1 :]:
            starts = max(one.since or "", other.since or "")
            if one.covers(starts or "0001") and other.covers(starts or "0001"):
                raise OverlappingVersions(f"Two versions of {name!r} claim {starts or 'every day'}.")


class Rule:
    """One question of law. `name` is stable; `versions` are its wordings, each with its citations."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.versions: list[Version] = []
        self.before: RuleFunction | None = None
        """What every version says first: an outcome, or None to go on."""
        self.numbers: set[int] = set()
        """The questions that the tree has come to so far."""
        self.forget()

    def forget(self) -> None:
        """Forget the tree; the rule grows it again as it is asked."""
        self._root: Node | None = None
        self._merged: dict[tuple[int, ...], Node] = {}
        self.numbers.clear()

    @property
    def sentence(self) -> str:
        """The newest version's sentence."""
        return self.versions[-1].sentence

    def add(
        self,
        function: RuleFunction,
        cites: tuple[Citation, ...],
        since: str | None,
        until: str | None,
    ) -> None:
        """Add a version; the versions stand in order of time. Raises `OverlappingVersions`."""
        self.versions.append(Version(function, cites, since, until))
        self.versions.sort(key=lambda version: version.since or "")
        refuse_overlaps(self.name, self.versions)

    # ---- one answer -------------------------------------------------------------------------------

    def find(self, codes: Codes) -> Node:
        """The end that these answers lead to: a node with the outcome."""
        return self.find_under(self._root or self._grow(codes), codes)

    def find_under(self, node: Node, codes: Codes) -> Node:
        """The same from a question that was come to by these answers."""
        number = node.number
        while number >= 0:
            node = node.children[codes[number]] or self._grow_under(node, codes)
            number = node.number
        return node if number == LEAF else self._branch(node, codes)

    def settle(self, numbers: frozenset[int], codes: Codes) -> Node:
        """As far as the questions of these numbers lead: an end, or the first other question."""
        node = self._root or self._grow(codes)
        while node.number in numbers and (
            child := node.children[codes[node.number]] or self._grow_under(node, codes)
        ):
            if child.number == BRANCHING:
                return node
            node = child
        return node

    def _grow_under(self, node: Node, codes: Codes) -> Node:
        self._grow(codes)
        child = node.children[codes[node.number]]
        assert child is not None
        return child

    def _grow(self, codes: Codes) -> Node:
        """Run the rule once with these answers and keep its way. Gives the root."""
        situation = Situation(codes)
        try:
            outcome = self._run(situation)
        except NotKnown:
            outcome = None
        root = self._keep(situation.trail, outcome)
        self._root = root
        return root

    def _run(self, situation: Situation) -> object:
        if self.before is not None and (told := self.before(situation)) is not None:
            return named(told, self.name)
        newest_first = self.versions[::-1]
        for version in newest_first:
            if version.since is None or len(newest_first) == 1 or situation.since(version.since):
                return named(version.function(situation), self.name)
        raise NoLawInForce(f"No version of {self.name!r} covers that day. Add one beside the others.")

    def _keep(self, trail: list[tuple[Question, str | None, int]], outcome: object) -> Node:
        """Put a way through the rule into the tree. Gives the root."""
        root = self._root
        place: tuple[list[Node | None], int] | None = None
        asked: dict[int, None] = {}
        for question, unless, code in trail:
            if question.number in asked:
                continue
            asked[question.number] = None
            node = root if place is None else place[0][place[1]]
            if node is None:
                node = _question_node(question, unless)
                if place is None:
                    root = node
                else:
                    place[0][place[1]] = node
            place = (node.children, code)
        self.numbers.update(asked)
        if outcome is not None:
            leaf = Node(LEAF)
            leaf.outcome, leaf.asked = outcome, tuple(asked)
            if place is None:
                root = leaf
            else:
                place[0][place[1]] = leaf
        assert root is not None
        return root

    def _branch(self, branching: Node, codes: Codes) -> Node:
        """Not known and it matters which: try every answer, and say that it depends where they differ."""
        node = branching.parent
        assert node is not None
        assert node.question is not None
        number, ends = node.number, []
        for code in range(node.question.unknown):
            codes[number] = code
            child = node.children[code]
            ends.append(self.find(codes) if child is None else self.find_under(child, codes))
        codes[number] = node.question.unknown
        key = (number, *map(id, ends))
        found = self._merged.get(key)
        if found is None:
            found = self._merged[key] = merged(node.question, ends)
        return found

    def answer(self, **known: str) -> object:
        """The outcome for answers given by name: `may_attend.answer(attendee="child", party="parent")`."""
        codes = {q.number: q.unknown for q in BY_NAME.values()}
        for name, given in known.items():
            codes[BY_NAME[name].number] = BY_NAME[name].code(given)
        return self.find(codes).outcome

    # ---- the whole table --------------------------------------------------------------------------

    def leaves(self) -> Iterator[tuple[dict[str, str], object]]:
        """Every way through the rule: the answers given, in the order asked, and the outcome."""
        pending: list[dict[int, int]] = [{}]
        while pending:
            known = pending.pop()
            codes = _Partial(known)
            situation = Situation(codes)
            try:
                outcome = self._run(situation)
            except _Open as stop:
                question = stop.question
                pending.extend({**known, question.number: code} for code in reversed(range(question.unknown)))
                continue
            yield {q.name: q.answers[known[q.number]] for q, _, _ in situation.trail}, outcome


class _Open(Exception):
    """The sweep came to a question that it has not answered yet."""

    def __init__(self, question_number: int) -> None:
        super().__init__()
        self.number = question_number

    @property
    def question(self) -> Question:
        from .questions import QUESTIONS

        return QUESTIONS[self.number]


class _Partial(dict[int, int]):
    """Answers so far; a question beyond them stops the run."""

    def __missing__(self, number: int) -> int:
        raise _Open(number)


def named(outcome: object, name: str) -> object:
    """Write the rule's name into the reasons that do not carry one yet."""
    reasons: tuple[Reason, ...] = ()
    if isinstance(outcome, Outcome):
        reasons = outcome.reasons
    elif isinstance(outcome, Run):
        reasons = outcome.notes
    for reason in reasons:
        if not reason.rule:
            reason.rule = name
    return outcome


def merged(question: Question, ends: list[Node]) -> Node:
    """One end for a question that nobody has answered: the same where all agree, otherwise `depends`."""
    outcomes = [end.outcome for end in ends]
    leaf = Node(LEAF)
    first = outcomes[0]
    leaf.asked = tuple(dict.fromkeys(number for end in ends for number in end.asked))
    if not isinstance(first, Outcome):
        raise TypeError("A clock must say what it takes where a quality is not known.")
    states = {outcome.state for outcome in outcomes}  # type: ignore[attr-defined]
    on_facts = [fact for outcome in outcomes for fact in outcome.on_facts]  # type: ignore[attr-defined]
    if len(states) == 1 and DEPENDS not in states:
        leaf.outcome = first
        return leaf
    if len(states) > 1:
        on_facts.insert(0, question.fact)
    reasons = {reason.text: reason for outcome in outcomes for reason in outcome.reasons}  # type: ignore[attr-defined]
    dated = any(outcome.dated for outcome in outcomes)  # type: ignore[attr-defined]
    leaf.outcome = Outcome(DEPENDS, tuple(reasons.values()), None, tuple(dict.fromkeys(on_facts)), dated)
    return leaf
