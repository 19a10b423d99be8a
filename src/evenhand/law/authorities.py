"""The 153 local authorities in England that the Act means, those with education duties, and their slugs.

Names, official names, kinds, regions and GSS codes come from mySociety's register of UK local
authorities (CC BY 4.0); the Department for Education's codes from its own lists (Open Government
Licence v3). Only the columns that Evenhand uses were taken, and three names were made plain:
Bristol, Dorset and St Helens. A slug is the one that GOV.UK uses, without full stops (`st-helens`);
the nine authorities for which the register gives none have their name in small letters.

This module imports nothing, so that a short-lived command can ask for the slugs at little cost.
The rows are read once, from `authorities.txt` beside it.
"""

_FILE = __file__.rpartition("authorities.py")[0] + "authorities.txt"

_rows: "tuple[tuple[str, ...], ...]" = ()


def rows() -> "tuple[tuple[str, ...], ...]":
    """Every authority as its seven columns, by name.

    Out: (slug, name, official name, type, region, GSS code, DfE code) for each.
    Errors: none of its own; `OSError` if the file was left out of an installation.
    """
    global _rows
    if not _rows:
        with open(_FILE, encoding="utf-8") as file:
            _rows = tuple(tuple(line.rstrip("\n").split("\t")) for line in file if not line.startswith("#"))
    return _rows


_slugs: "frozenset[str]" = frozenset()


def known_slugs() -> "frozenset[str]":
    """The slugs that the fact `area` may have: those of the 153 authorities and no others.

    In: nothing. Out: a frozen set of 153. Errors: as `rows`.
    """
    global _slugs
    if not _slugs:
        _slugs = frozenset(row[0] for row in rows())
    return _slugs
