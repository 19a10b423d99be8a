"""`evenhand import-cases`: cases from a spreadsheet. A trial run unless it is told that it is meant."""

from pathlib import Path
from typing import TYPE_CHECKING

from .invite import _start_django as start_django
from .output import ANSWERED, FAILED, Refusal, on_one_line, put_text, shortened
from .words import Words, sort_words

if TYPE_CHECKING:
    from evenhand.casework.importing import Checked, Sheet
    from evenhand.people.models import Organisation

VALUES = ("--provider", "--map")
FLAGS = ("--really", "--leave-out-bad-rows")
MOST_TOLD = 200
MOST_OF_A_MAP = 100_000


def run(arguments: list[str]) -> int:
    """Try the import, or do it. 1 where rows are bad, 2 where nothing could be tried. Raises `Refusal`."""
    words = sort_words("import-cases", arguments, values=VALUES, flags=FLAGS)
    if len(words.plain) != 1:
        raise Refusal("import-cases takes one file. See evenhand import-cases --help.")
    start_django()
    from django.db import DatabaseError

    try:
        return _import(words)
    except DatabaseError as error:
        raise Refusal(f"the database cannot be used: {error}. Has it been prepared (migrate)?") from None


def _import(words: Words) -> int:
    from evenhand.casework.importing.loading import ImportRefused, load, trial

    from .bulk.progress import Bar

    sheet = _sheet(words.plain[0])
    mapping = _mapping(words, sheet)
    provider = _provider(words.values.get("--provider", ""))
    really, leave_out = "--really" in words.flags, "--leave-out-bad-rows" in words.flags
    with Bar(len(sheet.rows)) as bar:
        checked = trial(provider, sheet, mapping, None if really else bar.advance)
        refused = bool(checked.bad) and not leave_out
        if really and not refused:
            try:
                checked = load(
                    provider=provider,
                    sheet=sheet,
                    mapping=mapping,
                    leave_out_bad_rows=leave_out,
                    progress=bar.advance,
                )
            except ImportRefused as changed:
                raise Refusal(str(changed)) from None
    put_text(_told(checked, sheet, mapping, provider, done=really and not refused))
    return FAILED if checked.bad else ANSWERED


def _sheet(typed: str) -> "Sheet":
    from evenhand.casework.importing import SheetRefused, read_sheet
    from evenhand.casework.importing.files import MOST_BYTES

    path = Path(typed)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        return read_sheet(path.name, data)
    except OSError as error:
        raise Refusal(f"{shortened(typed)} cannot be read: {error.strerror or error}.") from None
    except SheetRefused as refused:
        raise Refusal(f"{shortened(typed)}: {refused}") from None


def _mapping(words: Words, sheet: "Sheet") -> dict[str, int]:
    import json

    from evenhand.casework.importing import MappingRefused, guess, mapping_of
    from evenhand.casework.importing.columns import missing

    told = words.values.get("--map")
    mapping = guess(sheet.headers)
    if told:
        try:
            with Path(told).open(encoding="utf-8") as file:
                mapping = mapping_of(json.loads(file.read(MOST_OF_A_MAP)), sheet.headers)
        except OSError as error:
            raise Refusal(f"{shortened(told)} cannot be read: {error.strerror or error}.") from None
        except ValueError as wrong:
            said = str(wrong) if isinstance(wrong, MappingRefused) else "it is not JSON."
            raise Refusal(f"{shortened(told)}: {said}") from None
    if lacking := missing(mapping):
        names = ", ".join(f"{column.name} ({column.words})" for column in lacking)
        raise Refusal(
            f"no column was found for {names}. Say which it is with --map. See evenhand import-cases --help."
        )
    return mapping


def _provider(slug: str) -> "Organisation":
    """The provider that was named, or the only one."""
    from evenhand.people.models import Organisation
    from evenhand.people.roles import OrganisationKind

    providers = Organisation.objects.filter(kind=OrganisationKind.PROVIDER.value).order_by("slug")
    found = list(providers.filter(slug=slug)) if slug else list(providers)
    if len(found) == 1:
        return found[0]
    there = ", ".join(providers.values_list("slug", flat=True)) or "none"
    if slug:
        raise Refusal(f"there is no provider '{shortened(slug)}'. There are: {there}.")
    raise Refusal(f"say for which provider with --provider. There are: {there}.")


def _told(
    checked: "Checked", sheet: "Sheet", mapping: dict[str, int], provider: "Organisation", *, done: bool
) -> str:
    """The report: columns, what is or would be made, every bad row."""
    lines = [f"{provider.name}: {len(sheet.rows):,} rows"]
    lines += [f"  {name:<20}from “{on_one_line(sheet.headers[place])}”" for name, place in mapping.items()]
    ignored = [
        header for place, header in enumerate(sheet.headers) if header and place not in mapping.values()
    ]
    if ignored:
        lines.append(f"  Not used: {on_one_line(', '.join(ignored))}")
    lines += ["", f"{'Imported' if done else 'Would be imported'}: {len(checked.good):,} cases"]
    lines += [f"  {many:>6,}  {stage}" for stage, many in _stages(checked)]
    if checked.already:
        lines.append(f"Imported before, and passed over: {checked.already:,} rows")
    if checked.bad:
        lines += ["", f"Bad rows: {checked.bad_rows:,}"]
        lines += [
            on_one_line(f"  row {one.row}, {one.column}: {one.reason}") for one in checked.bad[:MOST_TOLD]
        ]
        if len(checked.bad) > MOST_TOLD:
            lines.append(f"  and {len(checked.bad) - MOST_TOLD:,} more")
    lines += ["", _what_now(checked, done)]
    return "\n".join(lines) + "\n"


def _stages(checked: "Checked") -> list[tuple[str, int]]:
    from collections import Counter

    counted = Counter(row.stage.value.replace("_", " ") for row in checked.good)
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def _what_now(checked: "Checked", done: bool) -> str:
    if done:
        return "Done. Run again, it imports nothing twice."
    if checked.bad:
        return "Nothing was written. Mend the rows, or leave them out with --really --leave-out-bad-rows."
    return "Nothing was written: this was a trial. Import them with --really."
