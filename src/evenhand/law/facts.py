"""Reading the facts: from what JSON would give to days and codes, or a refusal that says what to mend.

The names, kinds and contradictions are those of the advice contract (`tests/contract/README.md`). The bulk
path refuses in the same words: each message is one of the templates below.
"""

from collections.abc import Mapping
from datetime import date

from .errors import FactsRefused

FIRST_NOTICE = date(2014, 9, 1)
LAST_DAY = date(2040, 12, 31)

MATTERS = (
    "refusal_to_assess",
    "refusal_to_issue_plan",
    "plan_contents",
    "refusal_to_reassess",
    "refusal_to_amend",
    "ceasing_to_maintain",
    "duties_not_carried_out",
    "provision_by_setting",
    "health_or_social_care_provision",
    "authority_and_commissioner",
    "discrimination_by_school",
    "permanent_exclusion",
    "admission_refused",
)
ACTING = ("parent", "young_person", "authority", "commissioning_body")
SECTIONS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
ACTIONS = (
    "assess",
    "reassess",
    "issue_plan",
    "reconsider_plan",
    "amend_contents",
    "amend_placement",
    "amend_contents_and_placement",
    "continue_plan",
    "continue_and_amend_plan",
    "cease_plan",
    "other",
)

DAY, FLAG, CHOICE, SECTION_LIST, AREA, AGREEMENT = (
    "day",
    "flag",
    "choice",
    "sections",
    "area",
    "agreement",
)

KINDS: dict[str, str] = {
    "as_of": DAY,
    "acting": CHOICE,
    "date_of_birth": DAY,
    "area": AREA,
    "matter": CHOICE,
    "sections": SECTION_LIST,
    "health_issue": FLAG,
    "social_care_issue": FLAG,
    "education_issue": FLAG,
    "notice_sent": DAY,
    "notice_dated": DAY,
    "adviser_contacted": DAY,
    "wants_mediation": FLAG,
    "adviser_told_no": DAY,
    "authority_told": DAY,
    "commissioner_notified": DAY,
    "adviser_told_cannot_arrange": DAY,
    "mediation_on": DAY,
    "mediation_concluded": DAY,
    "certificate_issued": DAY,
    "agreement": AGREEMENT,
    "conduct_on": DAY,
    "learned_of_matter_on": DAY,
    "recommendation_made_on": DAY,
    "appeal_received": DAY,
    "complaint_answered_on": DAY,
    "governors_decided_on": DAY,
    "assessment_or_plan_under_way": FLAG,
}
"""Every fact and its kind, in the order of the schema."""

ORDER = {name: place for place, name in enumerate(KINDS)}
CHOICES = {"acting": ACTING, "matter": MATTERS}
NEVER_NULL = frozenset({"as_of", "acting", "matter", "sections"})

ISSUES = {
    "health_issue": frozenset({"C", "G"}),
    "social_care_issue": frozenset({"D", "H1", "H2"}),
    "education_issue": frozenset({"B", "F", "I"}),
}
"""The sections of a plan that each kind of issue is about."""

BEFORE_NOTICE = (
    "adviser_contacted",
    "adviser_told_no",
    "authority_told",
    "mediation_on",
    "mediation_concluded",
    "certificate_issued",
    "agreement",
)
ORDERED = (
    ("notice_sent", "notice_dated"),
    ("notice_sent", "date_of_birth"),
    *((later, "notice_sent") for later in BEFORE_NOTICE),
    ("mediation_concluded", "mediation_on"),
    ("agreement", "mediation_on"),
    ("certificate_issued", "adviser_contacted"),
)
"""Pairs (later, earlier) that cannot stand the other way round; the same day is no contradiction."""
MAY_LIE_AHEAD = frozenset({"as_of", "mediation_on"})

NOT_A_DAY = "'{name}' is \"{value}\": that is not a day of the calendar, written like 2026-06-15."
NOT_A_FLAG = "'{name}' is \"{value}\": it must be true or false, or be left out."
NOT_A_CHOICE = "'{name}' is \"{value}\": it must be one of {choices}."
NOT_A_SECTION = "'sections' has \"{value}\": the sections of a plan are A B C D E F G H1 H2 I J K."
SECTION_TWICE = "'sections' names {value} twice."
NOT_AN_AREA = "'area' is \"{value}\": it must be a short name such as bath-and-north-east-somerset."
NO_MATTER = "'matter' is missing: say what the disagreement is about."
TOO_LATE = "'{name}' is {value}: Evenhand counts no further than 31 December 2040."
TOO_EARLY = "'{name}' is {value}: the law of these notices begins on 1 September 2014."
OUT_OF_ORDER = (
    "'{later}' ({later_day}) cannot be before '{earlier}' ({earlier_day}): one of the two is wrong."
)
AHEAD = "'{name}' ({day}) cannot be after 'as_of' ({as_of}): it has not happened yet."
DISAGREE = "'{flag}' and 'sections' cannot both be true: {sections} {verb} about that."

_sound_days: dict[str, date] = {}
"""Days within the law's life by their text, so that each is read once: some 9,600 at most."""


def day_of(text: str) -> date | None:
    """The day that `YYYY-MM-DD` names, or None where there is no such day."""
    try:
        day = date.fromisoformat(text) if len(text) == 10 and text[4] == text[7] == "-" else None
    except ValueError:
        return None
    if day is not None and FIRST_NOTICE <= day <= LAST_DAY:
        _sound_days[text] = day
    return day


class Facts:
    """Facts that have been read: `days` by name, `flags` (True, False or None), and the rest by itself.

    A name in `known_not` was given as null: it is known not to have happened.
    """

    __slots__ = (
        "acting",
        "agreement",
        "area",
        "as_of",
        "days",
        "flags",
        "known_not",
        "matter",
        "sections",
    )

    def __init__(self) -> None:
        self.as_of = date.min
        self.acting, self.matter = "parent", ""
        self.area: str | None = None
        self.sections: tuple[str, ...] = ()
        self.days: dict[str, date] = {}
        self.flags: dict[str, bool] = {}
        self.known_not: set[str] = set()
        self.agreement: Agreement | None = None


class Agreement:
    """What was agreed: the day, whether the authority was a party, and the items `(action, agreed_by)`."""

    __slots__ = ("authority_was_party", "items", "made_on")

    def __init__(
        self, made_on: date, authority_was_party: bool, items: list[tuple[str, date | None]]
    ) -> None:
        self.made_on, self.authority_was_party, self.items = made_on, authority_was_party, items


def read(given: object) -> Facts:
    """Read facts of the schema's shape, as JSON would give them.

    Raises `FactsRefused` on an unknown name, a fact of the wrong kind, a day that does not exist or lies
    outside the law's life, and facts that cannot be true together; the message names what to mend.
    """
    if not isinstance(given, Mapping):
        raise FactsRefused(
            'The facts must be an object of names and values, such as {"matter": "refusal_to_assess"}.'
        )
    facts = Facts()
    try:
        _read_all(facts, given)
    except FactsRefused:
        for name in given:
            if name not in KINDS:
                raise FactsRefused(_unknown_name(name), str(name)[:80]) from None
        for name in sorted(
            given, key=ORDER.__getitem__
        ):  # the first fault in the schema's order is the one told
            read_fact(facts, name, given[name])
        raise
    if not facts.matter:
        raise FactsRefused(NO_MATTER, "matter")
    if facts.as_of is date.min:
        raise FactsRefused("'as_of' is missing: say on which day the question is asked.", "as_of")
    refuse_contradictions(facts)
    return facts


def _read_all(facts: Facts, given: Mapping[str, object]) -> None:
    """Every fact, days by the short way where they have been read before."""
    days = facts.days
    for name, value in given.items():
        kind = KINDS.get(name)
        if kind is DAY:
            day = _sound_days.get(value) if isinstance(value, str) else None
            if day is None:
                read_fact(facts, name, value)
            elif name == "as_of":
                facts.as_of = day
            else:
                days[name] = day
        elif kind is None:
            raise FactsRefused("", str(name)[:80])
        else:
            read_fact(facts, name, value)


def _unknown_name(name: object) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(name)[:80], KINDS, 1, 0.6)
    hint = f" Did you mean '{near[0]}'?" if near else " The facts and their names are listed in the contract."
    return f"There is no fact called {shown(name)!r}.{hint}"


def shown(value: object) -> str:
    """A value as it is repeated in a message: JSON's words for true, false and null, and never long."""
    text = (
        {True: "true", False: "false", None: "null"}[value] if isinstance(value, bool | None) else str(value)
    )
    line = (
        text
        if text.isprintable()
        else "".join(char if char.isprintable() else repr(char)[1:-1] for char in text[:60])
    )
    return line if len(line) <= 60 else line[:57] + "..."


def read_fact(facts: Facts, name: str, value: object) -> None:
    """Read one fact into `facts`. Raises `FactsRefused`."""
    kind = KINDS[name]
    if value is None and name not in NEVER_NULL:
        facts.known_not.add(name)
    elif kind is DAY:
        day = read_day(name, value)
        if name == "as_of":
            facts.as_of = day
        else:
            facts.days[name] = day
    elif kind is FLAG:
        if value is not True and value is not False:
            raise FactsRefused(NOT_A_FLAG.format(name=name, value=shown(value)), name)
        facts.flags[name] = value
    elif kind is CHOICE:
        if not isinstance(value, str) or value not in CHOICES[name]:
            choices = ", ".join(CHOICES[name])
            raise FactsRefused(NOT_A_CHOICE.format(name=name, value=shown(value), choices=choices), name)
        setattr(facts, name, value)
    elif kind is SECTION_LIST:
        facts.sections = _read_sections(value)
    elif kind is AREA:
        facts.area = _read_area(value)
    else:
        facts.agreement = _read_agreement(value)
        facts.days["agreement"] = facts.agreement.made_on


def read_day(name: str, value: object) -> date:
    """A day within the law's life. Raises `FactsRefused`."""
    day = day_of(value) if isinstance(value, str) else None
    if day is None:
        raise FactsRefused(NOT_A_DAY.format(name=name, value=shown(value)), name)
    if day > LAST_DAY:
        raise FactsRefused(TOO_LATE.format(name=name, value=value), name)
    if day < FIRST_NOTICE and name in ("notice_sent", "notice_dated"):
        raise FactsRefused(TOO_EARLY.format(name=name, value=value), name)
    return day


def _read_sections(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise FactsRefused(NOT_A_SECTION.format(value=shown(value)), "sections")
    for place, section in enumerate(value):
        if section not in SECTIONS:
            raise FactsRefused(NOT_A_SECTION.format(value=shown(section)), "sections")
        if section in value[:place]:
            raise FactsRefused(SECTION_TWICE.format(value=section), "sections")
    return tuple(value)


def _read_area(value: object) -> str:
    parts = value.split("-") if isinstance(value, str) and len(value) <= 80 else [""]
    if not all(part.isascii() and part.isalnum() and part == part.lower() for part in parts):
        raise FactsRefused(NOT_AN_AREA.format(value=shown(value)), "area")
    return str(value)


_AGREEMENT_NAMES = ("made_on", "authority_was_party", "items")
_ITEM_NAMES = ("action", "agreed_by")


def _read_agreement(value: object) -> Agreement:
    given = _object("agreement", value, _AGREEMENT_NAMES, ("made_on", "items"))
    party = given.get("authority_was_party", True)
    if party is not True and party is not False:
        raise FactsRefused(
            NOT_A_FLAG.format(name="agreement.authority_was_party", value=shown(party)), "agreement"
        )
    if not isinstance(given["items"], list | tuple):
        raise FactsRefused("'agreement.items' must be a list of what was agreed.", "agreement")
    items = [_read_item(place, item) for place, item in enumerate(given["items"])]
    return Agreement(_within("agreement.made_on", given["made_on"]), party, items)


def _read_item(place: int, value: object) -> tuple[str, date | None]:
    name = f"agreement.items[{place}]"
    given = _object(name, value, _ITEM_NAMES, ("action",))
    action = given["action"]
    if not isinstance(action, str) or action not in ACTIONS:
        choices = ", ".join(ACTIONS)
        raise FactsRefused(
            NOT_A_CHOICE.format(name=f"{name}.action", value=shown(action), choices=choices),
            "agreement",
        )
    by = given.get("agreed_by")
    return action, None if by is None else _within(f"{name}.agreed_by", by)


def _within(name: str, value: object) -> date:
    try:
        return read_day(name, value)
    except FactsRefused as refusal:
        raise FactsRefused(str(refusal), "agreement") from None


def _object(
    name: str, value: object, names: tuple[str, ...], needed: tuple[str, ...]
) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise FactsRefused(f"'{name}' must be an object with {' and '.join(needed)}.", "agreement")
    for key in value:
        if key not in names:
            raise FactsRefused(f"'{name}' has no {shown(key)!r}: it has {', '.join(names)}.", "agreement")
    for key in needed:
        if key not in value:
            raise FactsRefused(f"'{name}' needs '{key}'.", "agreement")
    return value


def refuse_contradictions(facts: Facts) -> None:
    """Refuse facts that cannot be true together; the message names both. Raises `FactsRefused`."""
    days = facts.days
    if not _in_order(days):
        _refuse_disorder(days)
    if facts.sections and facts.flags:
        _refuse_disagreeing_flags(facts)
    as_of = facts.as_of
    if max(days.values(), default=as_of) > as_of:
        for name in sorted(days, key=ORDER.__getitem__):
            if days[name] > as_of and name not in MAY_LIE_AHEAD:
                raise FactsRefused(
                    AHEAD.format(name=spoken(name), day=days[name], as_of=as_of), name, "as_of"
                )


def _in_order(days: dict[str, date]) -> bool:
    """Whether no day stands before one that must come first."""
    get = days.get
    for earlier, laters in _LATERS:
        first = get(earlier)
        if first is not None:
            for later in laters:
                day = get(later)
                if day is not None and day < first:
                    return False
    return True


_LATERS = tuple(
    (earlier, tuple(later for later, first in ORDERED if first == earlier))
    for earlier in dict.fromkeys(earlier for _, earlier in ORDERED)
)


def _refuse_disorder(days: dict[str, date]) -> None:
    for later, earlier in ORDERED:
        if later in days and earlier in days and days[later] < days[earlier]:
            raise FactsRefused(
                OUT_OF_ORDER.format(
                    later=spoken(later),
                    later_day=days[later],
                    earlier=spoken(earlier),
                    earlier_day=days[earlier],
                ),
                later,
                earlier,
            )


def _refuse_disagreeing_flags(facts: Facts) -> None:
    for flag, sections in ISSUES.items():
        given = facts.flags.get(flag)
        about = any(section in sections for section in facts.sections)
        if given is not None and given is not about:
            raise FactsRefused(
                DISAGREE.format(
                    flag=flag, sections=" ".join(facts.sections), verb="are" if about else "are not"
                ),
                flag,
                "sections",
            )


def spoken(name: str) -> str:
    """The name of a fact as a message says it: the day of an agreement is its `made_on`."""
    return "agreement.made_on" if name == "agreement" else name
