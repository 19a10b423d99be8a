"""Who is in the demonstration: the cast with sign-ins, and what every area, provider and school is called.

The five authorities are real, by their public names; everybody and everything else is invented.
"""

from dataclasses import dataclass

from evenhand.people.roles import Role

DOMAIN = "demo.example"


@dataclass(frozen=True, slots=True)
class Player:
    """One of the cast: what stands before the at sign, the name, and the role; a family has none."""

    email: str
    name: str
    role: Role | None
    does: str


CAST = (
    Player("adviser", "Amaris Thornbury", Role.ADVISER, "adviser at Larkmere Mediation"),
    Player("mediator", "Desmond Achterberg", Role.MEDIATOR, "mediator at Larkmere Mediation"),
    Player("manager", "Philippa Okonedo-Wray", Role.MANAGER, "manager at Larkmere Mediation"),
    Player("authority", "Gareth Lindqvist", Role.AUTHORITY_OFFICER, "case officer at the authority"),
    Player("decider", "Shanthi Merriweather", Role.AUTHORITY_DECIDER, "decides for the authority"),
    Player("icb", "Rowan Castellane", Role.COMMISSIONING_OFFICER, "officer at the commissioning body"),
    Player("parent", "Halina Brzoskwinia", None, "a parent with two cases"),
    Player(
        "other.provider",
        "Ottoline Farrow",
        Role.ADVISER,
        "adviser at Quillbrook Resolution, another provider",
    ),
)
"""Whoever reads this list signs in as any of them, in a demonstration and nowhere else."""

OURS, OTHER, THIRD = "larkmere-mediation", "quillbrook-resolution", "thistledown-mediation"
PROVIDERS = {OURS: "Larkmere Mediation", OTHER: "Quillbrook Resolution", THIRD: "Thistledown Mediation"}
STAFF = {OURS: (4, 4), OTHER: (3, 3), THIRD: (3, 3)}
"""Advisers and mediators beside the cast."""

BOARDS = {
    "avon-levels-board": "Avon Levels Integrated Care Board (invented)",
    "brent-reach-board": "Brent Reach Integrated Care Board (invented)",
    "wear-and-fen-board": "Wear and Fen Integrated Care Board (invented)",
}
AREAS = {
    # area: who serves it, and its commissioning body
    "bristol": (OURS, "avon-levels-board"),
    "ealing": (OURS, "brent-reach-board"),
    "wiltshire": (OURS, "avon-levels-board"),
    "peterborough": (THIRD, "wear-and-fen-board"),
    "sunderland": (OTHER, "wear-and-fen-board"),
}
HOME = "bristol"
"""The area of the cast."""

SETTINGS = {
    "bristol": ("Alder Bank Primary School", "Ravensholme College"),
    "ealing": ("Quince Tree Nursery and Infants", "The Marlpit School"),
    "wiltshire": ("Sarsen Down Academy", "Little Whitlock CofE Primary"),
    "peterborough": ("Fenlatch Community College", "Eelcatcher Lane Primary"),
    "sunderland": ("Staithes Road Primary", "Wearhaven Sixth Form"),
}
ADVICE_SERVICE = ("signpost-families", "Signpost Families (invented)")
