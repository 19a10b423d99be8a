"""Every route and everybody who could try it: let in, asked to sign in, or shown what is shown where nothing is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from evenhand.casework.heart.steps import Step
from evenhand.web.steps.pages import PAGES
from tests.casework.actions.test_once_and_by_whom import SAID as MAY_DO
from tests.casework.cases import TODAY
from tests.people.cast import client_of
from tests.web.matrix.world import ABSENT, ACTORS, counted_by, made

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FILE = Path(__file__).with_name("routes.txt")
NOWHERE = "/workspace/there-is-nothing-here"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)


def spec() -> list[tuple[str, str, str]]:
    """Route, address and who is let in, line by line."""
    lines = [line for line in FILE.read_text().splitlines() if line and not line.startswith("#")]
    return [(route, address, who) for route, address, who in (line.split(None, 2) for line in lines)]


def routes(patterns: Any = None, space: str = "") -> Iterator[str]:
    """The name of every route there is, its name space before it."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, f"{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}"


def unspoken() -> set[str]:
    """The routes that the file says nothing of."""
    named = {route for route, _, _ in spec()}
    return {route for route in routes() if route not in named and f"{route.partition(':')[0]}:*" not in named}


def test_every_route_is_in_the_file_and_the_file_names_no_other():
    assert unspoken() == set()
    known = set(routes())
    gone = {route for route, _, _ in spec() if not route.endswith(":*")} - known
    assert gone == set()


def test_every_address_in_the_file_is_its_routes():
    for route, address, _ in spec():
        if address != "-":
            path = address.format(step="give_advice", **{name: "1" for name in ABSENT})
            assert resolve(path).view_name == route, address


def test_a_route_that_nobody_wrote_down_fails_the_build(monkeypatch):
    monkeypatch.setattr(get_resolver(), "url_patterns", [*get_resolver().url_patterns, _unwritten()])
    assert unspoken() == {"unwritten"}


def _unwritten() -> URLPattern:
    from django.urls import path

    return path("unwritten", lambda request: None, name="unwritten")


def cells(actor: str) -> Iterator[tuple[str, bool]]:
    """Every address with a door, and if this actor is let in."""
    for route, address, who in spec():
        if who in ("open", "own"):
            continue
        if who != "by-role":
            yield address, actor in who.split()
            continue
        mine = ACTORS[actor]
        here = mine.role is not None and route.startswith("my:") is mine.family
        for step in Step if here else SOME:
            let_in = here and step in PAGES and mine.role in MAY_DO.get(step, ())
            yield address.replace("{step}", step.value), let_in


SOME = (Step.RECORD_CALL, Step.CHOOSE_MEDIATION, Step.FIX_MEETING, Step.ADD_NOTE, Step.GIVE_FEEDBACK)
"""Steps for those to whom there is no case behind the address, whatever the step."""


def differences(actor: str, names: dict[str, str]) -> list[str]:
    """Where what the actor meets is not what the file says."""
    client, wrong = client_of(ACTORS[actor].person()), []
    client.get("/account")
    names = names | counted_by(actor, names)
    before, absent = rows(), Absent(client, names, in_case=ACTORS[actor].role is not None)
    for address, let_in in cells(actor):
        there = address.format(**names)
        if let_in:
            status = client.get(there).status_code
            if status not in (200, 302, 405, 409):  # 409: theirs, and not open now
                wrong.append(f"{address}: {status}, and they should be let in")
        else:
            wrong += [f"{address}: {fault}" for fault in absent.unlike(address, there)]
    if rows() != before:
        wrong.append("something was written")
    return wrong


class Absent:
    """What an actor meets where there is nothing, asked once for each kind of address."""

    def __init__(self, client: Client, names: dict[str, str], *, in_case: bool = False) -> None:
        self.client, self.names, self.in_case = client, names, in_case
        self.met: dict[tuple[str, str], tuple[int, bytes]] = {}

    def unlike(self, address: str, there: str) -> Iterator[str]:
        """What tells this address from one behind which there is nothing."""
        statuses = []
        for method in ("get", "post"):
            found = self._ask(method, there)
            statuses.append(found[0])
            nothing = self._nothing(address)
            if (method, nothing) not in self.met:
                self.met[method, nothing] = self._ask(method, nothing)
            # A page that is only read refuses to be written to whoever asks, even where there is none of them.
            reads_only = found[0] == 405 and nothing == NOWHERE
            if found != self.met[method, nothing] and not reads_only:
                yield f"{method} {found[0]} is not what stands where nothing is: {self.met[method, nothing][0]}"
        if 404 not in statuses:
            yield f"{statuses}, and nothing should be there"

    def _ask(self, method: str, path: str) -> tuple[int, bytes]:
        response = getattr(self.client, method)(path)
        return response.status_code, _bytes(response)

    def _nothing(self, address: str) -> str:
        if "/do/" in address:
            address = f"{address.partition('/do/')[0]}/do/give_advice"
        if self.in_case and "/documents/" in address:
            # Whoever has the case knows of it; what they may not know of is the document.
            return address.format(**ABSENT | {"case": self.names["case"]})
        return address.format(**ABSENT) if "{" in address else NOWHERE


def _bytes(response: Any) -> bytes:
    """What was sent, without the token that every form of every page has anew, and the second it was sent in."""
    headers = sorted((name, value) for name, value in response.headers.items() if name != "Expires")
    said = repr(headers).encode() + response.content
    return re.sub(rb'(csrfmiddlewaretoken" value=")[^"]+', rb"\1", said)


def rows() -> dict[str, Any]:
    """Everything that a denied request could have written to, and none may."""
    found = {}
    with connection.cursor() as cursor:
        for app in ("casework", "post", "people"):
            for model in apps.get_app_config(app).get_models():
                if model.__name__ != "SignedIn":
                    cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
                    found[model._meta.db_table] = cursor.fetchall()
    return found


@pytest.mark.parametrize("actor", ACTORS)
def test_each_is_let_in_where_the_file_says_and_nowhere_else(actor):
    wrong = differences(actor, made()) + broken(actor)
    assert not wrong, "\n".join(wrong)


def broken(actor: str) -> list[str]:
    """One's own pages that are not there, or break."""
    client = client_of(ACTORS[actor].person())
    own = [address for _, address, who in spec() if who == "own"]
    return [address for address in own if client.get(address).status_code not in (200, 302, 404, 405)]


def test_a_stranger_is_asked_to_sign_in_whether_there_is_anything_or_not():
    names, client, wrong = made(), Client(), []
    before = rows()
    for _, address, who in spec():
        if who == "open":
            continue
        step = {"step": "record_call"}
        for path in (address.format(**names, **step), address.format(**ABSENT, **step)):
            found = client.get(path)
            asked = found.status_code == 302 and found.headers["Location"].startswith("/accounts/login/")
            if not asked and found.status_code != 405:
                wrong.append(f"{path}: {found.status_code}")
            posted = client.post(path)
            if posted.status_code not in (302, 405) or "/accounts/" not in posted.headers.get(
                "Location", "/accounts/"
            ):
                wrong.append(f"POST {path}: {posted.status_code}")
    assert wrong == []
    assert rows() == before


# --------------------------------------------------------------------------------- planted faults


def test_a_case_shown_to_a_stranger_to_it_is_seen(monkeypatch):
    """A door that finds every case for everybody."""
    from evenhand.casework.models.asked import CaseManager

    names = made()
    monkeypatch.setattr(CaseManager, "seen_by", lambda self, reader: self.unseen())
    assert any("/workspace/cases/{case}/" in fault for fault in differences("ben", names))


def test_a_denial_that_is_worded_otherwise_is_seen(monkeypatch):
    from evenhand.casework.door import NoSuchCase
    from evenhand.web.workspace import guarded

    honest = guarded.case_for

    def telling(reader, reference):
        try:
            return honest(reader, reference)
        except NoSuchCase:
            if reference != ABSENT["case"]:
                raise Telling from None
            raise

    class Telling(Exception):
        pass

    names = made()
    monkeypatch.setattr(guarded, "case_for", telling)
    client = client_of(ACTORS["ben"].person())
    client.raise_request_exception = False
    address = f"/workspace/cases/{names['case']}/"
    assert list(Absent(client, names).unlike("/workspace/cases/{case}/", address))
