"""A document comes in: where it is to lie is chosen with who will read it there."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework import actions
from evenhand.casework.files import LIMIT, FileRefused, receive
from evenhand.casework.recording import Done
from evenhand.people.policy import SHARED, DataClass

from .asked import Asked
from .documents import store
from .fields import Choose, Upload
from .forms import Said, StepForm, Turn
from .people_shown import families
from .reads import compartment, who_reads

PLACES: tuple[tuple[DataClass, str, Any], ...] = (
    (DataClass.DECISION_LETTER, SHARED, lazy("The council’s decision letter")),
    (DataClass.JOINT_NOTES, SHARED, lazy("Papers for everybody in the case")),
    (DataClass.FAMILY_PRIVATE, "", lazy("My own papers")),
    (DataClass.BODY_PRIVATE, "", lazy("Our own papers")),
    (DataClass.MESSAGE_TO_MEDIATOR, "", lazy("For the mediator alone")),
    (DataClass.MEDIATOR_NOTES, "", lazy("My own notes as mediator")),
    (DataClass.ADVISER_RECORD, "family", lazy("The adviser’s record")),
)
"""Where a document can lie: the class, the compartment (empty is the writer's own), and the words."""


def places(asked: Asked) -> Iterator[tuple[str, str, str]]:
    """Where the reader may put something: the value, the words, and who will read it there."""
    seen, mediator = asked.seen, asked.seen.state.mediator_id
    for data_class, owner, words in PLACES:
        keys = [key for key, _name in families(seen)] if owner == "family" else [owner or asked.actor.key]
        for key in keys:
            if not seen.may_write(data_class, key):
                continue
            to_mediator = data_class is DataClass.MESSAGE_TO_MEDIATOR
            if to_mediator and (mediator is None or not asked.acts_for_a_party):
                continue
            sent = (f"mediator:{mediator}",) if to_mediator else ()
            said = f"{words} ({compartment(asked, key)})" if len(keys) > 1 else str(words)
            yield f"{data_class.value}|{key}", said, who_reads(asked, data_class, key, sent)


class AddDocument(StepForm):
    """One file, checked and cleaned before it is kept."""

    asks_day = False

    where = Choose(label=lazy("What is it?"), missing=lazy("Choose what it is, and so who will read it."))
    file = Upload(
        label=lazy("Choose the file"),
        help_text=lazy(
            "A PDF, a Word document (.docx), a JPEG or PNG picture, or plain text, of 15 MB at most."
        ),
        missing=lazy("Choose a file."),
    )

    def arrange(self) -> None:
        """Where the reader may put it."""
        found = list(places(self.asked))
        field: Any = self.fields["where"]
        field.choices = [(value, words) for value, words, _reads in found]
        field.hints = {value: reads for value, _words, reads in found}

    def can(self) -> str:
        """Nothing where the reader may write nowhere."""
        return (
            ""
            if list(places(self.asked))
            else _("There is nowhere in this case where you can add a document.")
        )

    def before(self) -> list[Said]:
        """What is done with it."""
        return [
            lazy("We take hidden details out of the file, such as who made it and where."),
            lazy("It can only be downloaded, never opened inside these pages."),
        ]

    def clean_file(self) -> Any:
        """The file as it may be kept. Raises `ValidationError` with what to try."""
        sent = self.cleaned_data["file"]
        try:
            return receive(sent.name or "", sent.read(LIMIT + 1))
        except FileRefused as refused:
            raise ValidationError(refused.message) from refused

    def act(self, turn: Turn) -> Done:
        """Store it first, record it second: a file that nobody names is swept away."""
        cleaned = self.cleaned_data["file"]
        data_class, owner = self.cleaned_data["where"].split("|", 1)
        return actions.add_document(
            **turn.given,
            data_class=DataClass(data_class),
            owner=owner,
            file_id=store().add(cleaned.bytes),
            name=cleaned.name,
            kind=cleaned.kind.value,
            size=cleaned.size,
            sha256=cleaned.sha256,
        )
