"""Sending what is due: claim, hand over, write down what became of it.

No mail system can promise that a message arrives exactly once: the program may die after the server said yes
and before that is kept. Then the message is of unknown fate. A statutory one is sent again under the same
Message-ID; any other is not, and waits for a person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from uuid import uuid4

from . import claiming
from .channels import Channel, Down, NotSent, Parcel, Unsure, channels
from .models import Kind, Message, State
from .outbox import MAY_HAVE_GONE
from .words import late_line

BACK_OFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
"""How long to wait after the first failure, the second, and so on; after one more the message has failed."""
AT_ONCE = 200
BATCH = 20
LATE = timedelta(days=1)


@dataclass
class Report:
    """What one call of `send_due` came to. `more`: there may be more that is due; ask again."""

    sent: int = 0
    late: int = 0
    again: int = 0
    failed: int = 0
    unsure: int = 0
    trouble: str = ""
    more: bool = False

    def __bool__(self) -> bool:
        """True if there is anything to tell."""
        return bool(self.sent or self.again or self.failed or self.unsure or self.trouble)

    def __str__(self) -> str:
        said = [f"{self.sent} sent" + (f" ({self.late} late)" if self.late else "")]
        said += [f"{self.again} to be tried again"] if self.again else []
        said += [f"{self.failed} failed"] if self.failed else []
        said += [f"{self.unsure} of unknown fate"] if self.unsure else []
        said += [self.trouble] if self.trouble else []
        return "; ".join(said)


def send_due(*, now: datetime, limit: int = AT_ONCE, through: Mapping[Kind, Channel] | None = None) -> Report:
    """Send up to `limit` messages that are due at `now`; texts and e-mail at once, letters never.

    `through` are the channels, the installation's own unless told otherwise. Any number of these may run side
    by side. Raises `RuntimeError` inside a transaction, because each step must be kept as it is taken.
    """
    ways = dict(channels() if through is None else through)
    kinds = {kind for kind, way in ways.items() if not way.by_hand}
    moment, holder = _from(now), uuid4().hex
    report = Report()
    report.unsure = claiming.lapse(now=now)
    left = limit
    while left > 0 and kinds:
        batch = claiming.claim(now=moment(), limit=min(BATCH, left), kinds=kinds, holder=holder)
        if not batch:
            break
        left -= len(batch)
        for message in batch:
            kind = Kind(message.kind)
            if kind in kinds and claiming.hand_over(message, now=moment(), holder=holder):
                try:
                    _send(message, ways[kind], moment, holder, report)
                except Down as down:
                    claiming.take_back(message, holder=holder)
                    report.trouble = str(down)
                    kinds.discard(kind)
    if report.trouble:
        claiming.let_go(holder=holder)
    report.more = left <= 0
    return report


def _from(now: datetime) -> Callable[[], datetime]:
    """A clock that starts at `now`: leases are counted from when they begin, not from when the work began."""
    started = monotonic()
    return lambda: now + timedelta(seconds=int(monotonic() - started))


def _send(
    message: Message, way: Channel, moment: Callable[[], datetime], holder: str, report: Report
) -> None:
    """Hand one message to its channel and keep the answer. Raises `Down`."""
    late = is_late(message, moment())
    try:
        way.send(parcel(message, late=late))
    except NotSent as refused:
        _not_sent(message, refused, moment(), holder, report)
    except Unsure as unsure:
        report.unsure += 1
        why = f"{MAY_HAVE_GONE}: {unsure}"[:300]
        _later(message, State.UNKNOWN, why, moment(), holder, gives_up=message.statutory)
    else:
        _mark_sent(message, moment(), late, holder)
        report.sent += 1
        report.late += late


def _mark_sent(message: Message, at: datetime, late: bool, holder: str) -> None:
    claiming.settle(message, holder=holder, state=State.SENT, sent_at=at, late=late, trouble="")


def _not_sent(message: Message, refused: NotSent, at: datetime, holder: str, report: Report) -> None:
    """Try again later, or give up. What may have gone before still may have, whatever happened now."""
    before = State(message.state)
    said = str(refused) if before == State.QUEUED else f"{MAY_HAVE_GONE} at an earlier try; now: {refused}"
    if refused.for_good or message.attempts + 1 >= claiming.TRIES:
        report.failed += 1
        claiming.settle(message, holder=holder, state=State.FAILED, trouble=said[:300])
    else:
        report.again += 1
        _later(message, before, said[:300], at, holder)


def _later(
    message: Message, state: State, why: str, at: datetime, holder: str, *, gives_up: bool = False
) -> None:
    if gives_up and message.attempts + 1 >= claiming.TRIES:
        claiming.settle(message, holder=holder, state=State.FAILED, trouble=why)
        return
    wait = BACK_OFF[min(message.attempts, len(BACK_OFF) - 1)]
    claiming.settle(message, holder=holder, state=state, trouble=why, try_at=at + wait)


def is_late(message: Message, at: datetime) -> bool:
    """True if a message that goes out at this moment is more than a day behind."""
    return at > message.due_at + LATE


def parcel(message: Message, *, late: bool) -> Parcel:
    """What goes out: the words as they were queued; where they are late they begin by saying so."""
    return Parcel(
        message_id=message.message_id,
        address=message.address,
        subject=message.subject,
        body=f"{late_line(message.due_at)}\n\n{message.body}" if late else message.body,
        language=message.language,
        discreet=message.discreet,
    )
