"""The Jinja2 environment of every page: our templates, the components, gettext, addresses."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from markupsafe import Markup

from evenhand.web.accounts.once import heard
from evenhand.web.accounts.problems import problems
from evenhand.web.accounts.shown import has_passkeys, language_name, moment, totp_picture
from evenhand.web.accounts.who import signed_in
from evenhand.web.frame import address, frame
from evenhand.web.public.laws import HOW_SURE
from evenhand.web.public.shown import DETAIL_LABELS
from evenhand.web.remembered import in_each_language
from evenhand.web.workspace.navigation import ways
from evenhand.web.workspace.rendered import pieces_of

TEMPLATES = Path(__file__).parent / "templates"


def environment(**options: Any) -> Environment:
    """Make the environment; Django passes the options (autoescape is on) and calls this once."""
    options["loader"] = ChoiceLoader(
        [
            FileSystemLoader(TEMPLATES),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    made = Environment(**options, extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    made.install_gettext_callables(  # type: ignore[attr-defined]
        in_each_language(4096)(translation.gettext),
        in_each_language(4096)(translation.ngettext),
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )

    @in_each_language(32)
    def footer() -> Markup:
        return Markup(made.get_template("footer.html").render())

    @in_each_language(64)
    def header_at(here: str, signed_in: bool) -> Markup:
        return Markup(made.get_template("header.html").render(here=here, signed_in=signed_in))

    def header(path: str, signed_in: bool) -> Markup:
        """The header of a page; it differs only for pages that it leads to itself."""
        return header_at(path if path in frame().led_to else "", signed_in)

    made.globals |= {
        "address": address,
        "footer": footer,
        "frame": frame,
        "has_passkeys": has_passkeys,
        "header": header,
        "heard": heard,
        "how_sure": HOW_SURE,
        "labels": DETAIL_LABELS,
        "problems": problems,
        "language": translation.get_language,
        "language_name": language_name,
        "right_to_left": translation.get_language_bidi,
        "signed_in": signed_in,
        "static": cache(static),
        "totp_picture": totp_picture,
        "url": reverse,
        "workspace_ways": ways,
    }

    @in_each_language(2048)
    def why_rendered(whys: tuple[object, ...], name: str) -> Markup:
        """The reasons of a day, to be unfolded: the same for everybody to whom it comes for the same reasons."""
        macros: Any = made.get_template("family/ways.html").module
        return Markup(macros.why_details(whys, name))

    made.globals["why_rendered"] = why_rendered
    made.globals |= pieces_of(made)
    made.filters["day"] = _day
    made.filters["day_only"] = _day_only
    made.filters["moment"] = moment
    made.filters["said"] = _said
    return made


@in_each_language(2048)
def _day(day: date) -> str:
    """A day as people say it: Monday 15 June 2026, in the reader's language."""
    return date_format(day, "l j F Y")


def _said(words: str) -> str:
    """A sentence from our data, in the reader's language where it has been translated."""
    return translation.gettext(words) if words else ""


def _day_only(day: date) -> str:
    """A day without the weekday, for where only the date of a document matters: 22 November 2026."""
    return date_format(day, "j F Y")
