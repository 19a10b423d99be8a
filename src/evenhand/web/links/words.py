"""What each kind of link asks, in plain words: a family may hold it."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from evenhand.casework.links import Purpose
from evenhand.people.roles import Role


class Asks(NamedTuple):
    """The title of the page and the words of its button."""

    title: Promise
    button: Promise


ASKS = {
    Purpose.REPRESENTATIVE: Asks(lazy("Say who will come to the meeting"), lazy("Send")),
    Purpose.FREE: Asks(lazy("Say when you are free"), lazy("Send these times")),
    Purpose.CONSENT: Asks(lazy("Say if somebody may come"), lazy("Send your answer")),
    Purpose.MEET: Asks(lazy("Say if you agree to meet"), lazy("Send your answer")),
    Purpose.FEEDBACK: Asks(lazy("Tell us how it went"), lazy("Send")),
}

THANKS = {
    Purpose.REPRESENTATIVE: lazy(
        "We have noted who will come. If somebody else has to come, ask us for a new link."
    ),
    Purpose.FREE: lazy("We have noted your times. We tell you when a day is fixed."),
    Purpose.CONSENT: lazy("We have noted your answer."),
    Purpose.MEET: lazy("We have noted your answer. We tell you what comes next."),
    Purpose.FEEDBACK: lazy("We have noted what you said. The manager of the service reads it."),
}

WHO = {
    Role.SUPPORTER: lazy("another supporter of the family"),
    Role.ADVICE_SERVICE: lazy("somebody who helps the family, or an interpreter"),
    Role.PARENT: lazy("a parent"),
    Role.YOUNG_PERSON: lazy("the child or young person"),
    Role.SETTING: lazy("somebody from the school or college"),
}
"""Who would come, without a name."""
SOMEBODY = lazy("somebody else")
