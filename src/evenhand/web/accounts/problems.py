"""What is wrong with a form, in our words, for the summary at its top and beside each field."""

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.utils.translation import gettext as _

ADDRESSES = frozenset({"email", "login"})
"""The fields that hold an e-mail address."""


def problems(form: BaseForm, empty: dict[str, str]) -> dict[str, str]:
    """For each field that is wrong, its words, in the order of `empty`.

    `empty` names the fields that the page shows, each with what is said where it was left empty. What is
    wrong with the form as a whole is said at the first of them.
    """
    if not form.is_bound:
        return {}
    data = form.errors.as_data()
    found: dict[str, list[str]] = {}
    first = next(iter(empty))
    for field in ("__all__", *empty):
        for error in data.get(field, []):
            found.setdefault(first if field == "__all__" else field, []).extend(_words(error, field, empty))
    return {field: " ".join(found[field]) for field in empty if field in found}


def _words(error: ValidationError, field: str, empty: dict[str, str]) -> list[str]:
    if error.code == "required" and field in empty:
        return [empty[field]]
    if error.code == "invalid" and field in ADDRESSES:
        return [_("Type an e-mail address like name@example.org.")]
    return [str(words) for words in error.messages]
