"""A rule's decision table, short enough to read: ways that end alike are one line.

The leaves of a rule are every way through it. They are put together again into a tree; answers that lead to the
same rest are written as one, and a question whose answers all lead to the same rest falls away.
"""

from collections.abc import Iterable

Way = tuple[tuple[str, str], ...]


class Line:
    """One line of the table: the answers it is for, how many ways it stands for, and the end's own key."""

    __slots__ = ("end", "ways", "when")

    def __init__(self, when: tuple[tuple[str, tuple[str, ...]], ...], ways: int, end: object) -> None:
        self.when, self.ways, self.end = when, ways, end


class _End:
    __slots__ = ("shape", "ways")

    def __init__(self, end: object, ways: int) -> None:
        self.shape: tuple[object, ...] = ("end", end)
        self.ways = ways


class _Asked:
    __slots__ = ("branches", "question", "shape")

    def __init__(self, question: str, branches: list[tuple[tuple[str, ...], "_Asked | _End"]]) -> None:
        self.question, self.branches = question, branches
        self.shape: tuple[object, ...] = (
            question,
            *((answers, branch.shape) for answers, branch in branches),
        )


def condensed(leaves: Iterable[tuple[dict[str, str], object]]) -> list[Line]:
    """The lines of a table; `leaves` are the answers of each way and a key of its end (hashable)."""
    ways = [(tuple(answers.items()), end) for answers, end in leaves]
    return list(_lines(_fold(ways), ()))


def _fold(ways: list[tuple[Way, object]]) -> _Asked | _End:
    first, end = ways[0]
    if not first:
        if len(ways) != 1:
            raise ValueError("Two ends for one way through a rule.")
        return _End(end, 1)
    question = first[0][0]
    by_answer: dict[str, list[tuple[Way, object]]] = {}
    for way, end in ways:
        if way[0][0] != question:
            raise ValueError(f"A rule asked {question!r} and {way[0][0]!r} at one place.")
        by_answer.setdefault(way[0][1], []).append((way[1:], end))
    alike: dict[tuple[object, ...], tuple[list[str], _Asked | _End]] = {}
    for answer, rest in by_answer.items():
        branch = _fold(rest)
        if branch.shape in alike:
            answers, kept = alike[branch.shape]
            answers.append(answer)
            _add(kept, branch)
        else:
            alike[branch.shape] = ([answer], branch)
    if len(alike) == 1:
        return next(iter(alike.values()))[1]
    return _Asked(question, [(tuple(answers), branch) for answers, branch in alike.values()])


def _add(kept: _Asked | _End, other: _Asked | _End) -> None:
    """Add the ways of a branch of the same shape."""
    if isinstance(kept, _End):
        assert isinstance(other, _End)
        kept.ways += other.ways
        return
    assert isinstance(other, _Asked)
    for (_, mine), (_, theirs) in zip(kept.branches, other.branches, strict=True):
        _add(mine, theirs)


def _lines(node: _Asked | _End, when: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterable[Line]:
    if isinstance(node, _End):
        yield Line(when, node.ways, node.shape[1])
        return
    for answers, branch in node.branches:
        yield from _lines(branch, (*when, (node.question, answers)))
