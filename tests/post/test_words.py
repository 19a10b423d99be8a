"""What a message may say."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from evenhand.post.words import Words, WordsRefused, check, late_line, message

LINK = "http://localhost:8000/my"


def test_every_message_is_alike():
    words = message(
        "The meeting has been moved.",
        "Please sign in to see the new day.",
        LINK,
        "The day you had no longer holds.",
        sender="North Mediation",
        phone="020 7946 0000",
    )
    assert words.subject == "Something has changed in your case"
    assert words.body == (
        "The meeting has been moved.\n\n"
        "Please sign in to see the new day.\n\n"
        "The day you had no longer holds.\n\n"
        "This message is from North Mediation, who arrange mediation and help with disagreements. "
        "We never ask for your password: not by e-mail, not by text, not by telephone. "
        "To stop these messages or to change your address, sign in or ring us.\n\n"
        "Sign in: http://localhost:8000/my\n"
        "Or ring us: 020 7946 0000"
    )


def test_a_discreet_message_says_neither_who_nor_what():
    words = message("Somebody has written to you.", "Please sign in.", LINK, discreet=True)
    assert words.subject == "There is a message for you"
    assert words.body == (
        "Somebody has written to you.\n\nPlease sign in.\n\n"
        "We never ask for your password: not by e-mail, not by text, not by telephone. "
        "To stop these messages or to change your address, sign in or ring us.\n\n"
        "Sign in: http://localhost:8000/my"
    )


@pytest.mark.parametrize(
    "telling",
    [
        "Your SEND meeting is fixed.",
        "Your mediator has written.",
        "Evenhand has news.",
        "The council has answered.",
        "About your EHC plan.",
        "About your appeal.",
        "There is news in your case.",
    ],
)
def test_a_discreet_message_that_tells_is_refused(telling):
    with pytest.raises(WordsRefused, match="discreet"):
        message(telling, "Please sign in.", LINK, discreet=True)
    message(telling, "Please sign in.", LINK)


def test_ordinary_words_with_the_same_letters_are_not_telling():
    message("We will send you a text.", "Please sign in.", LINK, discreet=True)


GOOD = message("Something happened.", "Please sign in.", LINK)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"subject": ""}, "one line"),
        ({"subject": "Hello\nBcc: all@example.org"}, "one line"),
        ({"subject": "Hello\r"}, "one line"),
        ({"subject": "x" * 81}, "81 characters; 80"),
        ({"subject": "See http://localhost/"}, "holds an address"),
        ({"body": GOOD.body.replace("Something", "Some\0thing")}, "control character"),
        ({"body": "x" * 3001 + GOOD.body}, "3,000 are the most"),
        ({"body": "Read https://example.org/x now.\n\n" + GOOD.body}, "another site"),
        ({"body": "Read HTTPS://EXAMPLE.ORG/x now.\n\n" + GOOD.body}, "another site"),
        ({"body": "Read http://localhost@example.org/x now.\n\n" + GOOD.body}, "another site"),
        ({"body": GOOD.body.replace("localhost", "localhost.example.org")}, "another site"),
        ({"body": "Read http://[::1 now.\n\n" + GOOD.body}, "another site"),
        ({"body": "Something happened."}, "must end with"),
        ({"body": GOOD.body + "\n\nHe said that he would not come."}, "must end with"),
    ],
)
def test_words_that_may_not_go_out(change, why):
    with pytest.raises(WordsRefused, match=why):
        check(replace(GOOD, **change))


def test_other_languages_and_scripts_are_words_too():
    check(Words("لديك رسالة", f"حدث شيء.\n\nSign in: {LINK}", language="ar"))


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-06-03 09:00", "This message is late. It should have gone out on 3 June 2026."),
        # Past midnight in London while it is still the day before in Greenwich's time.
        ("2026-06-30 23:30", "This message is late. It should have gone out on 1 July 2026."),
    ],
)
def test_a_late_message_names_the_day_in_london(due, said):
    assert late_line(datetime.fromisoformat(due).replace(tzinfo=UTC)) == said
