"""Django's settings. What may differ between installations comes from `environment`."""

from csp.constants import NONE, SELF

from evenhand.config import environment

DATA = environment.data_folder()
PLAIN_HTTP = environment.plain_http()

DEBUG = False
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = environment.hosts()

# Whom the contact page names; it says so where nobody is named.
CONTACT_EMAIL = environment.contact_email()

ROOT_URLCONF = "evenhand.config.urls"
WSGI_APPLICATION = "evenhand.config.wsgi.application"
APPEND_SLASH = False

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "evenhand.people",
    "evenhand.post",
    "evenhand.casework",
    "evenhand.web",
]
AUTH_USER_MODEL = "people.Person"

MIDDLEWARE = [
    "evenhand.web.api.manners.ProblemsUnderApi",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "evenhand.web.policy.PolicyMiddleware",
    "evenhand.web.headers.OwnHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {"environment": "evenhand.web.jinja.environment"},
    },
]

# ------------------------------------------------------------------------ the database

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "evenhand.sqlite3",
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            # A writer queues from its first statement; it never finds out half-way through
            # that another was before it.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what was answered "saved" is on the disk, power cut or not.
            "init_command": (
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
            ),
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ------------------------------------------------------------------- language and time

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

# ------------------------------------------------------------------------ static files

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# ---------------------------------------------------------------------------- security

# Nothing is allowed until it is named. There is no script at all yet, and nothing ever
# comes from another host.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "style-src": [SELF],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_REDIRECT_EXEMPT = ["^health$"]
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 60 * 60
# The proxy that ends TLS sets this header on every request, and drops one that came in.
SECURE_PROXY_SSL_HEADER = None if PLAIN_HTTP else ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_ENGINE = "evenhand.web.sessions"
SESSION_COOKIE_NAME = "evenhand" if PLAIN_HTTP else "__Host-evenhand"
SESSION_COOKIE_SECURE = not PLAIN_HTTP
# From the last answer on: long enough for an evening, short enough for a shared phone.
SESSION_COOKIE_AGE = 4 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "evenhand-form" if PLAIN_HTTP else "__Host-evenhand-form"
CSRF_COOKIE_SECURE = not PLAIN_HTTP
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "evenhand.web.errors.form_refused"

# A form is small. The API counts its own bytes (evenhand.web.api.body).
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 10

# ----------------------------------------------------------------------------- logging

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Django's own handlers write to a mail box and a debug console that we do not have.
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
