"""The start page, the page for people who write programs, and the health page."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from evenhand.web.api.problems import KINDS
from evenhand.web.public.example import limits


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is, what it is not, and where the answers are."""
    return render(request, "public/start.html", {"limits": limits()})


@require_safe
def for_programs(request: HttpRequest) -> HttpResponse:
    """How a program asks, and each problem that it may be told of."""
    return render(request, "public/for-programs.html", {"kinds": KINDS.values()})


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 while the service and its database answer, else 503; for machines that watch us."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})
