"""The page of the docs is made from the table, and says every cell."""

import runpy
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from evenhand.people.policy import TABLE, DataClass, When, pages, words
from evenhand.people.policy.conditions import OF_NO_LOT
from evenhand.people.policy.pages import as_markdown, said
from evenhand.people.roles import Role

PAGE = Path(__file__).parents[2] / "docs" / "confidences.md"


def test_the_page_in_the_docs_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_markdown(), "Run: python -m evenhand.people.policy"


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "page.md"
    monkeypatch.setattr(sys, "argv", ["policy", str(target)])
    runpy.run_module("evenhand.people.policy", run_name="__main__")
    assert target.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")


def test_a_changed_cell_makes_another_page(monkeypatch: pytest.MonkeyPatch) -> None:
    key = (Role.AUTHORITY_OFFICER, DataClass.FAMILY_PRIVATE)
    monkeypatch.setattr(pages, "TABLE", TABLE | {key: replace(TABLE[key], read=(When.ALWAYS,))})
    assert PAGE.read_text(encoding="utf-8") != as_markdown()


@pytest.mark.parametrize(
    ("role", "data_class", "cell"),
    [
        (Role.PARENT, DataClass.FAMILY_PRIVATE, "R own; W own"),
        (Role.MANAGER, DataClass.MEDIATOR_NOTES, "R break glass; M"),
        (Role.SYSTEM_ADMINISTRATOR, DataClass.MEDIATOR_NOTES, "–"),
        (Role.ADVISER, DataClass.CERTIFICATE, "R; W; A"),
        (Role.ADVISER, DataClass.JOINT_NOTES, "M"),
        (Role.SERVICE_COMMISSIONER, DataClass.AGREEMENT, "C; *only how cases ended*"),
        (Role.PARENT, DataClass.OFFERS, "R own, sent; W own"),
    ],
)
def test_a_cell_in_letters(role: Role, data_class: DataClass, cell: str) -> None:
    assert said(TABLE[role, data_class]) == cell


def test_every_role_and_condition_has_words() -> None:
    assert set(words.ROLES) == set(Role)
    assert set(words.CONDITIONS) == set(When) - OF_NO_LOT


@pytest.mark.parametrize("data_class", list(DataClass))
def test_in_words_every_role_is_where_its_cell_has_it(data_class: DataClass) -> None:
    marks = {"know": When.METADATA, "count": When.AGGREGATE, "verify": When.VERIFY}
    for act in words.ACTS:
        told = [role for group in words.allowed(data_class, act) for role in group.roles]
        assert len(told) == len(set(told))
        for role in Role:
            cell = TABLE[role, data_class]
            if act in marks:
                may = marks[act] in cell.read
            elif act == "read":
                may = bool(set(cell.read) - set(marks.values()))
            else:
                may = bool(getattr(cell, act))
            assert (role in told) is may, (role, act)


def test_a_note_is_said_once_with_what_it_narrows() -> None:
    for (role, data_class), cell in TABLE.items():
        notes = [
            group.note
            for act in words.ACTS
            for group in words.allowed(data_class, act)
            if role in group.roles and group.note
        ]
        assert notes == ([cell.note] if cell.note else []), (role, data_class)


def test_the_docs_lead_to_it() -> None:
    assert "(confidences.md)" in (PAGE.parent / "index.md").read_text(encoding="utf-8")
