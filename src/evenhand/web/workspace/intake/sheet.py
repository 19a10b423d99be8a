"""A spreadsheet in the workspace: sent, its columns matched, tried, and imported when a manager means it.

Between the pages the table waits in the manager's session, packed; it goes with the import, or with the session.
"""

import base64
import json
import zlib
from collections import Counter
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evenhand.casework.importing import COLUMNS, MOST_ROWS, Checked, Sheet, SheetRefused, guess, read_sheet
from evenhand.casework.importing.columns import Mapped, missing
from evenhand.casework.importing.files import MOST_BYTES
from evenhand.casework.importing.loading import ImportRefused, load, trial
from evenhand.people.models import Organisation
from evenhand.people.reader import Reader
from evenhand.people.roles import Role
from evenhand.web.accounts.once import say
from evenhand.web.steps.fields import Upload
from evenhand.web.workspace.words import stage_words

from .starting import only

KEPT = "sheet_to_import"
MOST_TOLD = 200


class SheetForm(forms.Form):
    """The file."""

    file = Upload(
        label=lazy("Spreadsheet"),
        help_text=lazy(
            "A .csv or .xlsx file, at most 10 MB and 10,000 rows. Its first line names the columns."
        ),
        missing=lazy("Choose a file."),
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, use_required_attribute=False, auto_id="%s")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.MANAGER)
def page(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Choose the file. It is read here, and tried on the next page."""
    posted = request.method == "POST"
    form = SheetForm(request.POST if posted else None, request.FILES if posted else None)
    if posted and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            sheet = read_sheet(sent.name, sent.read(MOST_BYTES + 1))
        except SheetRefused as refused:
            form.add_error("file", str(refused))
        else:
            provider = _provider(request, reader)
            request.session[KEPT] = {
                "provider": provider.pk,
                "name": sent.name[:100],
                "sheet": _packed(sheet),
            }
            return redirect("workspace:import-check")
    context = {"form": form, "providers": _managed(reader), "columns": COLUMNS, "most": MOST_ROWS}
    return render(request, "workspace/intake/import.html", context)


def _managed(reader: Reader) -> list[Organisation]:
    return list(Organisation.objects.filter(pk__in=reader.organisations_as(Role.MANAGER)).order_by("name"))


def _provider(request: HttpRequest, reader: Reader) -> Organisation:
    managed = _managed(reader)
    return next((one for one in managed if str(one.pk) == request.POST.get("provider")), managed[0])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.MANAGER)
def check(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Match the columns, see what would be made and which rows are bad, and import it."""
    kept = request.session.get(KEPT)
    provider = next((one for one in _managed(reader) if kept and one.pk == kept["provider"]), None)
    if kept is None or provider is None:
        say(
            request,
            _("There is no spreadsheet waiting. If you have just imported one, it was imported once."),
        )
        return redirect("workspace:import")
    sheet = _unpacked(kept["sheet"])
    mapping = _mapping(request, sheet)
    lacking = missing(mapping)
    problem = ""
    if "import" in request.POST and not lacking:
        try:
            done = load(
                provider=provider,
                sheet=sheet,
                mapping=mapping,
                by_person=reader.person_id,
                leave_out_bad_rows="leave_out" in request.POST,
            )
        except ImportRefused:
            problem = _(
                "Some rows are bad, so nothing was imported. Mend them, or tick the box to leave them out."
            )
        else:
            del request.session[KEPT]
            say(request, _told(done))
            return redirect("workspace:import")
    checked = None if lacking else trial(provider, sheet, mapping)
    context = {"kept": kept, "provider": provider, "sheet": sheet, "problem": problem, "lacking": lacking}
    return render(request, "workspace/intake/import-check.html", context | _shown(sheet, mapping, checked))


def _mapping(request: HttpRequest, sheet: Sheet) -> Mapped:
    """Which column is which: as chosen on the page, or as the headers say."""
    if request.method != "POST":
        return guess(sheet.headers)
    places = {str(place) for place in range(len(sheet.headers))}
    chosen = {column.name: request.POST.get(f"column-{column.name}", "") for column in COLUMNS}
    return {name: int(place) for name, place in chosen.items() if place in places}


def _shown(sheet: Sheet, mapping: Mapped, checked: Checked | None) -> dict[str, Any]:
    stages = Counter(row.stage for row in checked.good) if checked else Counter()
    used = set(mapping.values())
    return {
        "columns": [(column, mapping.get(column.name)) for column in COLUMNS],
        "headers": list(enumerate(sheet.headers)),
        "unused": [header for place, header in enumerate(sheet.headers) if header and place not in used],
        "checked": checked,
        "bad": checked.bad[:MOST_TOLD] if checked else [],
        "more_bad": max(0, len(checked.bad) - MOST_TOLD) if checked else 0,
        "stages": [(stage_words(stage), many) for stage, many in stages.most_common()],
    }


def _told(done: Checked) -> str:
    made = ngettext("%(n)d case was imported.", "%(n)d cases were imported.", len(done.good)) % {
        "n": len(done.good)
    }
    more = []
    if done.already:
        more.append(
            ngettext("%(n)d row was here already.", "%(n)d rows were here already.", done.already)
            % {"n": done.already}
        )
    if done.bad_rows:
        more.append(
            ngettext("%(n)d bad row was left out.", "%(n)d bad rows were left out.", done.bad_rows)
            % {"n": done.bad_rows}
        )
    return " ".join([made, *more])


def _packed(sheet: Sheet) -> str:
    """The table as text for the session; a day is marked, so that it comes back as one."""
    said = [
        sheet.headers,
        [
            [number, [{"d": c.isoformat()} if isinstance(c, date) else c for c in cells]]
            for number, cells in sheet.rows
        ],
    ]
    return base64.b85encode(zlib.compress(json.dumps(said).encode())).decode()


def _unpacked(text: str) -> Sheet:
    headers, rows = json.loads(zlib.decompress(base64.b85decode(text)))
    return Sheet(
        tuple(headers),
        tuple(
            (number, tuple(date.fromisoformat(c["d"]) if isinstance(c, dict) else c for c in cells))
            for number, cells in rows
        ),
    )
