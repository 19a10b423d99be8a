"""Fifty of many cases by their next deadline, in plain Django: its models, its templates, SQLite. No session, no law.

    python -m bench.peers.web.board_app COUNT      makes the table in the file BENCH_DATABASE, and ends
"""

import os
import random
import sqlite3
import sys

import django
from django.conf import settings

from bench.peers.web.shared import TEMPLATES

DATABASE = os.environ["BENCH_DATABASE"]
if not settings.configured:
    settings.configure(
        DEBUG=False,
        SECRET_KEY="bench",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATABASE, "CONN_MAX_AGE": None}},
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [TEMPLATES], "OPTIONS": {}}
        ],
    )
    django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from django.urls import path  # noqa: E402


class Case(models.Model):
    ref = models.TextField()
    provider = models.IntegerField()
    la = models.IntegerField()
    status = models.IntegerField()
    officer = models.IntegerField()
    next_deadline = models.IntegerField()

    class Meta:
        app_label = "bench"
        db_table = "cases"
        managed = False


def cases(request):
    provider = int(request.GET.get("provider", 0))
    found = Case.objects.filter(provider=provider, status=0).order_by("next_deadline", "id")
    found = found.only("id", "ref", "la", "officer", "next_deadline")[:50]
    return HttpResponse(render_to_string("cases.html", {"cases": found, "provider": provider}))


def health(request):
    return HttpResponse("ok")


urlpatterns = [path("cases", cases), path("health", health)]
application = get_wsgi_application()


def rows(count):
    draw = random.Random(1)
    for number in range(count):
        provider = min(int(draw.expovariate(0.6)), 7)
        status = 0 if draw.random() < 0.25 else 1 + draw.randrange(5)
        yield (
            *(number, f"MED-{number:08d}", provider, draw.randrange(150), status),
            *(draw.randrange(300), 20000 + draw.randrange(900)),
        )


def make(count):
    with sqlite3.connect(DATABASE) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.execute(
            "create table cases (id integer primary key, ref text not null, provider int not null, "
            "la int not null, status int not null, officer int not null, next_deadline int not null)"
        )
        connection.executemany("insert into cases values (?, ?, ?, ?, ?, ?, ?)", rows(count))
        connection.execute("create index board on cases (provider, next_deadline, id) where status = 0")
        connection.execute("analyze")


if __name__ == "__main__":
    make(int(sys.argv[1]))
