"""A manager's work: who has how much, who is fit for it, and who belongs to the service."""

from datetime import date

from evenhand.people.practitioners.models import Practitioner
from tests.casework import cases
from tests.people import cast

from .hands import Hand, on
from .stage import Stage

TODAY, SINCE, UNTIL = date(2026, 6, 22), date(2020, 1, 6), date(2028, 12, 31)
FROM_TO = on(SINCE, "since") | on(UNTIL, "until")
ROWS: list[tuple[str, dict[str, str]]] = [
    ("work", {"work": "mediator", **on(SINCE, "since")}),
    ("employers", {"employer_kind": "self_employed", **on(SINCE, "since")}),
    ("registrations", {"body": "Civil Mediation Council", "number": "C 17", **FROM_TO}),
    ("insurance", {"insurer": "Fair Mutual", "policy": "P 4", **FROM_TO}),
    ("disclosure-checks", {"kind": "enhanced", "reference": "D 9", **FROM_TO}),
]


def loads_are_read(stage: Stage) -> None:
    stage.on(TODAY)
    for _number in range(6):
        cases.enquiry()
    manager = stage.at(cast.eilidh(), "/workspace")
    manager.follow("Loads")
    manager.says("Amina Example")
    counts = manager.page.request.get(f"{stage.server.url}/workspace/loads?as=csv").text()
    assert "Amina Example,6,6" in counts
    manager.follow("Board")
    sheet = manager.page.request.get(f"{stage.server.url}/workspace/board/provider?as=csv")
    assert sheet.headers["content-type"].startswith("text/csv")


def somebody_comes_onto_the_register(stage: Stage) -> None:
    manager = stage.at(cast.eilidh(), "/workspace")
    manager.follow("Practitioners")
    manager.says("Nobody is on the register yet.")
    manager.follow("Add a person")
    who = f"{cast.organisation(cast.OURS).pk}-{cast.hassan().pk}"
    manager.fill({"who": who, **on(SINCE, "since")})
    manager.press("Save")
    for slug, given in ROWS:
        _row(stage, manager, slug, given)
    manager.says("Hassan Example", "Civil Mediation Council, C 17", "Fair Mutual, P 4")
    manager.follow("The register")
    manager.says("Hassan Example", "Fit today as mediator")


def _row(stage: Stage, manager: Hand, slug: str, given: dict[str, str]) -> None:
    pk = Practitioner.objects.get(person=cast.hassan()).pk
    link = manager.page.locator(f'a[href="/workspace/practitioners/{pk}/{slug}/add/"]')
    manager.follow_first(" ".join(link.inner_text().split()))
    manager.fill(given)
    manager.press("Save")


def somebody_is_invited(stage: Stage) -> None:
    manager = stage.at(cast.eilidh(), "/workspace")
    manager.follow("Members")
    manager.says("Amina Example", "Hassan Example")
    manager.follow_first("Invite somebody")
    manager.fill({"email": "new@cast.example", "role": "adviser"})
    manager.press("Send the invitation")
    manager.says("The invitation is on its way to new@cast.example.", "Invited, not here yet")
