"""The case page: who and what, what comes next and why, the dates, the people, the papers, the notes, the timeline."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from evenhand import clock
from evenhand.casework.door import Seen
from evenhand.casework.heart.stages import Kind, Stage
from evenhand.web.agreements import agreement_for

from . import parts
from .coming import coming_next, dates_of, dues_for, steps_for
from .compartments import compartments_for
from .guarded import with_case
from .readable import Readable
from .timeline import timeline_of
from .words import KINDS, area_words, matter_words, stage_words


@require_safe
@with_case
def page(request: HttpRequest, seen: Seen) -> HttpResponse:
    """Everything of the case that is for the reader, and nothing else."""
    readable = Readable(seen)
    if not readable.opened_at_all:
        return render(request, "workspace/not-opened.html", {"reference": seen.case.reference})
    return render(request, "workspace/case.html", identity(readable) | _context(readable))


def identity(readable: Readable) -> dict[str, Any]:
    """What the bar at the top of every page of a case says."""
    case, child = readable.seen.case, readable.child
    named = child.get("name") or (case.child_label if child else "")
    return {
        "reference": case.reference,
        "case_url": f"/workspace/cases/{case.reference}/",
        "child": named,
        "authority": case.authority.name if case.authority else "",
        "adviser": case.adviser.name if case.adviser else "",
        "mediator": case.mediator.name if case.mediator else "",
        "stage": stage_words(Stage(case.stage)),
        "kind": str(KINDS[Kind(case.kind)]),
    }


def _context(readable: Readable) -> dict[str, Any]:
    seen, today = readable.seen, clock.today_in_london()
    dues = dues_for(seen, today)
    agreement = parts.agreement_of(readable, dues, today)
    items = [one.what for one in agreement]
    approved, not_approved = parts.approvals_of(readable)
    return {
        "today": today,
        "is_resolution": seen.state.kind is Kind.RESOLUTION,
        "is_open": seen.state.is_open,
        "matter": matter_words(seen.state.matter),
        "area": area_words(seen.state.area),
        "opened_on": seen.state.opened_on,
        "closed_on": seen.state.closed_on,
        "linked": [one for one in seen.state.linked if one in readable.linked],
        "next": coming_next(dues, seen, today),
        "steps": steps_for(seen, dues, today),
        "dates": dates_of(dues, today, items),
        "people": parts.people_of(readable),
        "meeting": parts.meeting_of(readable),
        "issues": parts.issues_of(readable),
        "agreement": agreement,
        "agreed": agreement_for(seen, today),
        "report_url": f"/workspace/cases/{seen.case.reference}/do/report_action",
        "approved": approved,
        "not_approved": not_approved,
        "certificates": parts.certificates_of(readable),
        "papers": parts.papers_of(readable),
        "writings": parts.writings_of(readable),
        "compartments": compartments_for(readable),
        "timeline": timeline_of(readable),
    }
