"""What is done to the register: every row is kept, and says who recorded it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from evenhand.people.models import Membership, Organisation, Person
from evenhand.people.practitioners import actions, declaring
from evenhand.people.practitioners.access import is_own, managed_by, may_change, visible_to
from evenhand.people.practitioners.errors import (
    AlreadyAnswered,
    AlreadyReplaced,
    AlreadyThere,
    DaysOutOfOrder,
    NotTheirs,
    RowsAreKept,
)
from evenhand.people.practitioners.models import Declaration, Employment, Practitioner, Registration
from evenhand.people.reader import reader_of
from tests.people.practitioners import makes
from tests.people.practitioners.makes import LONG_AGO, TODAY


def registration(of: Practitioner) -> Registration:
    return of.registration_rows.standing().get()


class TestRows:
    def test_a_correction_keeps_what_was_there_and_who_wrote_each(
        self, asha: Practitioner, manager: Person
    ) -> None:
        wrong = registration(asha)
        right = actions.change(wrong, by=manager, number="C 71")
        wrong = Registration.objects.get(pk=wrong.pk)
        assert (right.number, right.body, right.replaces) == ("C 71", "Civil Mediation Council", wrong)
        assert (wrong.number, wrong.stands, wrong.withdrawn_by) == ("C 17", False, manager)
        assert registration(asha) == right

    def test_a_second_correction_of_the_same_row_is_told(self, asha: Practitioner, manager: Person) -> None:
        stale = registration(asha)
        actions.change(registration(asha), by=manager, number="C 71")
        with pytest.raises(AlreadyReplaced):
            actions.change(stale, by=manager, number="C 99")
        assert registration(asha).number == "C 71"

    def test_a_row_cannot_be_changed_or_deleted_in_place(self, asha: Practitioner) -> None:
        row = registration(asha)
        row.number = "C 99"
        rows = Registration.objects.filter(pk=row.pk)
        for forbidden in (row.save, row.delete, rows.delete, lambda: rows.update(number="C 99")):
            with pytest.raises(RowsAreKept):
                forbidden()
        assert registration(asha).number == "C 17"

    def test_the_same_row_twice_is_told(self, asha: Practitioner, manager: Person) -> None:
        job = {"employer_kind": "self_employed", "since": LONG_AGO}
        actions.add(Employment, practitioner=asha, by=manager, **job)
        with pytest.raises(AlreadyThere):
            actions.add(Employment, practitioner=asha, by=manager, **job)

    def test_the_last_day_does_not_lie_before_the_first(self, asha: Practitioner, manager: Person) -> None:
        with pytest.raises(DaysOutOfOrder):
            actions.end(registration(asha), on=date(2014, 12, 31), by=manager)
        assert registration(asha).stands
        with pytest.raises(IntegrityError), transaction.atomic():
            makes.employed(asha, "self_employed", since=TODAY, until=date(2026, 6, 19))

    def test_an_employer_of_no_known_kind_is_refused_by_the_database(self, asha: Practitioner) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            makes.employed(asha, "the_moon")


class TestPractitioners:
    def test_only_members_come_on_the_register_and_once(
        self, provider: Organisation, manager: Person
    ) -> None:
        stranger = makes.member("Sol Stranger", makes.provider("other-mediation"), "mediator")
        with pytest.raises(NotTheirs):
            actions.register(person=stranger, provider=provider, since=TODAY, by=manager)
        person = makes.member("Ada One", provider, "adviser")
        actions.register(person=person, provider=provider, since=TODAY, by=manager)
        with pytest.raises(AlreadyThere):
            actions.register(person=person, provider=provider, since=TODAY, by=manager)

    def test_who_left_may_come_back(self, asha: Practitioner, manager: Person) -> None:
        actions.leave(practitioner=asha, on=TODAY, by=manager)
        with pytest.raises(AlreadyReplaced):
            actions.leave(practitioner=asha, on=TODAY, by=manager)
        again = actions.register(
            person=asha.person, provider=asha.provider, since=date(2027, 1, 1), by=manager
        )
        assert again.pk != asha.pk

    def test_nobody_leaves_before_coming(self, asha: Practitioner, manager: Person) -> None:
        with pytest.raises(DaysOutOfOrder):
            actions.leave(practitioner=asha, on=date(2014, 12, 31), by=manager)


class TestAccess:
    def test_a_manager_the_person_and_nobody_else(self, asha: Practitioner, manager: Person) -> None:
        elsewhere = makes.provider("other-mediation")
        colleague = makes.member("Cass Colleague", asha.provider, "adviser", "mediator")
        rival = makes.member("Riva Rival", elsewhere, "manager")
        officer = makes.member("Ola Officer", makes.provider("ealing", kind="authority"), "authority_officer")
        seen = {
            person.name: (
                asha in visible_to(reader_of(person)),
                may_change(reader_of(person), asha),
                is_own(reader_of(person), asha),
            )
            for person in (manager, asha.person, colleague, rival, officer)
        }
        assert seen == {
            "Mo Manager": (True, True, False),
            "Asha Rahman": (True, False, True),
            "Cass Colleague": (False, False, False),
            "Riva Rival": (False, False, False),
            "Ola Officer": (False, False, False),
        }

    def test_it_ends_with_the_membership(self, asha: Practitioner, manager: Person) -> None:
        from evenhand import clock

        Membership.objects.update(ended_at=clock.instant())
        for person in (manager, asha.person):
            assert list(visible_to(reader_of(person))) == []
        assert managed_by(reader_of(manager)) == frozenset()


class TestDeclarations:
    def test_asked_twice_it_is_one_question(self, asha: Practitioner, manager: Person) -> None:
        first = declaring.ask(practitioner=asha, case_reference="EV-1", by=manager)
        assert declaring.ask(practitioner=asha, case_reference="EV-1", by=manager) == first
        with pytest.raises(IntegrityError), transaction.atomic():
            Declaration.objects.create(practitioner=asha, case_reference="EV-1", asked_by=manager)

    def test_only_who_was_asked_answers_and_once(self, asha: Practitioner, manager: Person) -> None:
        asked = declaring.ask(practitioner=asha, case_reference="EV-1", by=manager)
        with pytest.raises(NotTheirs):
            declaring.answer(asked, by=manager, knows=False)
        declaring.answer(asked, by=asha.person, knows=True)
        with pytest.raises(AlreadyAnswered):
            declaring.answer(asked, by=asha.person, knows=False)
        assert Declaration.objects.get().knows is True

    def test_nobody_clears_their_own_conflict(self, asha: Practitioner, manager: Person) -> None:
        Membership.objects.create(person=asha.person, organisation=asha.provider, role="manager")
        told = declaring.tell(practitioner=asha, case_reference="EV-1", by=asha.person, words="A friend.")
        rival = makes.member("Riva Rival", makes.provider("other-mediation"), "manager")
        for person in (asha.person, rival):
            with pytest.raises(NotTheirs):
                declaring.clear(told, by=person, words="It is fine.")
        with pytest.raises(ValueError, match="with a reason"):
            declaring.clear(told, by=manager, words=" ")
        declaring.clear(told, by=manager, words="Both sides know.")
        assert (told.cleared_by, told.stands_in_the_way) == (manager, False)

    def test_a_no_has_nothing_to_clear(self, asha: Practitioner, manager: Person) -> None:
        asked = declaring.ask(practitioner=asha, case_reference="EV-1", by=manager)
        declaring.answer(asked, by=asha.person, knows=False)
        with pytest.raises(AlreadyAnswered):
            declaring.clear(asked, by=manager, words="Nothing to see.")

    def test_a_declaration_is_not_rewritten(self, asha: Practitioner, manager: Person) -> None:
        asked = declaring.ask(practitioner=asha, case_reference="EV-1", by=manager)
        asked.knows = False
        for forbidden in (asked.save, asked.delete):
            with pytest.raises(RowsAreKept):
                forbidden()
