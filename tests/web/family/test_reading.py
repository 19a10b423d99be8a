"""The family's pages can be read at an age of 9 to 12: each is measured in each state, and sound as HTML."""

from datetime import date

import pytest

from tests.web.family.asking import Family, posted
from tests.web.family.states import STATES, State
from tests.web.pages import parse
from tests.web.public.test_reading_grade import family_text
from tests.web.reading_grade import grade

AIM, LIMIT = 6.0, 8.0


def page_of(family: Family, state: State) -> bytes:
    """The page in that state."""
    family.answers(*state.answers)
    if state.posted is not None:
        return family.client.post(family.at, posted(family.at, state.posted)).content
    return family.client.get(state.address or family.at).content


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_page_is_sound_and_can_be_read(
    family: Family, monkeypatch: pytest.MonkeyPatch, state: State
) -> None:
    if state.today != "2026-06-20":
        monkeypatch.setattr("evenhand.clock.today_in_london", lambda: date.fromisoformat(state.today))
    page = page_of(family, state)
    parse(page)
    found = grade(family_text(page))
    print(f"{state.name}: reading grade {found:.1f} (aim {AIM:.0f}, limit {LIMIT:.0f})")
    if not state.name.endswith("long"):  # those repeat what was typed
        assert found <= LIMIT


def test_the_questions_by_themselves() -> None:
    """Labels and hints are not paragraphs, so they are measured here."""
    from evenhand.journeys import PAGES

    lines = [words for page in PAGES for words in (page.words, page.hint, page.missing) if words]
    lines += [
        words for page in PAGES for option in page.options for words in (option.words, option.hint) if words
    ]
    found = grade("\n".join(lines))
    print(f"questions, hints and answers: reading grade {found:.1f}")
    assert found <= AIM
