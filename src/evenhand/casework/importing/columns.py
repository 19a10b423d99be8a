"""The columns of an import, and which column of a file each is: guessed by its header, or told."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

Mapped = dict[str, int]
"""A column of ours and the place of the file's column, from 0."""


class MappingRefused(ValueError):
    """A mapping that does not fit. The text says what to mend."""


@dataclass(frozen=True)
class Column:
    """One column: its name in a mapping, its words, whether every row needs it, and the headers it goes by."""

    name: str
    words: str
    needed: bool
    headers: tuple[str, ...]


COLUMNS: tuple[Column, ...] = (
    Column("key", "Your own reference", True, ("reference", "ref", "case ref", "case reference", "case id", "id", "case number", "our reference", "our ref")),
    Column("family_name", "Parent’s or young person’s name", True, ("family name", "parent", "parent name", "name of parent", "carer", "family", "client", "client name", "contact name", "name")),
    Column("relation", "Parent or young person", False, ("relation", "relationship", "who", "acting", "role")),
    Column("phone", "Telephone number", False, ("phone", "telephone", "tel", "mobile", "phone number", "telephone number", "contact number")),
    Column("email", "E-mail address", False, ("email", "e mail", "email address", "e mail address")),
    Column("child_name", "Child’s or young person’s name", False, ("child", "child name", "name of child", "cyp", "cyp name", "pupil", "young person", "child young person")),
    Column("date_of_birth", "Date of birth", False, ("date of birth", "dob", "birth date", "born", "child dob")),
    Column("council", "Council", True, ("council", "la", "local authority", "authority", "area")),
    Column("matter", "What it is about", True, ("matter", "issue", "reason", "type", "decision", "decision type", "appeal type", "ground", "type of decision")),
    Column("issues", "Education, health, care", False, ("issues", "areas", "about", "issue type", "ehc")),
    Column("notice_sent", "Council’s notice sent on", False, ("notice sent", "notice", "date of letter", "letter date", "decision date", "date of decision", "decision letter", "date of decision letter", "la letter date")),
    Column("first_contact", "First contact on", True, ("first contact", "contact date", "date of contact", "date of first contact", "enquiry date", "date received", "received", "referral date", "date of referral", "opened", "date opened", "date")),
    Column("advice_given", "Advice given on", False, ("advice given", "advice", "advice date", "mediation advice", "mia", "mia date", "information given", "mediation information and advice")),
    Column("choice", "Mediation, or no mediation", False, ("choice", "mediation", "wants mediation", "decision on mediation", "outcome of advice", "proceed to mediation", "proceed")),
    Column("choice_on", "Choice made on", False, ("choice on", "choice date", "date of choice", "date chosen")),
    Column("authority_told", "Authority told on", False, ("authority told", "la informed", "la notified", "council told", "date la notified", "date la informed")),
    Column("meeting_on", "Meeting on", False, ("meeting", "meeting on", "meeting date", "mediation date", "date of mediation", "date of meeting")),
    Column("meeting_starts", "Meeting begins at", False, ("meeting time", "start time", "meeting starts", "starts", "time")),
    Column("meeting_ends", "Meeting ends at", False, ("end time", "meeting ends", "ends")),
    Column("outcome", "Outcome", False, ("outcome", "result", "mediation outcome", "agreement")),
    Column("certificate_on", "Certificate issued on", False, ("certificate", "certificate issued", "certificate date", "date of certificate", "cert issued", "date certificate issued", "cert date")),
    Column("certificate_number", "Certificate number", False, ("certificate number", "certificate no", "cert number", "cert no")),
    Column("closed_on", "Closed on", False, ("closed", "closed on", "date closed", "close date", "closure date")),
    Column("closed_how", "How it was closed", False, ("how closed", "closed how", "closure reason", "reason closed", "closing reason")),
    Column("adviser", "Adviser’s e-mail address", False, ("adviser", "advisor", "mediation adviser", "case worker", "adviser email")),
)  # fmt: skip
BY_NAME = {column.name: column for column in COLUMNS}


def plain(header: str) -> str:
    """A header without capitals, marks and accents.

    >>> plain("  Date of Birth (DOB): ")
    'date of birth dob'
    """
    text = unicodedata.normalize("NFKD", header.casefold()).replace("’", "").replace("'", "")
    return " ".join("".join(char if char.isalnum() else " " for char in text).split())


def guess(headers: Sequence[str]) -> Mapped:
    """Which column is which, by their headers: the same words first, then words that are nearly the same."""
    found: Mapped = {}
    free = {place: plain(header) for place, header in enumerate(headers) if plain(header)}
    for near in (False, True):
        for column in COLUMNS:
            place = None if column.name in found else _place(column, free, near)
            if place is not None:
                found[column.name] = place
                del free[place]
    return found


def _place(column: Column, free: Mapping[int, str], near: bool) -> int | None:
    wanted = (plain(column.name), plain(column.words), *column.headers)
    for words in wanted:
        for place, header in free.items():
            if header == words or (near and get_close_matches(header, [words], 1, 0.87)):
                return place
    return None


def mapping_of(said: object, headers: Sequence[str]) -> Mapped:
    """A mapping that was told: names of columns and headers of the file. What it does not name is guessed.

    An empty header, or null, leaves a column out. Raises `MappingRefused`.
    """
    if not isinstance(said, Mapping):
        raise MappingRefused('The mapping must be an object such as {"key": "Our ref", "council": "LA"}.')
    places = {plain(header): place for place, header in enumerate(headers)}
    found: Mapped = {}
    for name, header in said.items():
        if name not in BY_NAME:
            hint = get_close_matches(str(name), BY_NAME, 1)
            told = f" Did you mean {hint[0]!r}?" if hint else f" There are {', '.join(BY_NAME)}."
            raise MappingRefused(f"There is no column {str(name)[:40]!r}.{told}")
        if not header:
            continue
        if plain(str(header)) not in places:
            raise MappingRefused(f"The file has no column {str(header)[:60]!r}. It has {', '.join(headers)}.")
        found[name] = places[plain(str(header))]
    taken = [header if place not in found.values() else "" for place, header in enumerate(headers)]
    return {name: place for name, place in guess(taken).items() if name not in said} | found


def missing(mapping: Mapping[str, int]) -> list[Column]:
    """The columns that every row needs and no column of the file is."""
    return [column for column in COLUMNS if column.needed and column.name not in mapping]
