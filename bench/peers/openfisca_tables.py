"""OpenFisca-Core, its formulas written as well as they can be: over day tables.

One entity, the inputs eternal, months as parameters, vector formulas; adding months and rolling a day are each
one look-up in a table of days. Formulas are asked for on a day, because OpenFisca 46.0.1 cannot run a formula of
an eternal variable.
"""

import datetime

import holidays
import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from .decisions import NOT_APPEALABLE, TODAY, Columns

FIRST, LAST = np.datetime64("2014-09-01"), np.datetime64("2041-06-01")
NONE = np.datetime64("1970-01-01")


def _calendar() -> np.busdaycalendar:
    known = holidays.country_holidays("GB", subdiv="ENG", years=range(2014, 2043))
    return np.busdaycalendar(holidays=np.array(sorted(known), dtype="datetime64[D]"))


def add_months(d, months):
    """Months added to days, stopping at the month's end."""
    month = d.astype("datetime64[M]")
    target = month + months
    last = (target + 1).astype("datetime64[D]") - target.astype("datetime64[D]") - 1
    return target.astype("datetime64[D]") + np.minimum(d - month.astype("datetime64[D]"), last)


def roll_out(d, calendar):
    """Days moved out of Christmas, August, weekends and bank holidays."""
    year, month = d.astype("datetime64[Y]"), d.astype("datetime64[M]")
    number = month.astype(np.int64) % 12
    day = (d - month.astype("datetime64[D]")).astype(np.int64) + 1
    d = np.where((number == 11) & (day >= 25), (year + 1).astype("datetime64[D]") + 1, d)
    d = np.where((number == 0) & (day == 1), year.astype("datetime64[D]") + 1, d)
    september = (year.astype("datetime64[M]") + 8).astype("datetime64[D]")
    return np.busday_offset(np.where(number == 7, september, d), 0, roll="forward", busdaycal=calendar)


class Tables:
    """Adding months and rolling, as look-ups."""

    def __init__(self):
        days = np.arange(FIRST, LAST)
        self.first = int(FIRST.astype(int))
        self.added = {months: add_months(days, months) for months in (1, 2)}
        self.rolled = roll_out(days, _calendar())

    def place(self, d):
        return d.astype("datetime64[D]").view("int64") - self.first

    def add(self, d, months):
        return self.added[months].take(self.place(d), mode="clip")

    def roll(self, d):
        return self.rolled.take(self.place(d), mode="clip")


class OpenFisca:
    """The toy as an OpenFisca country package of one entity."""

    def __init__(self):
        tables = Tables()
        decision = build_entity(key="decision", plural="decisions", label="decision", is_person=True)
        self.system = TaxBenefitSystem([decision])
        self.system.parameters = ParameterNode(
            "",
            data={
                "appeal": {
                    "months_from_notice": {"values": {"2014-09-01": {"value": 2}}},
                    "months_from_certificate": {"values": {"2014-09-01": {"value": 1}}},
                }
            },
        )
        far = datetime.date(1970, 1, 1)

        def var(name, kind, formula=None, default=None):
            made = {
                "value_type": kind,
                "entity": decision,
                "definition_period": DateUnit.DAY if formula else DateUnit.ETERNITY,
                "label": name,
            }
            if default is not None:
                made["default_value"] = default
            if formula:
                made["formula"] = formula
            self.system.add_variable(type(name, (Variable,), made))

        def has_certificate(d, period):
            return d("certificate_date", period) > NONE

        def right_of_appeal(d, period):
            return d("kind", period) != NOT_APPEALABLE

        def two_months(d, period, parameters):
            months = int(parameters(period).appeal.months_from_notice)
            return tables.add(d("notice_date", period).astype("datetime64[D]"), months)

        def one_month(d, period, parameters):
            months = int(parameters(period).appeal.months_from_certificate)
            added = tables.add(d("certificate_date", period).astype("datetime64[D]"), months)
            return np.where(d("has_certificate", period), added, NONE)

        def mediation_deadline(d, period):
            return tables.roll(d("two_months", period).astype("datetime64[D]"))

        def appeal_deadline(d, period):
            later = np.maximum(d("two_months", period), d("one_month", period)).astype("datetime64[D]")
            return np.where(d("right_of_appeal", period), tables.roll(later), np.datetime64(-1, "D"))

        def routes(d, period):
            today = np.datetime64(str(period))
            none = ~d("has_certificate", period)
            bits = (
                np.where(d("appeal_deadline", period) >= today, 3, 17)
                + np.where(none & ~d("section_i_only", period), 4, 0)
                + np.where(none & (d("mediation_deadline", period) >= today), 8, 0)
            )
            return np.where(d("right_of_appeal", period), bits, 0)

        var("notice_date", datetime.date, default=far)
        var("certificate_date", datetime.date, default=far)
        var("kind", int)
        var("section_i_only", bool)
        var("has_certificate", bool, has_certificate)
        var("right_of_appeal", bool, right_of_appeal)
        var("two_months", datetime.date, two_months, far)
        var("one_month", datetime.date, one_month, far)
        var("mediation_deadline", datetime.date, mediation_deadline, far)
        var("appeal_deadline", datetime.date, appeal_deadline, far)
        var("routes", int, routes)

    def prepare(self, given: Columns):
        """A function that gives the adviser's last days, the last days to appeal and the routes of all of them."""
        certificate = np.where(given.certificate >= 0, given.certificate, 0).astype("datetime64[D]")
        inputs = (
            ("notice_date", given.notice.astype("datetime64[D]")),
            ("certificate_date", certificate),
            ("kind", given.kind.astype(np.int32)),
            ("section_i_only", given.section_i.astype(bool)),
        )
        on = TODAY.isoformat()

        def work():
            simulation = SimulationBuilder().build_default_simulation(self.system, count=len(certificate))
            for name, values in inputs:
                simulation.set_input(name, "eternity", values)
            return (
                simulation.calculate("mediation_deadline", on),
                simulation.calculate("appeal_deadline", on),
                simulation.calculate("routes", on),
            )

        return work
