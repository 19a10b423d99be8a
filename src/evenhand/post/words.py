"""What a message may say: that something happened, what to do, and where to read it. Never what was said.

A message can be read by whoever holds the telephone, so the words themselves stay behind the sign-in.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.utils.timezone import localtime

MOST_IN_SUBJECT = 80
MOST_IN_BODY = 3000

SUBJECT = "Something has changed in your case"
DISCREET_SUBJECT = "There is a message for you"
NEVER_ASKS = "We never ask for your password: not by e-mail, not by text, not by telephone."
TO_STOP = "To stop these messages or to change your address, sign in or ring us."

_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_ENDING = re.compile(r"\n\n[^\n:]{1,60}: https?://\S+(\nOr ring us: [+\d][\d ()-]{2,30}\d)?\Z")
_TELLING = re.compile(
    r"\bSEND\b|\bEHCP?\b|(?i:mediat|evenhand|disagreement|dispute|tribunal|appeal|special educational"
    r"|\bcouncil|local authority|\badviser|\bschool|\bcase\b)"
)


class WordsRefused(ValueError):
    """These words may not go out; the message says what is wrong with them."""


@dataclass(frozen=True)
class Words:
    """The subject and the body of a message. `discreet`: neither says, nor does the sender, what it is about."""

    subject: str
    body: str
    language: str = "en-gb"
    discreet: bool = False


def message(
    what_happened: str,
    what_to_do: str,
    link: str,
    date_line: str | None = None,
    *,
    subject: str | None = None,
    sender: str = "Evenhand",
    phone: str = "",
    link_says: str = "Sign in",
    language: str = "en-gb",
    discreet: bool = False,
) -> Words:
    """The words of a message, so that all are alike: each argument is a plain sentence or two without content.

    `sender` is the provider that writes, `phone` its number, `link` the whole address of the page to go to.
    Raises `WordsRefused`, for a discreet message also where the sentences say what it is about.
    """
    who = (
        ""
        if discreet
        else f"This message is from {sender}, who arrange mediation and help with disagreements."
    )
    footer = " ".join(filter(None, [who, NEVER_ASKS, TO_STOP]))
    ending = f"{link_says}: {link}" + (f"\nOr ring us: {phone}" if phone else "")
    parts = [what_happened, what_to_do, date_line or "", footer, ending]
    words = Words(
        subject=subject or (DISCREET_SUBJECT if discreet else SUBJECT),
        body="\n\n".join(part.strip() for part in parts if part.strip()),
        language=language,
        discreet=discreet,
    )
    check(words)
    return words


def check(words: Words) -> None:
    """Raise `WordsRefused` where a message says too much, leads elsewhere, or does not say where to go."""
    _check_subject(words.subject)
    body = words.body
    if len(body) > MOST_IN_BODY:
        raise WordsRefused(f"The body has {len(body):,} characters; {MOST_IN_BODY:,} are the most.")
    if not _printable(body.replace("\n", "")):
        raise WordsRefused("The body holds a control character.")
    for link in _LINK.findall(body):
        if not _is_ours(link):
            raise WordsRefused("The body leads to another site.")
    if not _ENDING.search(body):
        raise WordsRefused(
            "The body must end with the address of the page to go to, and the number to ring if any."
        )
    if words.discreet and (told := _TELLING.search(f"{words.subject}\n{_LINK.sub('', body)}")):
        raise WordsRefused(f"A discreet message may not say '{told[0]}'.")


def _check_subject(subject: str) -> None:
    if not subject.strip() or not _printable(subject):
        raise WordsRefused("The subject must be one line of text.")
    if len(subject) > MOST_IN_SUBJECT:
        raise WordsRefused(f"The subject has {len(subject)} characters; {MOST_IN_SUBJECT} are the most.")
    if _LINK.search(subject):
        raise WordsRefused("The subject holds an address.")


def _printable(text: str) -> bool:
    """No control characters and no lone surrogates; spaces, joiners and marks of direction may be there."""
    return not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", text)


def _is_ours(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host, _ = split_domain_port(parts.netloc)
    except ValueError:
        return False
    return bool(host) and "@" not in parts.netloc and validate_host(host, settings.ALLOWED_HOSTS)


def late_line(due_at: datetime) -> str:
    """The sentence that a late message begins with."""
    day = localtime(due_at)
    return f"This message is late. It should have gone out on {day.day} {day:%B %Y}."
