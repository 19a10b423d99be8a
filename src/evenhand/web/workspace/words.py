"""The words of the workspace: stages, kinds, matters, roles, sides and compartments, as professionals say them."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from evenhand import directory
from evenhand.casework.heart.stages import Kind, Stage
from evenhand.people.policy import DataClass
from evenhand.people.roles import Role

Words = dict[str, str | Promise]

STAGES: dict[Stage, Promise] = {
    Stage.ENQUIRY: lazy("First contact"),
    Stage.ADVICE_GIVEN: lazy("Advice given"),
    Stage.CERTIFICATE_DUE: lazy("Certificate due"),
    Stage.MEDIATION_CHOSEN: lazy("Mediation chosen"),
    Stage.ARRANGING: lazy("Being arranged"),
    Stage.CANNOT_ARRANGE: lazy("Cannot be arranged in time"),
    Stage.INVITED: lazy("Parties invited"),
    Stage.DECLINED: lazy("Not everybody agrees to meet"),
    Stage.ALL_AGREED: lazy("Everybody agreed to meet"),
    Stage.MEETING_FIXED: lazy("Meeting fixed"),
    Stage.NOTICE_GIVEN: lazy("Notice given"),
    Stage.NOT_HELD: lazy("Meeting not held"),
    Stage.HELD: lazy("Meeting held"),
    Stage.ADJOURNED: lazy("Meeting goes on another day"),
    Stage.OUTCOME_RECORDED: lazy("Outcome recorded"),
    Stage.CERTIFIED: lazy("Certificate issued"),
    Stage.FOLLOWING_UP: lazy("Agreement being followed up"),
    Stage.WITHDRAWN: lazy("Withdrawn"),
    Stage.CLOSED: lazy("Closed"),
}

KINDS: dict[Kind, Promise] = {
    Kind.MEDIATION: lazy("Mediation"),
    Kind.RESOLUTION: lazy("Disagreement resolution"),
}

MATTERS: Words = {
    "refusal_to_assess": lazy("Refusal to assess"),
    "refusal_to_issue_plan": lazy("Refusal to issue a plan"),
    "plan_contents": lazy("What the plan says"),
    "refusal_to_amend": lazy("Refusal to amend the plan"),
    "refusal_to_reassess": lazy("Refusal to reassess"),
    "ceasing_to_maintain": lazy("Ceasing to maintain the plan"),
    "duties_not_carried_out": lazy("Duties not carried out"),
    "provision_by_setting": lazy("Provision by the school or college"),
    "health_or_social_care_provision": lazy("Health or social care provision"),
    "authority_and_commissioner": lazy("Between the authority and the commissioning body"),
    "discrimination_by_school": lazy("Discrimination by a school"),
    "permanent_exclusion": lazy("Permanent exclusion"),
    "admission_refused": lazy("Admission refused"),
}
"""Matters in short; one that is not here is said as the facts name it."""

WHOSE: Words = {
    "family": lazy("Family"),
    "adviser": lazy("Adviser"),
    "authority": lazy("Authority"),
    "commissioning_body": lazy("Commissioning body"),
    "mediator": lazy("Mediator"),
    "manager": lazy("Manager"),
    "parties": lazy("Parties"),
    "setting": lazy("School or college"),
}
"""Whose duty something is."""

SIDES: Words = WHOSE | {"provider": lazy("The service"), "family": lazy("Family")}

ROLES: dict[Role, Promise] = {
    Role.PARENT: lazy("parent"),
    Role.YOUNG_PERSON: lazy("young person"),
    Role.SUPPORTER: lazy("supporter"),
    Role.SETTING: lazy("school or college"),
    Role.AUTHORITY_OFFICER: lazy("authority’s officer"),
    Role.AUTHORITY_DECIDER: lazy("authority’s decision maker"),
    Role.COMMISSIONING_OFFICER: lazy("commissioning body"),
    Role.ADVISER: lazy("adviser"),
    Role.MEDIATOR: lazy("mediator"),
    Role.MANAGER: lazy("service’s manager"),
    Role.ADVICE_SERVICE: lazy("advice service"),
    Role.SERVICE_COMMISSIONER: lazy("commissioner of the service"),
    Role.PUBLIC: lazy("anybody"),
    Role.SYSTEM_ADMINISTRATOR: lazy("system administrator"),
}

CONTENT: dict[DataClass, Promise] = {
    DataClass.CONTACT_DETAILS: lazy("Contact details"),
    DataClass.CHILD_IDENTITY: lazy("Who the child is"),
    DataClass.DECISION_LETTER: lazy("Decision letter"),
    DataClass.ADVISER_RECORD: lazy("Adviser’s record"),
    DataClass.MEDIATION_ISSUES: lazy("Mediation issues"),
    DataClass.FAMILY_PRIVATE: lazy("Family’s own notes"),
    DataClass.BODY_PRIVATE: lazy("Own notes"),
    DataClass.MESSAGE_TO_MEDIATOR: lazy("In confidence with the mediator"),
    DataClass.MEDIATOR_NOTES: lazy("Mediator’s own notes"),
    DataClass.JOINT_NOTES: lazy("Joint notes and shared papers"),
    DataClass.CHILDS_VIEWS: lazy("Child’s views"),
    DataClass.OFFERS: lazy("Offers, claims and answers"),
    DataClass.AGREEMENT: lazy("Agreement"),
    DataClass.CERTIFICATE: lazy("Certificate"),
    DataClass.DATES: lazy("Dates and attendance"),
    DataClass.ACCESS_NEEDS: lazy("Access needs"),
    DataClass.SAFEGUARDING: lazy("Safeguarding"),
    DataClass.FEEDBACK: lazy("Feedback and complaints about the service"),
}
"""Kinds of content, in front of what lies in a compartment."""


def stage_words(stage: Stage) -> str:
    """Where a case stands."""
    return str(STAGES[stage])


def matter_words(matter: str) -> str:
    """What a case is about."""
    return str(MATTERS.get(matter) or matter.replace("_", " ").capitalize())


def whose_words(whose: str) -> str:
    """Whose duty it is; nothing where nothing is due."""
    return str(WHOSE.get(whose, ""))


def area_words(slug: str) -> str:
    """The name of an area."""
    found = directory.area(slug) if slug else None
    return found.name if found else slug


def days_left_words(days: int | None) -> str:
    """`3 days left`, `Today`, `2 days late`; nothing where nothing is due."""
    if days is None:
        return _("Nothing due")
    if days == 0:
        return _("Today")
    if days < 0:
        return ngettext("%(days)d day late", "%(days)d days late", -days) % {"days": -days}
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}


def short_day(day: date) -> str:
    """A day on the board: Tue 9 June 2026."""
    return date_format(day, "D j F Y")


_SHORTER = (
    (
        "Special Educational Needs and Disability Regulations 2014, regulation ",
        "SEND Regulations 2014, reg. ",
    ),
    ("Special Educational Needs and Disability Regulations 2014", "SEND Regulations 2014"),
    ("Children and Families Act 2014, section ", "Children and Families Act 2014, s. "),
)


def short_law(law: str) -> str:
    """The label of a provision, short enough for a line of the board."""
    for whole, short in _SHORTER:
        law = law.replace(whole, short)
    return law
