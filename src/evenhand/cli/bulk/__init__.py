"""`evenhand bulk IN OUT`: a table of facts in, the same table with every date and every route's state out.

files      a file in parts, and parts into a file
cells      the text of a column as numbers, and a message for each cell that cannot be read
refusals   rows whose facts cannot be true together, in the words of the single answer
work       one part: cells, refusals, the law's tables, and the columns that are added
progress   the bar on standard error
"""

from datetime import date

from evenhand.clock import today_in_london

from ..output import ANSWERED, FAILED, Refusal

SOME_REFUSED = FAILED


def run(arguments: list[str]) -> int:
    """Read IN, write OUT. Returns 0, or 1 where some rows were refused; raises `Refusal` for the whole file."""
    options = [word for word in arguments if word.startswith("-") and word != "-"]
    paths = [word for word in arguments if word not in options]
    if options:
        raise Refusal(f"bulk has no option {options[0]!r}. Try: evenhand bulk IN.csv OUT.csv")
    if len(paths) != 2:
        raise Refusal("bulk needs two files, IN and OUT. Try: evenhand bulk IN.csv OUT.csv")
    return convert(paths[0], paths[1], today_in_london())


def convert(source: str, target: str, today: date) -> int:
    """The work of `run`, for a given day: `as_of` where a row does not say."""
    from .files import open_source, open_target, refuse_the_same
    from .progress import Bar
    from .work import answer

    refuse_the_same(source, target)
    table = open_source(source)
    refused = rows = 0
    try:
        with open_target(target) as out, Bar(table.rows) as bar:
            for part in table.parts():
                answered = answer(part, today)
                out.write(answered.table, answered.any_text)
                refused, rows = refused + answered.refused, rows + len(part)
                bar.advance(len(part))
    except OSError as error:
        raise Refusal(f"{target} cannot be written: {error.strerror or error}.") from None
    bar.say(_summary(rows, refused, target))
    return SOME_REFUSED if refused else ANSWERED


def _summary(rows: int, refused: int, target: str) -> str:
    counted = f"{rows:,} row{'' if rows == 1 else 's'} written to {target}"
    if not refused:
        return f"{counted}."
    return f"{counted}; {refused:,} refused, with the reason in the column 'error'."
