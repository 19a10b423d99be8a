"""One question on one page: its form, when it is asked, and how its answer is said on the page for checking."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .draft import Draft

Said = str | Promise


class Question(forms.Form):
    """A form whose answers are kept by its `key`. `title` is the question; `about` says more before the fields."""

    key: ClassVar[str]
    title: ClassVar[Said]
    about: ClassVar[tuple[Said, ...]] = ()

    def __init__(self, draft: Draft, data: Any = None) -> None:
        self.draft = draft
        super().__init__(data, initial=self._again(), use_required_attribute=False, auto_id="%s")
        self.arrange()

    def arrange(self) -> None:
        """Fit the fields to what is known."""

    @classmethod
    def asked(cls, draft: Draft) -> bool:
        """True if the question is one for this draft."""
        return True

    @classmethod
    def answered(cls, draft: Draft) -> bool:
        """True if it has been answered."""
        return cls.key in draft.answers

    @property
    def words(self) -> Said:
        """The question, in the words that fit this draft."""
        return self.title

    @property
    def is_one_field(self) -> bool:
        """True where the question is the label of the one field."""
        return len(self.fields) == 1

    def stored(self) -> dict[str, Any]:
        """The answers as a session can hold them."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in self.cleaned_data.items()
        }

    def rows(self) -> Iterator[tuple[Said, str]]:
        """What was answered, field by field: the question and the answer in words."""
        held = self.draft.answers.get(self.key, {})
        for name, bound in self.fields.items():
            if not self.is_one_field and held.get(name) in (None, ""):
                continue
            label = self.words if self.is_one_field else bound.label
            yield label or self.words, self._said(bound, held.get(name))

    def _said(self, asked: Any, value: Any) -> str:
        if value in (None, "", []):
            return _("Nothing")
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if getattr(asked, "kind", "") == "day":
            return date_format(date.fromisoformat(value), "j F Y")
        choices = dict(getattr(asked, "choices", ()))
        if isinstance(value, list):
            return ", ".join(str(choices.get(one, one)) for one in value)
        return str(choices.get(value, value))

    def _again(self) -> dict[str, Any]:
        held = self.draft.answers.get(self.key, {})
        days = {name for name, asked in self.base_fields.items() if getattr(asked, "kind", "") == "day"}
        return {
            name: date.fromisoformat(value) if name in days and value else value
            for name, value in held.items()
        }
