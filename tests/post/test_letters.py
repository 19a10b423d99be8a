"""Letters wait for a person who posts them, and says so once."""

import pytest

from evenhand.people.models import Person
from evenhand.post import letters, outbox
from evenhand.post.letters import NotToBePosted, mark_posted
from evenhand.post.models import Kind, Message
from evenhand.post.sending import send_due

pytestmark = pytest.mark.django_db

HOME = "C. Parent\n1 High Street\nEaling\nW5 1AA"


@pytest.fixture
def adviser():
    return Person.objects.create_user("adviser@example.org", name="Amina")


def waiting(now):
    return [letter.key for letter in letters.to_post(now=now)]


def test_a_letter_is_never_sent_by_itself_and_waits_to_be_printed(at, put, minutes):
    now = at("2026-06-01 09:00")
    put("letter", Kind.LETTER, HOME)
    put("later", Kind.LETTER, HOME, due_at=now + minutes(1))
    put("email")
    assert str(send_due(now=now)) == "1 sent"
    assert Message.objects.get(key="letter").state == "queued"
    assert waiting(now) == ["letter"]
    assert waiting(now + minutes(1)) == ["letter", "later"]


def test_posted_it_is_sent_and_the_second_press_is_told(at, put, adviser):
    at("2026-06-01 09:00")
    letter = put("letter", Kind.LETTER, HOME)
    now = at("2026-06-01 16:00")
    done = mark_posted(letter, adviser)
    assert (done.state, done.sent_at, done.late, done.marked_by) == ("sent", now, False, adviser)
    at("2026-06-01 17:00")
    with pytest.raises(NotToBePosted, match="already"):
        mark_posted(letter, adviser)
    assert Message.objects.get().sent_at == now
    assert waiting(now) == []


def test_a_late_letter_says_so_on_the_paper(at, put, adviser):
    at("2026-06-01 09:00")
    letter = put("letter", Kind.LETTER, HOME)
    assert letters.printed(letter, now=at("2026-06-02 09:00")).body == letter.body
    paper = letters.printed(letter, now=at("2026-06-02 09:01"))
    assert paper.body.startswith("This message is late. It should have gone out on 1 June 2026.\n\n")
    assert mark_posted(letter, adviser).late is True


def test_what_is_not_a_letter_or_was_withdrawn_cannot_be_posted(put, adviser):
    with pytest.raises(NotToBePosted, match="not a letter"):
        mark_posted(put("email"), adviser)
    letter = put("letter", Kind.LETTER, HOME)
    outbox.withdraw("letter")
    with pytest.raises(NotToBePosted, match="withdrawn"):
        mark_posted(letter, adviser)
