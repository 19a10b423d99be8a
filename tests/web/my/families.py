"""A case with two parents in two compartments and a supporter, each with secrets of their own: canaries."""

from datetime import date

from evenhand.casework import actions
from evenhand.casework.heart.events import Actor
from evenhand.casework.models import Case
from evenhand.people.models import Person
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role
from tests.casework import cases
from tests.people import cast

MOTHER, FATHER = "party:1", "party:3"

OF_MOTHER = {
    "her address": "1 Example Street",
    "her telephone": "020 7946 0001",
    "her note": "canary-mother-note",
    "her message": "canary-mother-message",
    "her call": "Quiet call.",
    "her needs": "canary-mother-needs",
    "her complaint": "canary-mother-complaint",
}
OF_FATHER = {
    "his name": "Gareth Example",
    "his address": "2 Canary Close",
    "his telephone": "020 7946 0002",
    "his e-mail": "gareth@cast.example",
    "his note": "canary-father-note",
    "his message": "canary-father-message",
    "his needs": "canary-father-needs",
}
OF_OTHERS = {
    "the mediator's note": "canary-mediator-note",
    "the council's note": "canary-council-note",
    "the child's views": "canary-child-views",
    "the concern": "canary-concern",
}


def father() -> Person:
    """The other parent, with an account."""
    return cast.person("Gareth")


def supporter() -> Person:
    """Somebody the mother trusts, with an account."""
    return cast.person("Sian")


def two_homes() -> Case:
    """A meeting fixed for 9 June; two parents in two compartments, a supporter, a mediator, and what each wrote."""
    case = cases.fixed()
    day = date(2026, 5, 20)
    by = cases.adviser()
    case = actions.assign(case=case, by=by, on=day, work="mediator", person_id=cast.hassan().pk).case
    case = actions.add_person(
        case=case,
        by=by,
        on=day,
        role=Role.PARENT,
        side="family",
        name=OF_FATHER["his name"],
        party=True,
        person_id=father().pk,
        contact={"email": OF_FATHER["his e-mail"], "phone": OF_FATHER["his telephone"]},
        address=OF_FATHER["his address"],
        needs=OF_FATHER["his needs"],
    ).case
    case = actions.add_person(
        case=case,
        by=by,
        on=day,
        role=Role.SUPPORTER,
        side="family",
        name="Sian Example",
        party=False,
        person_id=supporter().pk,
    ).case
    actions.describe_person(case=case, by=by, on=day, key=MOTHER, needs=OF_MOTHER["her needs"])
    _write(case, Actor(cast.cerys().pk, Role.PARENT, MOTHER), OF_MOTHER)
    _write(case, Actor(father().pk, Role.PARENT, FATHER), OF_FATHER)
    _write_others(case, day)
    return case


def _write(case: Case, by: Actor, secrets: dict[str, str]) -> None:
    day = date(2026, 5, 21)
    words = {name.split()[-1]: secret for name, secret in secrets.items()}
    actions.add_note(
        case=case, by=by, on=day, data_class=DataClass.FAMILY_PRIVATE, owner=by.key, words=words["note"]
    )
    actions.write_to_mediator(case=case, by=by, on=day, party=by.key, words=words["message"])
    if "complaint" in words:
        actions.complain(case=case, by=by, on=day, words=words["complaint"])


def _write_others(case: Case, day: date) -> None:
    mediator = Actor(cast.hassan().pk, Role.MEDIATOR, f"mediator:{cast.hassan().pk}")
    council = Actor(cast.dev().pk, Role.AUTHORITY_OFFICER, "authority")
    for by, data_class, words in (
        (mediator, DataClass.MEDIATOR_NOTES, OF_OTHERS["the mediator's note"]),
        (council, DataClass.BODY_PRIVATE, OF_OTHERS["the council's note"]),
    ):
        actions.add_note(case=case, by=by, on=day, data_class=data_class, owner=by.key, words=words)
    views = OF_OTHERS["the child's views"]
    actions.record_views(case=case, by=mediator, on=day, words=views, how="a talk", may_be_read=False)
    actions.raise_concern(case=case, by=council, on=day, words=OF_OTHERS["the concern"])
