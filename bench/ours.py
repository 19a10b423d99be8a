"""Where the bench takes hold of Evenhand's inside: the few places are all in this file."""

import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from evenhand.law import advice, answer, facts

from .harness import NotMeasured

PYTHON = Path(sys.executable)
EVENHAND = PYTHON.with_name("evenhand")


def forget() -> None:
    """Everything that the law has learned from being asked: the next situation is one never seen before."""
    advice.forget()
    facts._sound_days.clear()
    answer._written.clear()


Columns = Any
Kernel = Callable[[Columns], Any]


def kernel() -> tuple[Callable[[pl.DataFrame], Columns], Kernel, Kernel]:
    """How a table of people becomes the kernel's columns, the kernel, and the same on one thread."""
    if find_spec("evenhand.law.bulk") is None:
        raise NotMeasured("The law has no bulk kernel yet.")
    from evenhand.law.bulk import evaluate

    return columns_of, evaluate, partial(evaluate, threads=1)


def columns_of(drawn: pl.DataFrame) -> Columns:
    """People as the arrays that the kernel takes: codes, bits for sections, numbers of days."""
    from evenhand.law.bulk import Columns
    from evenhand.law.facts import ACTING, KINDS, MATTERS, SECTIONS
    from evenhand.law.tables import number_of

    def codes(name: str, words: tuple[str, ...]) -> np.ndarray:
        told = drawn[name].fill_null(words[0])
        return told.replace_strict(
            dict(zip(words, range(len(words)), strict=True)), return_dtype=pl.UInt8
        ).to_numpy()

    def numbers(name: str) -> np.ndarray:
        told = drawn[name].cast(pl.Int32) + (number_of(_EPOCH))
        return told.fill_null(0).cast(pl.UInt16).to_numpy()

    bits = {name: 1 << place for place, name in enumerate(SECTIONS)}
    texts = drawn["sections"].fill_null("")
    of_text = {text: sum(bits[name] for name in text.split()) for text in texts.unique()}
    days = {name: numbers(name) for name, kind in KINDS.items() if kind == "day"}
    flags = {
        name: drawn[name].cast(pl.UInt8).fill_null(2).to_numpy()
        for name, kind in KINDS.items()
        if kind == "flag"
    }
    sections = texts.replace_strict(of_text, return_dtype=pl.UInt16).to_numpy()
    return Columns(codes("matter", MATTERS), codes("acting", ACTING), sections, days, flags)


_EPOCH = date(1970, 1, 1)
