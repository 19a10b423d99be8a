"""Plain Django in one file, with its own templates and the middleware that a page with a form needs."""

import django
from django.conf import settings

from bench.peers.web.shared import OPTIONS, TEMPLATES

settings.configure(
    DEBUG=False,
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
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
from django.http import HttpResponse  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from django.urls import path  # noqa: E402


def guide(request):
    return HttpResponse(render_to_string("guide.html", {"options": OPTIONS}))


urlpatterns = [path("guide", guide)]
application = get_wsgi_application()
