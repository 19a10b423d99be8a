"""Pieces of the options page that are the same for many families, rendered once: who helps, and a route without a day.

The page itself, its days and the line of time are made anew for everybody who asks.
"""

from django.template import engines
from markupsafe import Markup

from evenhand import directory
from evenhand.web.family.answer import Way
from evenhand.web.family.helpers import helpers
from evenhand.web.remembered import in_each_language


def _macro(template: str, name: str, *given: object) -> Markup:
    environment = engines["jinja2"].env  # type: ignore[attr-defined]
    return Markup(getattr(environment.get_template(template).module, name)(*given))


@in_each_language(512)
def who_to_ring(area: str, service: str) -> Markup:
    """The short list of numbers for the area of that name in an address, or for nowhere, and who does that service there."""
    return _macro("family/helpers.html", "who_to_ring", helpers(directory.area(area)), service)


@in_each_language(512)
def who_helps(area: str) -> Markup:
    """Everybody who helps there."""
    return _macro("family/helpers.html", "who_helps", helpers(directory.area(area)))


def one_way(way: Way) -> Markup:
    """One route. What holds a day or a question of this family's is not remembered."""
    return (
        _way_for_all(way)
        if way.date is None and not way.questions
        else _macro("family/ways.html", "one_way", way)
    )


@in_each_language(1024)
def _way_for_all(way: Way) -> Markup:
    return _macro("family/ways.html", "one_way", way)


@in_each_language(32)
def for_everybody(at_school: bool, may_ask_assessment: bool) -> Markup:
    """What is said below every answer, and what only fits some matters."""
    environment = engines["jinja2"].env  # type: ignore[attr-defined]
    fits = {"at_school": at_school, "may_ask_assessment": may_ask_assessment}
    return Markup(environment.get_template("public/_said_on_options.html").render(fits))
