"""For an authority: words for its Local Offer and a notice for heads, to copy and to embed."""

from collections.abc import Callable
from dataclasses import dataclass

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from evenhand import directory
from evenhand.directory.known_to import local_offer_text, notice_for_heads
from evenhand.directory.model import Area, Paragraph
from evenhand.web.public.areas import missing
from evenhand.web.public.shown import blanks, blocks, plain_text


@dataclass(frozen=True)
class Text:
    """One of the texts: its title, what it is for, what makes it, and where its bare copy is."""

    title: Promise
    purpose: Promise
    make: Callable[[Area], list[Paragraph]]
    name: str
    bare: str


FRAME = '<iframe src="{}" title="{}" width="100%" height="900" loading="lazy"></iframe>'

LOCAL_OFFER = Text(
    _("Words for the Local Offer"),
    _(
        "A council must make disagreement resolution known, and set it out in its Local Offer. Here are words for that."
    ),
    local_offer_text,
    "public:local-offer",
    "public:local-offer-embed",
)
HEADS_NOTICE = Text(
    _("A notice for head teachers"),
    _(
        "A council must make disagreement resolution known to head teachers, governors and principals. Here is a notice for that."
    ),
    notice_for_heads,
    "public:heads-notice",
    "public:heads-notice-embed",
)


def _page(request: HttpRequest, slug: str, text: Text) -> HttpResponse:
    area = directory.area(slug)
    if area is None:
        return missing(request, slug)
    paragraphs = text.make(area)
    bare = request.build_absolute_uri(reverse(text.bare, args=[slug]))
    context = {
        "area": area,
        "text": text,
        "other": HEADS_NOTICE if text is LOCAL_OFFER else LOCAL_OFFER,
        "blocks": blocks(paragraphs),
        "plain": plain_text(paragraphs),
        "blanks": blanks(paragraphs),
        "unchecked": any(p.sources and p.values for p in paragraphs),
        "sources": list(dict.fromkeys(source for p in paragraphs for source in p.sources)),
        "cites": list(dict.fromkeys(cite.label for p in paragraphs for cite in p.cites)),
        "bare": bare,
        "frame_code": FRAME.format(escape(bare), escape(text.title)),
    }
    return render(request, "public/made-known.html", context)


def _bare(request: HttpRequest, slug: str, text: Text) -> HttpResponse:
    area = directory.area(slug)
    if area is None:
        raise Http404  # the usual page, with the usual headers: nothing to frame
    context = {"area": area, "text": text, "blocks": blocks(text.make(area))}
    response = render(request, "public/made-known-bare.html", context)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def local_offer(request: HttpRequest, slug: str) -> HttpResponse:
    """Words for the Local Offer of an area."""
    return _page(request, slug, LOCAL_OFFER)


@require_safe
def heads_notice(request: HttpRequest, slug: str) -> HttpResponse:
    """A notice for head teachers of an area."""
    return _page(request, slug, HEADS_NOTICE)


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # it takes more than a request
def local_offer_embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The same words alone, for a frame on anybody's page."""
    return _bare(request, slug, LOCAL_OFFER)


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # it takes more than a request
def heads_notice_embed(request: HttpRequest, slug: str) -> HttpResponse:
    """The notice alone, for a frame on anybody's page."""
    return _bare(request, slug, HEADS_NOTICE)
