"""What the register holds of a practitioner, and what a provider asks of each."""

from django.db import models
from django.db.models import Q

from evenhand import clock
from evenhand.law.rules.independence import employer

from ...models.membership import Organisation
from ...models.person import Person
from .kept import Dated


class Work(models.TextChoices):
    """What a practitioner may do in a case."""

    ADVISER = "adviser", "adviser"
    MEDIATOR = "mediator", "mediator"
    FACILITATOR = "facilitator", "facilitator"


class WorksAs(Dated):
    """The work that somebody does for the provider."""

    work = models.CharField(max_length=12, choices=Work.choices)

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(work__in=Work.values), name="worksas_is_a_known_work"),
        ]


class Registration(Dated):
    """An entry in a professional register. No law asks for one: a service does."""

    body = models.CharField(max_length=120)
    number = models.CharField(max_length=60)


class Insurance(Dated):
    """Professional indemnity insurance."""

    insurer = models.CharField(max_length=120)
    policy = models.CharField(max_length=60)


class DisclosureCheck(Dated):
    """A check of somebody's record: `since` is the day it was issued, `until` the day to renew it by."""

    kind = models.CharField(
        max_length=16,
        choices=[("enhanced_barred", "Enhanced, with barred lists"), ("enhanced", "Enhanced")],
    )
    reference = models.CharField(max_length=60)


class SpokenLanguage(Dated):
    """A language that somebody can work in, British Sign Language among them: a code of `languages`."""

    code = models.CharField(max_length=12)


class ServedArea(Dated):
    """An authority's area in which somebody works: a slug of the directory."""

    area = models.SlugField()


class Employment(Dated):
    """Who employs somebody, from the first to the last day of the job: what independence turns on.

    Kinds of employer are those that the law's own rule asks about (Children and Families Act 2014, ss. 53(5),
    54(3), 56(3), 57(7)). Whoever is still employed on a day is employed for the whole of it.
    """

    employer_kind = models.CharField(max_length=32, choices=[(kind, kind) for kind in employer.answers])
    employer_name = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="employments"
    )

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(employer_kind__in=employer.answers), name="employment_is_of_a_known_kind"
            ),
        ]


class ServiceRule(models.Model):
    """What a provider asks of those who do one kind of work. The newest row of a work holds; all are kept.

    It is the service's rule and not the law: the law asks only for independence, and of mediators that they
    know the law (SEND Regulations 2014, reg 40).
    """

    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="service_rules")
    work = models.CharField(max_length=12, choices=Work.choices)
    registration = models.BooleanField()
    insurance = models.BooleanField(default=True)
    disclosure_check = models.BooleanField(default=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.instant)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(work__in=Work.values), name="servicerule_is_of_a_known_work")
        ]

    def __str__(self) -> str:
        return f"{self.provider}, {self.work}"
