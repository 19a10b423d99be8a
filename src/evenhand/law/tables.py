"""The law as tables: steps over every day, rules over every situation, for a million rows at a time.

Nothing is written twice: a step's table is the step asked on each day, a rule's table is the rule run on
every combination of answers that it asks for. Days travel as numbers counted from `FIRST`; 0 is "no day".
"""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from .facts import LAST_DAY
from .mechanism.asking import NotKnown, Situation
from .mechanism.outcomes import STATES, Outcome, Run
from .mechanism.questions import QUESTIONS, Question
from .mechanism.registry import Clock, Route
from .mechanism.rules import Rule
from .mechanism.steps import Step
from .rules.appeals import rule_12

FIRST = date(1900, 1, 1)
"""The first day that a table holds; a row with an earlier day is answered by itself."""
_BEFORE = FIRST.toordinal() - 1
BEYOND = 400
"""Days after the last day of the law to which a step may lead."""
DAYS = LAST_DAY.toordinal() - _BEFORE + BEYOND

Numbers = NDArray[np.uint16]
Codes = NDArray[np.uint8]


def number_of(day: date) -> int:
    """The number of a day: 1 for `FIRST`."""
    return day.toordinal() - _BEFORE


def day_of_number(number: int) -> date:
    """The day of a number."""
    return date.fromordinal(number + _BEFORE)


_step_tables: dict[Step, Numbers] = {}
_by_content: dict[bytes, Numbers] = {}


def step_table(step: Step) -> Numbers:
    """The last day for every starting day; 0 where the step is not law. Steps that count alike share a table."""
    table = _step_tables.get(step)
    if table is None:
        table = np.zeros(DAYS + 1, np.uint16)
        for version in step.versions:
            first = date.fromisoformat(version.since) if version.since else FIRST
            last = date.fromisoformat(version.until) if version.until else LAST_DAY
            starts = range(max(first, FIRST).toordinal(), min(last, LAST_DAY).toordinal() + 1)
            count, day = version.count, date.fromordinal
            lasts = [count(day(start)).toordinal() - _BEFORE for start in starts]
            table[starts.start - _BEFORE : starts.stop - _BEFORE] = lasts
        table = _step_tables[step] = _by_content.setdefault(table.tobytes(), table)
    return table


def roll_table() -> Numbers:
    """Where rule 12 moves each day: the safe day, and the last day by any reading, side by side."""
    if not _rolls:
        safe, other = np.zeros(DAYS + 1, np.uint16), np.zeros(DAYS + 1, np.uint16)
        day = date(2014, 1, 1)
        for number in range(number_of(day), DAYS - 60):
            on, arguable, _ = rule_12(day_of_number(number))
            safe[number] = number_of(on)
            other[number] = number_of(arguable) if arguable is not None else 0
        _rolls.append(np.stack([safe, np.where(other != 0, other, safe)], axis=1))
    return _rolls[0]


_rolls: list[Numbers] = []

Value = int
"""What a rule's table holds: the place of a route's state in `STATES`, or the legs of a clock as bits."""


class Legs:
    """The legs that a clock may run by, each a bit; a run is the set of its legs, and 0 is a clock that stands."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.legs: list[tuple[Step, str]] = []
        self._places: dict[tuple[int, str], int] = {}
        self.latest = False

    def bits(self, run: Run) -> int:
        """The run as bits."""
        if run.legs:
            self.latest = run.pick == "latest" and (self.latest or len(run.legs) > 1)
        return sum({1 << self._place(leg[0], leg[1]) for leg in run.legs})

    def _place(self, step: Step, fact: str) -> int:
        """The bit of a leg. Two steps that count alike from the same fact are one leg: they come to the same day."""
        leg = (id(step_table(step)), fact)
        if leg not in self._places:
            self._places[leg] = len(self.legs)
            self.legs.append((step, fact))
        return self._places[leg]


def size_of(question: Question) -> int:
    """How many answers a question has in a table: an event that is not known is one that has not happened."""
    return question.unknown + (1 if question.kind in ("choice", "quality") else 0)


class RuleTable:
    """One rule over every combination of answers to the questions that it asks, unknown ones included."""

    def __init__(self, rule: Rule, legs: Legs | None = None) -> None:
        self.rule, self.legs = rule, legs
        self.questions = self._asked()
        self._axis = {question.number: axis for axis, question in enumerate(self.questions)}
        self.values = np.zeros([size_of(question) for question in self.questions], np.uint8)
        self._fill({})

    def _asked(self) -> list[Question]:
        numbers = {QUESTIONS_BY_NAME[name] for known, _ in self.rule.leaves() for name in known}
        return [QUESTIONS[number] for number in sorted(numbers)]

    def _value(self, outcome: object) -> Value:
        if isinstance(outcome, Outcome):
            return STATES.index(outcome.state)
        assert isinstance(outcome, Run)
        assert self.legs is not None
        return self.legs.bits(outcome)

    def _region(self, known: dict[int, int]) -> tuple[int | slice, ...]:
        return tuple(known.get(question.number, slice(None)) for question in self.questions)

    def _fill(self, known: dict[int, int]) -> None:
        """Run the rule as far as these answers go; at a new question go on with each of its answers."""
        situation = Situation(_Answers(known))
        try:
            outcome = self.rule._run(situation)
        except _NewQuestion as new:
            question = QUESTIONS[new.number]
            for code in range(size_of(question)):
                self._fill({**known, question.number: code})
        except NotKnown:
            self._meet(situation.trail[-1][0], known)
        else:
            self.values[self._region(known)] = self._value(outcome)

    def _meet(self, question: Question, known: dict[int, int]) -> None:
        """Not known, and each answer was filled before: the same where all agree, otherwise it depends."""
        ways = [
            self.values[self._region({**known, question.number: code})] for code in range(question.unknown)
        ]
        met = ways[0]
        for way in ways[1:]:
            met = np.where(way != ways[0], np.uint8(STATES.index("depends")), met)
        self.values[self._region({**known, question.number: question.unknown})] = met


QUESTIONS_BY_NAME = {question.name: question.number for question in QUESTIONS}


class _NewQuestion(Exception):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class _Answers(dict[int, int]):
    def __missing__(self, number: int) -> int:
        raise _NewQuestion(number)


HEAD = ("matter", "who", "sections")
"""The questions that most rules begin with. Many combinations of their answers lead to the same: they are put in classes."""


def head_codes(codes: dict[int, Numbers]) -> NDArray[np.intp]:
    """Which combination of answers to `HEAD` each row has."""
    found: Numbers | None = None
    for question in _head():
        code = codes[question.number]
        found = code if found is None else found * np.uint16(size_of(question)) + code
    assert found is not None
    return found.astype(np.intp)


def _head() -> list[Question]:
    return [QUESTIONS[QUESTIONS_BY_NAME[name]] for name in HEAD]


class Group:
    """Rules that share one table, because together they ask few questions: one look-up answers them all.

    A row of the table holds the value of each rule, filled up to 1, 2, 4, 8, 16 or 32 bytes: such rows are copied
    quickest. With `masks` it holds for each leg of each clock a number with every bit set where the leg runs, and 0 where
    it does not.
    """

    def __init__(self, tables: Sequence[RuleTable], masks: bool = False) -> None:
        self.rules = [table.rule for table in tables]
        asked = {q for table in tables for q in table.questions}
        self.questions = sorted(asked - set(_head()), key=lambda q: q.number)
        shape = [size_of(question) for question in self.questions]
        order = _head() + self.questions
        heads = int(np.prod([size_of(q) for q in _head()]))
        columns = [self._spread(table, order).reshape(heads, -1) for table in tables]
        classes: dict[tuple[bytes, ...], int] = {}
        keys = [tuple(column[head].tobytes() for column in columns) for head in range(heads)]
        class_of = np.array([classes.setdefault(key, len(classes)) for key in keys])
        firsts = [keys.index(key) for key in classes]
        stacked = np.stack([column[firsts].reshape(-1) for column in columns], axis=1)
        if masks:
            stacked = np.concatenate(
                [_leg_masks(table, stacked[:, [at]]) for at, table in enumerate(tables)], axis=1
            )
        width = 1 << (stacked.shape[1] - 1).bit_length()
        self.rows = np.zeros((len(stacked), width), stacked.dtype)
        self.rows[:, : stacked.shape[1]] = stacked
        self.strides = [int(np.prod(shape[place:], dtype=int)) for place in range(len(shape) + 1)]
        self.kind: type[np.unsignedinteger] = np.uint16 if len(stacked) <= 1 << 16 else np.uint32
        self.start: NDArray[np.unsignedinteger] = (class_of * self.strides[0]).astype(self.kind)
        """Where the rows of each head begin."""

    @staticmethod
    def _spread(table: RuleTable, order: list[Question]) -> Codes:
        shape = [size_of(q) if q in table.questions else 1 for q in order]
        return np.broadcast_to(table.values.reshape(shape), [size_of(q) for q in order])

    def look_up(self, head: NDArray[np.intp], codes: dict[int, Numbers]) -> NDArray[np.unsignedinteger]:
        """What the table holds for every row: an array of rows by values (and some filling)."""
        index = self.start.take(head, mode="wrap")
        for question, stride in zip(self.questions, self.strides[1:], strict=True):
            code = codes[question.number]
            np.add(index, code if stride == 1 else code * self.kind(stride), out=index)
        return self.rows.take(index.astype(np.intp), axis=0, mode="wrap")


def _leg_masks(table: RuleTable, bits: Codes) -> Numbers:
    """A column for each leg of the clock: all bits set where its bit is."""
    assert table.legs is not None
    places = np.arange(len(table.legs.legs), dtype=np.uint8)
    return np.where(bits >> places & 1, np.uint16(0xFFFF), np.uint16(0))


LARGEST_GROUP = 1 << 10


def groups(tables: Iterable[RuleTable], masks: bool = False) -> list[Group]:
    """Put rules together while their questions beside the head have no more than `LARGEST_GROUP` combinations."""
    found: list[list[RuleTable]] = []
    for table in sorted(tables, key=lambda table: table.values.size):
        for group in found:
            questions = {q for member in [*group, table] for q in member.questions if q.name not in HEAD}
            if np.prod([size_of(q) for q in questions], dtype=float) <= LARGEST_GROUP:
                group.append(table)
                break
        else:
            found.append([table])
    return [Group(group, masks) for group in found]


def route_tables(routes: Iterable[Route]) -> list[RuleTable]:
    """The table of every route."""
    return [RuleTable(route) for route in routes]
