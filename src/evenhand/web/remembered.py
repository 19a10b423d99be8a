"""Remembering what is the same for everybody, so that it is not worked out again for each page.

Only what pure functions give may be remembered, and nothing that says who asked.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from django.utils.translation import get_language

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


def in_each_language(most: int) -> Callable[[Callable[Asked, Given]], Callable[Asked, Given]]:
    """Remember what a pure function of words and days gives, apart for each language; at most so many."""

    def remembering(work: Callable[Asked, Given]) -> Callable[Asked, Given]:
        @lru_cache(maxsize=most)
        def known(language: str | None, *arguments: Any) -> Given:
            return work(*arguments)  # type: ignore[call-arg]

        @wraps(work)
        def ask(*arguments: Asked.args, **named: Asked.kwargs) -> Given:
            assert not named
            return known(get_language(), *arguments)

        return ask

    return remembering
