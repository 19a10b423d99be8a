"""What happens beside the path: notes in each compartment, people, documents, expenses, concerns, complaints."""

from collections.abc import Sequence
from typing import Any

from evenhand.casework.heart import contents
from evenhand.casework.heart.events import SERVICE, Actor, Piece
from evenhand.casework.heart.steps import Step
from evenhand.people.policy import SHARED, DataClass
from evenhand.people.roles import Role

from . import words
from .story import AUTHORITY, BOARD, FAMILY, SETTING, Story


def has(story: Story, name: str) -> bool:
    """True if the plan says that this happens."""
    return name in story.plan.with_


def missed_call(story: Story) -> None:
    """A call that reached nobody, perhaps written down wrongly at first."""
    if has(story, "missed_call"):
        story.wait(0, 1)
        said = contents.call(family=FAMILY, reached=False, words=story.rng.choice(words.CALL_NOTES))
        number = story.take(Step.RECORD_CALL, said)
        if has(story, "corrected"):
            right = contents.call(family=FAMILY, reached=False, words=words.CALL_PUT_RIGHT)
            story.take(Step.CORRECT, right, corrects=number)


def note(story: Story, data_class: DataClass, by: Actor, said: Sequence[str], owner: str = "") -> None:
    """A note of somebody's, in their own compartment unless it is said in which."""
    pieces = contents.note(data_class, owner or by.key, story.rng.choice(said))
    story.take(Step.ADD_NOTE, pieces, by=by)


def document(story: Story, data_class: DataClass, by: Actor, owner: str, name: str) -> None:
    """A small text as a document, dated on the day the case began."""
    day = story.events[0].on
    text = words.LETTER.format(council=story.area.council, day=f"{day.day} {day:%B %Y}")
    said = contents.document(data_class=data_class, owner=owner, **story.world.keep(name, text))
    story.take(Step.ADD_DOCUMENT, said, by=by)


def at_the_beginning(story: Story) -> None:
    """What comes in with the first call."""
    if has(story, "letter"):
        document(story, DataClass.DECISION_LETTER, story.adviser, SHARED, "decision letter.txt")
    if story.account and FAMILY in story.parties:
        note(story, DataClass.FAMILY_PRIVATE, story.family, words.FAMILY_NOTES)
    if has(story, "supporter") and FAMILY in story.parties:
        key = story.next_key("person")
        story.add(key, Role.SUPPORTER, "family", story.named.friend, party=False)
    if has(story, "supporter_asked"):
        key = story.next_key("person")
        story.add(key, Role.SUPPORTER, "family", "Bo Ek", party=False, needs_consent=True)
    if story.plan.linked:
        story.take(Step.LINK_CASE, contents.linked(reference=story.plan.linked))
    if has(story, "concern"):
        story.take(Step.RAISE_CONCERN, contents.concern(words=story.rng.choice(words.CONCERNS)))


def before_the_meeting(story: Story) -> None:
    """Notes of each side, each for itself; the child's views; words for the mediator alone."""
    if has(story, "mediator_note"):
        note(story, DataClass.MEDIATOR_NOTES, story.mediator, words.MEDIATOR_NOTES)
    if has(story, "authority_note") and AUTHORITY in story.parties:
        note(story, DataClass.BODY_PRIVATE, story.officer, words.BODY_NOTES)
    if has(story, "board_note") and BOARD in story.parties:
        note(story, DataClass.BODY_PRIVATE, story.board_officer, words.BODY_NOTES)
    if has(story, "joint_note"):
        note(story, DataClass.JOINT_NOTES, story.mediator, words.JOINT, SHARED)
    if has(story, "views"):
        said = contents.views(
            words=story.rng.choice(words.VIEWS),
            how="talking",
            may_be_read=story.rng.random() < 0.7,
            sent_to=(story.mediator.key,),
        )
        story.take(Step.RECORD_VIEWS, said)
    if story.account and FAMILY in story.parties:
        to_mediator(story, story.family, words.TO_MEDIATOR)
    if has(story, "every_compartment"):
        every_compartment(story)


def to_mediator(story: Story, by: Actor, said: Sequence[str]) -> None:
    """Words in confidence, which lie with the party who wrote them."""
    pieces = contents.note(
        DataClass.MESSAGE_TO_MEDIATOR, by.key, story.rng.choice(said), (story.mediator.key,)
    )
    story.take(Step.WRITE_TO_MEDIATOR, pieces, by=by)


def every_compartment(story: Story) -> None:
    """The rest of what a case can hold before a meeting."""
    if AUTHORITY in story.parties:
        to_mediator(story, story.officer, words.BODY_TO_MEDIATOR)
        pieces = contents.note(
            DataClass.OFFERS, AUTHORITY, story.rng.choice(words.OFFERS), (story.mediator.key,)
        )
        story.take(Step.ADD_NOTE, pieces, by=story.officer)
        document(story, DataClass.BODY_PRIVATE, story.officer, AUTHORITY, "panel paper.txt")
    document(story, DataClass.JOINT_NOTES, story.mediator, SHARED, "order of the day.txt")
    if story.account:
        document(story, DataClass.FAMILY_PRIVATE, story.family, FAMILY, "my own list.txt")


def representatives(story: Story) -> None:
    """Each body says who comes and that they can decide."""
    who = {AUTHORITY: story.officer, BOARD: story.board_officer}
    who[SETTING] = Actor(story.setting.officer, Role.SETTING, SETTING)
    for side in story.parties:
        if side in who:
            said = contents.representative(
                side=side, name="Fergus Lightbody", post="Head of service", can_decide=True
            )
            story.take(Step.NAME_REPRESENTATIVE, said, by=who[side])


def after_the_meeting(story: Story) -> None:
    """Expenses and what the family thought of it."""
    if FAMILY not in story.parties:
        return
    if has(story, "expenses") and story.mediates:
        expenses(story, decided=not has(story, "expenses_waiting"))
    if has(story, "feedback"):
        marks = {"listened": story.rng.randint(3, 5), "clear": story.rng.randint(2, 5)}
        said = contents.feedback(owner=FAMILY, words=story.rng.choice(words.FEEDBACK), marks=marks)
        story.take(Step.GIVE_FEEDBACK, said, by=story.family)
    if has(story, "complaint"):
        complaint(story, answered=not has(story, "complaint_waiting"))


def expenses(story: Story, *, decided: bool) -> None:
    """A claim of the family's, in pence, and what was decided on it."""
    lines = [{"head": "travel", "words": "Bus, both ways", "pence": 840}]
    if story.rng.random() < 0.4:
        lines.append({"head": "childcare", "words": "Three hours for a sibling", "pence": 3_600})
    only_health = story.issues["health"] and not (story.issues["education"] or story.issues["care"])
    decides = BOARD if only_health else AUTHORITY
    claim = contents.expenses(owner=FAMILY, decides=decides, lines=lines)
    number = story.take(Step.CLAIM_EXPENSES, claim, by=story.family)
    if decided:
        by = story.board_officer if only_health else story.officer
        said = contents.expenses_decided(
            number=number, claimant=FAMILY, by=by.key, lines=lines, words="Paid in full."
        )
        story.take(Step.DECIDE_EXPENSES, said, by=by)


def complaint(story: Story, *, answered: bool) -> None:
    """A complaint about the service, and the manager's answer."""
    said = contents.note(DataClass.FEEDBACK, FAMILY, story.rng.choice(words.COMPLAINTS))
    number = story.take(Step.COMPLAIN, said, by=story.family)
    if answered:
        body = {"number": number, "words": story.rng.choice(words.ANSWERS)}
        answer = Piece(DataClass.FEEDBACK, FAMILY, body)
        story.take(Step.ANSWER_COMPLAINT, (answer,), by=story.manager)


def draft(story: Story) -> None:
    """What was agreed: what settles it, and one thing more with a day of its own."""
    bodies = [one for one in (AUTHORITY, SETTING, BOARD) if one in story.parties]
    action = words.SETTLES.get(story.plan.matter, "other") if story.mediates else "other"
    what = words.WHAT[action] if action != "other" else "Give the support that the plan says, from Monday"
    by = story.world.days[story.day + 15]
    items: list[dict[str, Any]] = [
        {"what": what, "who": bodies[0], "action": action},
        {"what": words.WHAT["other"], "who": bodies[-1], "action": "other", "by": by},
    ]
    story.take(Step.DRAFT_AGREEMENT, contents.agreement(items=items), by=story.mediator)


def item_done(story: Story, item: int) -> None:
    """The family says that a thing agreed was done."""
    party = FAMILY if FAMILY in story.parties else story.parties[0]
    said = contents.action_report(party=party, item=item, done=True)
    story.take(Step.REPORT_ACTION, said, by=Actor(story.adviser.person_id, Role.ADVISER, SERVICE))
