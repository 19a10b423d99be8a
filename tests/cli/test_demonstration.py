"""The demonstration: the same every time, shaped as published, every stage there, and never over real people."""

import re
from collections import Counter
from datetime import date
from random import Random

import pytest
from django.test import Client

from evenhand.casework.heart.contents import ADVICE_POINTS
from evenhand.casework.heart.dues import dues_of
from evenhand.casework.heart.events import Happened
from evenhand.casework.heart.history import state_of
from evenhand.casework.heart.stages import Kind, Stage
from evenhand.casework.heart.steps import Step
from evenhand.casework.laying_down import Laid
from evenhand.casework.models import Booking, CallBack, Case, Tally
from evenhand.casework.verifying import verify
from evenhand.cli.demonstration import figures, making
from evenhand.cli.demonstration.cast import AREAS, CAST, DOMAIN
from evenhand.cli.demonstration.world import Account, Area, Days, Provider, Setting, World
from evenhand.people.demonstration import is_demonstration
from evenhand.people.models import Membership, Person
from evenhand.people.policy import DataClass
from evenhand.people.reader import reader_of
from evenhand.post.models import Message
from evenhand.web.workspace.tour import tour_for
from tests.casework import cases

TODAY = date(2026, 6, 20)
FEW = 130
PASSWORD = "a password for the whole cast"


def world_on(today: date) -> World:
    """Everybody by made-up keys: nothing here asks a database."""
    board = {"board_id": 40, "board": "A board", "board_officer": 41}
    areas = {}
    for place, slug in enumerate(AREAS):
        provider = Provider(place, tuple(range(100, 105)), tuple(range(200, 205)), (300,))
        settings = (Setting(50, "A school", 51), Setting(52, "A college", 53))
        areas[slug] = Area(slug, f"{slug} council", 60, 61, 62, settings=settings, provider=provider, **board)
    players = {one.email: Account(900 + n, one.name, "x@demo.example") for n, one in enumerate(CAST)}
    families = tuple(Account(800 + n, f"Family {n}", "y@demo.example") for n in range(6))
    return World(Days(today), areas, players, families, keep=kept)


def kept(name: str, text: str) -> dict[str, object]:
    return {"file_id": "0" * 32, "name": name, "kind": "txt", "size": len(text), "sha256": "0" * 64}


def all_laid(today: date = TODAY, total: int = 800) -> list[Laid]:
    return list(making.laid(world_on(today), total, Random(making.SEED)))


@pytest.fixture(scope="module")
def eight_hundred() -> list[Laid]:
    return all_laid()


def test_the_same_day_gives_the_same_cases(eight_hundred: list[Laid]) -> None:
    again = all_laid()
    assert len(again) == 800
    assert [one.reference for one in again] == [one.reference for one in eight_hundred]
    assert again == eight_hundred
    assert len({one.reference for one in again}) == 800


def test_another_day_gives_the_same_cases_moved(eight_hundred: list[Laid]) -> None:
    moved = all_laid(date(2026, 9, 9))
    assert [one.reference for one in moved] == [one.reference for one in eight_hundred]
    assert steps(moved) == steps(eight_hundred)
    assert moved[0].history[0].on > eight_hundred[0].history[0].on


def steps(laid: list[Laid]) -> list[list[Step]]:
    return [[event.step for event in one.history] for one in laid]


def opening(one: Laid) -> dict[str, object]:
    return one.history[0].told


def mediations(laid: list[Laid]) -> list[Laid]:
    return [one for one in laid if opening(one)["kind"] == "mediation"]


def test_decisions_are_as_published(eight_hundred: list[Laid]) -> None:
    """DfE, Education, health and care plans, 2025 release: 10,507, 2,124 and 1,862 of 14,493 in 2024."""
    about = [opening(one)["matter"] for one in mediations(eight_hundred)]
    share = about.count("refusal_to_assess") / len(about)
    assert share == pytest.approx(10_507 / 14_493, abs=0.01)
    assert share == pytest.approx(0.725, abs=0.01)


def test_appeals_are_as_published(eight_hundred: list[Laid]) -> None:
    """The same release: 2,649 of 14,493 were followed by an appeal."""
    of = mediations(eight_hundred)
    appealed = [one for one in of if any(event.step is Step.RECORD_APPEAL for event in one.history)]
    assert len(appealed) / len(of) == pytest.approx(0.183, abs=0.01)


def test_areas_have_their_own_shares(eight_hundred: list[Laid]) -> None:
    counts = Counter(opening(one)["area"] for one in eight_hundred)
    assert counts["sunderland"] / 800 == pytest.approx(203 / 652, abs=0.02)
    assert counts["wiltshire"] / 800 == pytest.approx(175 / 652, abs=0.02)
    assert counts["ealing"] / 800 == pytest.approx(21 / 652, abs=0.02)
    assert set(counts) == set(figures.BY_AREA)


def test_a_wrong_figure_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "BY_DECISION", {"request": 50, "assessment": 30, "other": 20})
    about = [opening(one)["matter"] for one in mediations(all_laid())]
    assert about.count("refusal_to_assess") / len(about) < 0.6


@pytest.mark.parametrize("total", [making.FEWEST, 800])
def test_every_stage_of_both_kinds_is_there(total: int) -> None:
    states = [state_of(one.history) for one in all_laid(total=total)]
    assert len(states) == total
    both = {kind: {state.stage for state in states if state.kind is kind} for kind in Kind}
    assert set(Stage) - both[Kind.MEDIATION] == {Stage.INVITED, Stage.DECLINED, Stage.ALL_AGREED}
    assert set(Stage) - both[Kind.RESOLUTION] == {
        Stage.ADVICE_GIVEN,
        Stage.CERTIFICATE_DUE,
        Stage.MEDIATION_CHOSEN,
        Stage.ARRANGING,
        Stage.CANNOT_ARRANGE,
        Stage.CERTIFIED,
    }


def test_all_four_kinds_of_disagreement_are_there(eight_hundred: list[Laid]) -> None:
    about = {opening(one)["matter"] for one in eight_hundred if opening(one)["kind"] == "resolution"}
    assert about == {
        "duties_not_carried_out",
        "provision_by_setting",
        "health_or_social_care_provision",
        "authority_and_commissioner",
    }


@pytest.mark.parametrize(
    "today",
    [date(2026, 12, 28), date(2026, 4, 6), date(2026, 1, 1), date(2028, 2, 29), date(2026, 8, 31)],
    ids=["after Christmas", "Easter Monday", "New Year", "leap day", "bank holiday"],
)
def test_on_any_day_nothing_lies_ahead_and_the_law_finds_no_contradiction(today: date) -> None:
    for one in all_laid(today, 150):
        days = [event.on for event in one.history]
        assert days == sorted(days)
        assert days[-1] < today
        recorded = [event.recorded_at for event in one.history]
        assert recorded == sorted(recorded)
        dues_of(state_of(one.history), today)
    opened = [one.history[0].on for one in all_laid(today, 150)]
    assert (today - min(opened)).days <= 18 * 31


def has(laid: list[Laid], data_class: DataClass) -> int:
    return sum(
        any(piece.data_class is data_class for event in one.history for piece in event.pieces) for one in laid
    )


def test_there_is_something_in_every_compartment(eight_hundred: list[Laid]) -> None:
    not_of_a_case = {DataClass.STATISTICS, DataClass.AUDIT}
    assert [one.value for one in DataClass if one not in not_of_a_case and not has(eight_hundred, one)] == []


def test_advice_is_whole(eight_hundred: list[Laid]) -> None:
    given = [event for one in eight_hundred for event in one.history if event.step is Step.GIVE_ADVICE]
    assert given
    assert all(event.told["explained"] == list(ADVICE_POINTS) for event in given)


def people_in(history: list[Happened]) -> set[str]:
    return {event.told["key"] for event in history if event.step is Step.ADD_PERSON}


def test_special_cases_are_there(eight_hundred: list[Laid]) -> None:
    states = [state_of(one.history) for one in eight_hundred]
    assert any(sum(one.side == "family" for one in state.parties) == 2 for state in states)
    assert any(one.role == "young_person" for state in states for one in state.parties)
    assert any(
        one.needs_consent and not one.consents
        for state in states
        if state.is_open
        for one in state.people.values()
    )
    linked = {
        one.reference: state.linked for one, state in zip(eight_hundred, states, strict=True) if state.linked
    }
    assert [linked[other] for (other,) in linked.values()] == [[one] for one in linked]
    assert len(linked) == 2
    assert any(event.corrects for one in eight_hundred for event in one.history)
    assert any("authority" in meeting.absent for state in states for meeting in state.meetings)


# ------------------------------------------------------------------------ in a database


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    """A data folder of its own, on the tests' day."""
    settings.DATA = tmp_path
    settings.DEMONSTRATION_PASSWORD = PASSWORD
    monkeypatch.setattr("evenhand.clock.today_in_london", lambda: TODAY)
    return tmp_path


@pytest.fixture
def there(db, place):
    return making.make(cases=FEW, today=TODAY)


def test_it_holds_together(there) -> None:
    assert is_demonstration()
    assert Case.objects.unseen().count() == FEW
    assert verify().ok
    kept = {(one.scope, one.stage): one.count for one in Tally.objects.filter(count__gt=0)}
    real: Counter[tuple[str, str]] = Counter()
    for case in Case.objects.unseen():
        real[f"provider:{case.provider_id}", case.stage] += 1
        if case.known_to_authority:
            real[f"authority:{case.authority_id}", case.stage] += 1
    assert kept == dict(real)
    taken = Counter(Booking.objects.unseen().values_list("person", "on", "starts"))
    assert taken
    assert max(taken.values()) == 1
    assert CallBack.objects.filter(ended_at=None).count() == 8
    assert Message.objects.count() == 0


def test_a_second_time_adds_nothing(there, run) -> None:
    before = list(Case.objects.unseen().values_list("pk", "reference"))
    people = Person.objects.count()
    ran = run("demonstrate", "--cases", str(FEW))
    assert ran.status == 0
    assert b"Nothing was added" in ran.out
    assert list(Case.objects.unseen().values_list("pk", "reference")) == before
    assert Person.objects.count() == people


def test_the_sign_ins_are_kept_for_the_owner_alone(db, place, settings, run) -> None:
    settings.DEMONSTRATION_PASSWORD = ""
    assert run("demonstrate", "--cases", str(FEW)).status == 0
    file = place / "demonstration-sign-ins.txt"
    assert file.stat().st_mode & 0o777 == 0o600
    password = file.read_text().split("Password: ")[1].strip()
    assert len(password) == 16
    player = Person.objects.get(email=f"adviser@{DOMAIN}")
    assert player.check_password(password)
    assert password in run("demonstrate").out.decode()
    settings.DEMONSTRATION_PASSWORD = PASSWORD
    assert PASSWORD not in run("demonstrate").out.decode()
    player.refresh_from_db()
    assert player.check_password(PASSWORD)
    assert PASSWORD not in file.read_text()


def test_real_people_are_never_touched(db, place, run) -> None:
    cases.enquiry()
    ran = run("demonstrate")
    assert ran.status == 2
    assert "cannot become a demonstration" in ran.err
    assert ran.err.count("\n") == 1
    quiet = run("demonstrate", "--if-empty")
    assert (quiet.status, quiet.out, quiet.err) == (0, b"", "")
    assert not is_demonstration()
    assert Case.objects.unseen().count() == 1


def test_accounts_without_cases_are_enough_to_refuse(db, place, run) -> None:
    Person.objects.create_user("real@somewhere.example", name="Real Person")
    assert run("demonstrate").status == 2
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    "words",
    [("--cases", "7"), ("--cases", "many"), ("--today", "2027-01-01"), ("--today", "soon"), ("now",)],
)
def test_what_cannot_be_is_refused(db, place, run, words) -> None:
    ran = run("demonstrate", *words)
    assert ran.status == 2
    assert ran.out == b""
    assert not is_demonstration()


def test_each_of_the_cast_signs_in_and_lands_on_their_cases(there) -> None:
    for player in CAST:
        client = Client()
        address = f"{player.email}@{DOMAIN}"
        asked = client.post("/accounts/login/", {"login": address, "password": PASSWORD})
        assert (asked.status_code, asked.headers["Location"]) == (302, "/signed-in")
        home = "/my" if player.role is None else "/workspace"
        assert client.get("/signed-in").headers["Location"] == home
        page = client.get(home).content.decode()
        person = Person.objects.get(email=address)
        seen = Case.objects.seen_by(reader_of(person)).filter(is_open=True)
        linked = [
            one
            for one in seen.values_list("reference", flat=True)
            if re.search(f'href="{home}/cases/{one}/?"', page)
        ]
        assert len(linked) >= 2, player.email
        assert all(client.get(f"{home}/cases/{one}/").status_code == 200 for one in linked[:4])
        assert page.count('id="look-around"') == 1


def test_another_password_opens_nothing(there) -> None:
    asked = Client().post("/accounts/login/", {"login": f"adviser@{DOMAIN}", "password": PASSWORD + "."})
    assert asked.status_code == 200
    assert "/signed-in" not in asked.headers.get("Location", "")


def test_the_other_provider_sees_none_of_ours(there) -> None:
    theirs = Person.objects.get(email=f"other.provider@{DOMAIN}")
    ours = Person.objects.get(email=f"adviser@{DOMAIN}")
    at = {one.email: Membership.objects.get(person=one).organisation_id for one in (theirs, ours)}
    seen = Case.objects.seen_by(reader_of(theirs))
    assert set(seen.values_list("provider", flat=True)) == {at[theirs.email]} != {at[ours.email]}


def test_everybody_can_look_around(there) -> None:
    for player in CAST:
        reader = reader_of(Person.objects.get(email=f"{player.email}@{DOMAIN}"))
        tour = [to for _, to in tour_for(reader)]
        assert len(tour) == len(set(tour)) == 5, player.email
        start = "/my/cases/" if player.role is None else "/workspace/cases/"
        assert sum(to.startswith(start) for to in tour) >= 2


def test_there_is_no_tour_elsewhere(db) -> None:
    case = cases.enquiry()
    assert tour_for(reader_of(case.adviser)) == []
