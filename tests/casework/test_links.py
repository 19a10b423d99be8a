"""Links that work once: what they open, in whose name, until when, and what two presses at one moment do."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from evenhand.casework import actions, links
from evenhand.casework.heart.stages import Kind, StepNotOpen
from evenhand.casework.histories import history_of
from evenhand.casework.links import Gone, Opened, Purpose, make_link, open_link, redeem
from evenhand.casework.models import Case, SingleUse
from evenhand.casework.recording import Done
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast

TODAY = date(2026, 5, 18)
NOW = datetime(2026, 5, 18, 9, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock_at(monkeypatch: pytest.MonkeyPatch, today: None) -> Callable[[datetime], None]:
    """18 May 2026, nine o'clock in UTC, unless a test moves it."""

    def move(moment: datetime) -> None:
        monkeypatch.setattr("evenhand.clock.instant", lambda: moment)
        monkeypatch.setattr("evenhand.clock.today_in_london", lambda: moment.date())

    move(NOW)
    return move


def arranging() -> Case:
    return cases.arranging()


def names(opened: Opened) -> Done:
    return actions.name_representative(
        case=opened.case,
        by=opened.actor,
        on=TODAY,
        side=opened.link.key,
        name="Jo Example",
        post="Head of SEND",
        can_decide=True,
    )


def representative(case: Case | None = None) -> links.Made:
    return make_link(case=case or arranging(), purpose=Purpose.REPRESENTATIVE, key="authority")


def test_only_a_hash_is_kept_and_nobody_guesses_the_token() -> None:
    made = representative()
    assert len(made.token) == 43  # 32 bytes: 256 bits
    row = SingleUse.objects.values().get()
    assert made.token not in str(row)
    assert len(row["token_hash"]) == 64


def test_it_is_bound_to_case_purpose_and_compartment() -> None:
    case = arranging()
    opened = open_link(representative(case).token)
    assert (opened.case, opened.purpose, opened.about) == (case, Purpose.REPRESENTATIVE, "")
    assert (opened.actor.person_id, opened.actor.role, opened.actor.key) == (
        None,
        Role.AUTHORITY_OFFICER,
        "authority",
    )


def test_looking_uses_nothing_up() -> None:
    made = representative()
    for _ in range(3):
        open_link(made.token)
    assert SingleUse.objects.get().used_at is None


def test_it_does_its_thing_once() -> None:
    made = representative()
    done = redeem(made.token, names)
    assert done.state.representatives == {"authority": True}
    assert done.event.by_person is None
    events = len(history_of(done.case))
    with pytest.raises(Gone):
        redeem(made.token, names)
    assert len(history_of(done.case)) == events
    assert SingleUse.objects.get().used_at == NOW


def test_where_the_action_is_refused_the_link_is_not_used_up() -> None:
    made = representative()

    def refused(_opened: Opened) -> Done:
        raise StepNotOpen("Not so.")

    with pytest.raises(StepNotOpen):
        redeem(made.token, refused)
    assert SingleUse.objects.get().used_at is None
    redeem(made.token, names)


def test_used_old_unknown_and_forged_are_all_one(clock_at: Callable[[datetime], None]) -> None:
    case = arranging()
    used = representative(case)
    redeem(used.token, names)
    old = make_link(case=case, purpose=Purpose.FREE, key="authority")
    clock_at(datetime(2026, 6, 2, 9, 0, tzinfo=UTC))
    said = []
    for token in (
        used.token,
        old.token,
        "nothing",
        used.token[:-1] + ("A" if used.token[-1] != "A" else "B"),
    ):
        with pytest.raises(Gone) as gone:
            open_link(token)
        said.append(str(gone.value))
    assert said == ["", "", "", ""]


def test_it_runs_out_after_fourteen_days_at_midnight_in_london(clock_at: Callable[[datetime], None]) -> None:
    made = representative()
    assert made.link.expires_at == datetime(2026, 6, 1, 23, 0, tzinfo=UTC)  # 2 June begins, in summer time
    clock_at(datetime(2026, 6, 1, 22, 59, tzinfo=UTC))
    open_link(made.token)
    clock_at(datetime(2026, 6, 1, 23, 0, tzinfo=UTC))
    with pytest.raises(Gone):
        open_link(made.token)


def test_it_runs_out_on_the_notice_day_if_that_is_sooner() -> None:
    case = cases.fixed()  # 9 June; notice by 1 June
    state = cases.seen(case, cast.amina()).state
    assert links.last_day(state, Purpose.REPRESENTATIVE, date(2026, 5, 20)) == date(2026, 6, 1)
    assert links.last_day(state, Purpose.REPRESENTATIVE, date(2026, 5, 10)) == date(2026, 5, 24)
    assert links.last_day(state, Purpose.FREE, date(2026, 5, 20)) == date(2026, 6, 3)
    assert links.last_day(state, Purpose.REPRESENTATIVE, date(2026, 6, 2)) == date(2026, 6, 9)


def test_a_new_link_closes_the_one_before() -> None:
    case = arranging()
    first = representative(case)
    second = representative(case)
    with pytest.raises(Gone):
        open_link(first.token)
    open_link(second.token)
    assert [one.pk for one in links.links_of(case)] == [second.link.pk]


def test_it_is_gone_when_the_step_is_not_open_any_more(clock_at: Callable[[datetime], None]) -> None:
    case = cases.fixed()
    made = representative(case)
    clock_at(datetime(2026, 5, 20, 9, 0, tzinfo=UTC))
    actions.withdraw(case=case, by=cases.adviser(), on=date(2026, 5, 20), why="moved_away")
    with pytest.raises(Gone):
        open_link(made.token)


def test_it_is_gone_with_whoever_it_was_for() -> None:
    case = arranging()
    made = make_link(case=case, purpose=Purpose.FREE, key=cases.FAMILY)
    actions.end_place(case=case, by=cases.adviser(), on=TODAY, key=cases.FAMILY)
    with pytest.raises(Gone):
        open_link(made.token)


def with_a_friend(case: Case) -> None:
    for name in ("Sam Example", "Kit Example"):
        actions.add_person(
            case=case,
            by=cases.adviser(),
            on=TODAY,
            role=Role.SUPPORTER,
            side="family",
            name=name,
            party=False,
        )


def test_consent_is_about_one_person_and_for_parties() -> None:
    case = arranging()
    with_a_friend(case)
    made = make_link(case=case, purpose=Purpose.CONSENT, key="authority", about="person:4")
    opened = open_link(made.token)
    assert (opened.purpose, opened.about, made.link.purpose) == (
        Purpose.CONSENT,
        "person:4",
        "consent:person:4",
    )
    for key, about in (("authority", "person:3"), ("authority", ""), ("person:3", "person:4")):
        with pytest.raises(StepNotOpen):
            make_link(case=case, purpose=Purpose.CONSENT, key=key, about=about)


@pytest.mark.parametrize(
    ("purpose", "key"),
    [
        (Purpose.REPRESENTATIVE, "party:1"),
        (Purpose.MEET, "authority"),
        (Purpose.FEEDBACK, "authority"),
        (Purpose.FREE, "party:9"),
    ],
)
def test_what_could_not_be_used_is_not_made(purpose: Purpose, key: str) -> None:
    with pytest.raises(StepNotOpen):
        make_link(case=arranging(), purpose=purpose, key=key)
    assert SingleUse.objects.count() == 0


def test_a_supporter_may_follow_and_is_asked_how_it_went_and_nothing_else(
    clock_at: Callable[[datetime], None],
) -> None:
    case = arranging()
    with_a_friend(case)
    state = cases.seen(case, cast.amina()).state
    assert links.purposes_for(state, "person:3") == [Purpose.FOLLOW]
    assert links.purposes_for(state, "authority") == [Purpose.REPRESENTATIVE, Purpose.FREE, Purpose.CONSENT]
    clock_at(datetime(2026, 6, 10, 9, 0, tzinfo=UTC))
    held = cases.held()
    assert Purpose.FEEDBACK in links.purposes_for(cases.seen(held, cast.amina()).state, "party:1")


def test_a_party_is_asked_if_it_meets_in_disagreement_resolution() -> None:
    case = cases.enquiry(kind=Kind.RESOLUTION, matter="duties_not_carried_out", facts={"acting": "parent"})
    actions.invite_parties(case=case, by=cases.adviser(), on=date(2026, 5, 12))
    made = make_link(case=case, purpose=Purpose.MEET, key=cases.FAMILY)
    done = redeem(
        made.token,
        lambda opened: actions.agree_to_meet(
            case=opened.case, by=opened.actor, on=TODAY, party=opened.link.key
        ),
    )
    assert done.state.agreed_to_meet == {cases.FAMILY}


def test_a_link_that_could_be_used_twice_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(token: str, act: Callable[[Opened], Done]) -> Done:
        return act(open_link(token))

    monkeypatch.setattr(f"{__name__}.redeem", forgetful)
    with pytest.raises(pytest.fail.Exception):
        test_it_does_its_thing_once()
