"""The environment of the templates."""

from pathlib import Path

import pytest
from django.template import engines

from evenhand.web.jinja import TEMPLATES

PAGES = sorted(str(page.relative_to(TEMPLATES)) for page in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("page", PAGES)
def test_every_template_compiles(page: str) -> None:
    engines["jinja2"].get_template(page)


@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_goes_through_gettext(page: str) -> None:
    """Outside `trans` a template holds markup, our name and code: no words of English."""
    import re

    source = Path(TEMPLATES, page).read_text(encoding="utf-8")
    bare = re.sub(r"(?s){#.*?#}|{% trans.*?{% endtrans %}|{{.*?}}|{%.*?%}|<pre.*?</pre>|<[^>]*>", " ", source)
    bare = re.sub(r"(?s)<pre.*?</pre>|<svg.*?</svg>", " ", bare)
    bare = re.sub(r'\baria-[a-z]+="[^"]*"', " ", bare)  # an attribute that a macro writes into a tag
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"(?s)<[^>]*>", " ", bare)))
    assert words <= {"Evenhand", "curl", "Content", "Type", "application", "json"} | CODE


CODE = {"matter", "refusal", "to", "assess", "notice", "sent"}


def test_the_components_can_be_had() -> None:
    template = engines["jinja2"].from_string(
        "{% from 'govuk_frontend_jinja/components/button/macro.html' import govukButton %}"
        "{{ govukButton({'text': 'Go on & on'}) }}"
    )
    rendered = template.render()
    assert "govuk-button" in rendered
    assert "Go on &amp; on" in rendered
