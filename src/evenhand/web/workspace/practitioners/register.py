"""The register as a list and as a table, who comes on it, and what the service asks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from evenhand import clock
from evenhand.people.models import Membership, Organisation, Person
from evenhand.people.practitioners import actions
from evenhand.people.practitioners.access import managed_by
from evenhand.people.practitioners.choosing import with_rows
from evenhand.people.practitioners.errors import RegisterRefusal
from evenhand.people.practitioners.export import as_csv
from evenhand.people.practitioners.models import Practitioner
from evenhand.people.practitioners.register import RegisterRow, register_on
from evenhand.people.practitioners.rules import Asked, asked_by
from evenhand.people.reader import Reader
from evenhand.people.roles import IN_THE_MIDDLE
from evenhand.web.accounts.who import account

from .forms import AddForm, RulesForm
from .reading import with_reader
from .words import PAPERS


def _managed(reader: Reader) -> frozenset[int]:
    found = managed_by(reader)
    if not found:
        raise Http404
    return found


def _rows(providers: frozenset[int]) -> list[RegisterRow]:
    today = clock.today_in_london()
    people = with_rows(Practitioner.objects.filter(provider_id__in=providers))
    return register_on([one for one in people if one.until is None or one.until >= today], today)


@with_reader
def register(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Who is fit today; who has something that runs out stands first."""
    providers = _managed(reader)
    services = Organisation.objects.filter(pk__in=providers).order_by("name")
    today = clock.today_in_london()
    left = Practitioner.objects.filter(provider_id__in=providers, until__lt=today).select_related("person")
    context = {
        "rows": _rows(providers),
        "services": list(services),
        "left": list(left.order_by("person__name", "pk")),
        "today": today,
    }
    return render(request, "workspace/practitioners/register.html", context)


@with_reader
def export(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The same as a table for a spreadsheet."""
    today = clock.today_in_london()
    told = HttpResponse(as_csv(_rows(_managed(reader)), today), content_type="text/csv; charset=utf-8")
    told["Content-Disposition"] = f'attachment; filename="practitioners-{today.isoformat()}.csv"'
    return told


@with_reader
def add(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Somebody who belongs to the service comes on its register."""
    people = _people(_managed(reader))
    form = AddForm(
        [(key, words) for key, (words, _, _) in people.items()],
        request.POST if request.method == "POST" else None,
    )
    if request.method == "POST" and form.is_valid():
        _, person, provider = people[form.cleaned_data["who"]]
        try:
            made = actions.register(
                person=person, provider=provider, since=form.cleaned_data["since"], by=account(request)
            )
        except RegisterRefusal as refusal:
            form.add_error("who", str(refusal))
        else:
            return redirect("practitioners:one", made.pk)
    context = {"form": form, "nobody": not people}
    return render(request, "workspace/practitioners/add.html", context)


def _people(providers: frozenset[int]) -> dict[str, tuple[str, Person, Organisation]]:
    """Members who are not on the register, by a key for the form; with the service where there are several."""
    members = Membership.objects.filter(
        organisation_id__in=providers, ended_at__isnull=True, role__in=[role.value for role in IN_THE_MIDDLE]
    ).select_related("person", "organisation")
    there = set(
        Practitioner.objects.filter(provider_id__in=providers, until__isnull=True).values_list(
            "person_id", "provider_id"
        )
    )
    found: dict[str, tuple[str, Person, Organisation]] = {}
    for one in members.order_by("person__name", "organisation__name"):
        if (one.person_id, one.organisation_id) not in there:
            words = f"{one.person.name}, {one.person.email}"
            if len(providers) > 1:
                words = f"{words} ({one.organisation.name})"
            found[f"{one.organisation_id}-{one.person_id}"] = (words, one.person, one.organisation)
    return found


@with_reader
def rules(request: HttpRequest, reader: Reader, provider: int) -> HttpResponse:
    """What the service asks of those who do each work, beside what the law asks."""
    if provider not in _managed(reader):
        raise Http404
    service = Organisation.objects.get(pk=provider)
    now = asked_by(provider)
    initial = {work: [paper for paper in PAPERS if getattr(asked, paper)] for work, asked in now.items()}
    form = RulesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        for work, papers in form.asked().items():
            if Asked(**papers) != now[work]:
                actions.set_rule(provider=service, work=work, by=account(request), **papers)
        return redirect("practitioners:register")
    return render(request, "workspace/practitioners/rules.html", {"form": form, "service": service})
