"""Invented people: names as they come in England, in many scripts, very long and very short. None is anybody's."""

from dataclasses import dataclass
from random import Random

# Given names and family names that go together, so that a name is one that somebody could have.
FAMILIES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        (
            "Alfie",
            "Edie",
            "Harriet",
            "Jem",
            "Mabel",
            "Oscar",
            "Tilly",
            "Wilf",
            "Anna-Louise",
            "Bartholomew",
            "Nell",
        ),
        (
            "Ashdown-Pike",
            "Birtwhistle",
            "Coverdale",
            "Drummle",
            "Fettiplace",
            "Oakapple",
            "Quick",
            "Thistlewood",
        ),
    ),
    (
        ("Bronwen", "Cadi", "Gwilym", "Llewela", "Siân", "Tomos"),
        ("Ap Rhydderch", "Cwmcelyn", "Gwynallt-Rees", "Llanfihangel"),
    ),
    (
        ("Łucja", "Żaneta", "Bożydar", "Stanisława", "Wojciech", "Zdzisława"),
        ("Brzęczkowska", "Gżegżółka", "Szczawnik", "Źrebięcki", "Wół"),
    ),
    (
        ("Aisha", "Bilal", "Hafsa", "Idris", "Maryam", "Zayn"),
        ("al-Qasabi", "Chaudhery", "Mirzapuri", "Rehmanzai"),
    ),
    (("ليلى", "يوسف", "نور", "عبد الرحمن"), ("الحدّادين", "البستاني الصغير", "ناصيف")),
    (("小梅", "建国", "雨桐", "安"), ("欧阳", "司徒", "王", "林")),
    (
        ("Adaeze", "Chukwuemeka", "Folasade", "Oluwadamilare", "Temi"),
        ("Adewunmi-Cole", "Nwachukwu", "Okparaocha"),
    ),
    (
        ("Arjun", "Deepika", "Ishaan", "Thayalan", "Venkatalakshmi"),
        ("Balasubramaniyan", "Kaur Sodhi", "Patelwala"),
    ),
    (("தமிழினி", "கவின்"), ("அருள்மொழி", "செல்வன்")),
    (("আনিকা", "রাফি"), ("চৌধুরানী", "মজুমদারী")),
    (("Оксана", "Ярослав", "Соломія"), ("Коваленченко", "Шевчуківська")),
    (("Ελένη", "Νικόλας"), ("Παπαδημητροπούλου", "Δρακάκης")),
    (("Ayaan", "Hodan", "Warsame"), ("Cabdiraxmaan", "Guuleed Faarax")),
    (("Nguyệt", "Thảo", "Đức"), ("Trần-Lê", "Đỗ")),
    (("Anastasia-Wilhelmina", "Maximilian Theodore Augustus"), ("Featherstonehaugh-Villiers de la Tour",)),
    (("Bo", "Jo", "Al", "Ö"), ("Li", "Ng", "Ek", "Å")),
    (("Seán", "Niamh", "Caoimhe"), ("Mac Giolla Bhuí", "O'Dalaigh-Byrne")),
    (("İpek", "Çağla", "Şahin"), ("Gümüşoğulları", "Işıkdağ")),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A family: the child, two who may be its parents, and a friend."""

    child: str
    parent: str
    other_parent: str
    friend: str


def family(rng: Random) -> Named:
    """A family's names; the child has the first parent's family name."""
    given, surnames = rng.choice(FAMILIES)
    surname = rng.choice(surnames)
    child, parent = rng.sample(given, 2)
    return Named(
        child=f"{child} {surname}",
        parent=f"{parent} {surname}",
        other_parent=_anybody(rng),
        friend=_anybody(rng),
    )


def _anybody(rng: Random) -> str:
    given, surnames = rng.choice(FAMILIES)
    return f"{rng.choice(given)} {rng.choice(surnames)}"


COLLEAGUES = (
    "Ines Fairbrother", "Kwabena Ostler", "Mei-Ling Harcastle", "Piotr Wędrowycz", "Rosalind Quayle", "Tariq Belhadj",
    "Una Gallowglass", "Vikram Desaipura", "Wren Applegarth", "Yasmin Tolliver", "Zofia Marchbanks", "Callum Reaveley",
    "Dilnoza Karimbek", "Efua Stannard", "Fergus Lightbody", "Greta Holmqvist-Ward", "Huw Penhallow", "Imogen Starkadder",
    "Jarek Młynarz", "Kitty O'Rourke-Bell", "Leoš Novotníček", "Mwajuma Ashby", "Nadia Fenwick", "Orla Tregeagle",
)  # fmt: skip
"""Names of staff, in the order in which they are used."""
