"""The ways out: what the mail connection is given, and what its answers mean."""

import smtplib

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from evenhand.post import channels, outbox
from evenhand.post.channels import Down, EmailChannel, LetterQueue, NotSent, Parcel, Unsure
from evenhand.post.models import Kind, Message
from evenhand.post.sending import send_due
from evenhand.post.words import message

PARCEL = Parcel("<abc@host>", "parent@example.org", "News", "Something happened.", "en-gb", False)


class Server(BaseEmailBackend):
    """A mail server whose answers the test decides."""

    opens = sends = None

    def open(self):
        if self.opens:
            raise self.opens

    def send_messages(self, email_messages):
        if self.sends:
            raise self.sends
        return len(email_messages)

    def close(self):
        raise smtplib.SMTPServerDisconnected("goodbye")


@pytest.fixture
def server(settings, monkeypatch):
    def answering(**answers):
        for name in ("opens", "sends"):
            monkeypatch.setattr(Server, name, answers.get(name))
        monkeypatch.setattr(channels, "get_connection", lambda **how: Server())

    return answering


@pytest.mark.django_db
def test_an_email_as_it_goes_out(at, put, settings):
    settings.DEFAULT_FROM_EMAIL = "North Mediation <post@north.example>"
    now = at("2026-06-01 09:00")
    kept = put("one")
    assert send_due(now=now).sent == 1
    [sent] = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["parent@example.org"], kept.subject, kept.body)
    out = sent.message()
    assert out["From"] == "North Mediation <post@north.example>"
    assert out["Message-ID"] == kept.message_id == outbox.message_id("one")
    assert (out["Content-Language"], out["Auto-Submitted"]) == ("en-gb", "auto-generated")
    assert out.get_content_type() == "text/plain"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("own", "shown"), [("", "post@north.example"), ("notes@plain.example", "notes@plain.example")]
)
def test_a_discreet_email_shows_no_name(at, put, settings, own, shown):
    settings.DEFAULT_FROM_EMAIL = "North Mediation <post@north.example>"
    settings.DISCREET_FROM_EMAIL = own
    now = at("2026-06-01 09:00")
    put(words=message("Somebody has written.", "Please sign in.", "http://localhost/", discreet=True))
    send_due(now=now)
    out = mail.outbox[0].message()
    assert out["From"] == shown
    assert out["Message-ID"].endswith("@" + shown.split("@")[1] + ">")
    assert b"mediation" not in out.as_bytes().lower()
    assert b"evenhand" not in out.as_bytes().lower()


@pytest.mark.django_db
def test_in_a_folder_each_email_is_written_down(at, put, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    now = at("2026-06-01 09:00")
    put("one"), put("two")
    assert send_due(now=now).sent == 2
    written = "".join(file.read_text() for file in (tmp_path / "mail").iterdir())
    assert written.count("Message-ID: ") == 2
    assert all(outbox.message_id(key) in written for key in ("one", "two"))


@pytest.mark.parametrize(
    "opens",
    [ConnectionRefusedError(111, "refused"), TimeoutError(), smtplib.SMTPAuthenticationError(535, b"no")],
)
def test_a_server_that_cannot_be_reached_is_down(server, opens):
    server(opens=opens)
    with pytest.raises(Down):
        EmailChannel().send(PARCEL)


@pytest.mark.parametrize(
    ("sends", "error", "for_good"),
    [
        (smtplib.SMTPRecipientsRefused({"a@b": (550, b"no such box")}), NotSent, True),
        (smtplib.SMTPRecipientsRefused({"a@b": (450, b"box is full")}), NotSent, False),
        (smtplib.SMTPSenderRefused(550, b"who are you", "us@host"), NotSent, False),
        (smtplib.SMTPDataError(451, b"later"), NotSent, False),
        (smtplib.SMTPServerDisconnected("gone"), Unsure, None),
        (TimeoutError(), Unsure, None),
        (ConnectionResetError(104, "reset"), Unsure, None),
    ],
)
def test_what_the_answers_of_a_server_mean(server, sends, error, for_good):
    server(sends=sends)
    with pytest.raises(error) as raised:
        EmailChannel().send(PARCEL)
    assert getattr(raised.value, "for_good", None) is for_good
    assert "a@b" not in str(raised.value)


def test_a_server_that_took_nothing_has_not_sent_it(server, monkeypatch):
    server()
    monkeypatch.setattr(Server, "send_messages", lambda *_: 0)
    with pytest.raises(NotSent, match="took nothing"):
        EmailChannel().send(PARCEL)


def test_a_letter_is_not_handed_to_any_channel():
    with pytest.raises(NotSent, match="by hand"):
        LetterQueue().send(PARCEL)


def test_a_yes_is_a_yes_even_where_the_goodbye_fails(server):
    server()
    EmailChannel().send(PARCEL)


def test_a_server_is_not_waited_for_without_end(settings, monkeypatch):
    asked = {}
    monkeypatch.setattr(channels, "get_connection", lambda **how: asked.update(how) or Server())
    settings.EMAIL_TIMEOUT = None
    EmailChannel().send(PARCEL)
    assert asked["timeout"] == 30


@pytest.mark.django_db
def test_a_text_fails_in_words_and_takes_nothing_with_it(at, put):
    now = at("2026-06-01 09:00")
    put("text", Kind.TEXT, "07700 900000")
    put("email")
    assert str(send_due(now=now)) == "1 sent; 1 failed"
    assert Message.objects.get(key="text").trouble == "no text gateway is configured"
