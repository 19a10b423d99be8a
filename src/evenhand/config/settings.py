"""Django's settings. What may differ between installations comes from `environment`."""

from datetime import timedelta

from csp.constants import NONE, SELF

from evenhand.config import databases, environment

DATA = environment.data_folder()
PLAIN_HTTP = environment.plain_http()

DEBUG = False
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = environment.hosts()

# Whom the contact page names; it says so where nobody is named.
CONTACT_EMAIL = environment.contact_email()
# Where the links in messages lead.
SITE_ADDRESS = environment.site_address()

# How many people one service can ring back in the same half-hour.
CALLS_IN_A_SLOT = 2

ROOT_URLCONF = "evenhand.config.urls"
WSGI_APPLICATION = "evenhand.config.wsgi.application"
APPEND_SLASH = False

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    # Ours stand before the others, so that our own words are the ones that are translated.
    "evenhand.people",
    "evenhand.post",
    "evenhand.casework",
    "evenhand.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
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
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "evenhand.web.accounts.guard.SignedInGuard",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {"environment": "evenhand.web.jinja.environment"},
    },
]

# ------------------------------------------------------------------------ the database

DATABASES = {"default": databases.described(environment.database_address(), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Only the counts of attempts are kept here, and every worker must see the same ones.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "evenhand_attempts",
        # So many that nobody can push the count of an account out by making others.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

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

# ---------------------------------------------------------------------------- signing in

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "evenhand.web.accounts.backend.Accounts",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/signed-in"
DEMONSTRATION_PASSWORD = environment.demonstration_password()

ACCOUNT_ADAPTER = "evenhand.web.accounts.adapter.Accounts"
ACCOUNT_SIGNUP_FORM_CLASS = "evenhand.web.accounts.forms.SignUp"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "evenhand.web.accounts.adapter.name_of"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A letter to whoever was mistyped would be one that nobody asked for.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_EMAIL_CONFIRMATION_ANONYMOUS_REDIRECT_URL = "/accounts/login/"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if PLAIN_HTTP else "https"
# What strangers may send and try is counted by the same counter.
ACCOUNT_RATE_LIMITS = {"login_failed": "40/5m/ip,10/15m/key", "ask": "30/h/ip", "ask_code": "20/15m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = 0 if PLAIN_HTTP else 1

MFA_ADAPTER = "evenhand.web.accounts.factors.Factors"
MFA_FORMS = {
    "add_webauthn": "evenhand.web.accounts.passkey_forms.Add",
    "authenticate_webauthn": "evenhand.web.accounts.passkey_forms.Show",
    "login_webauthn": "evenhand.web.accounts.passkey_forms.SignIn",
    "reauthenticate_webauthn": "evenhand.web.accounts.passkey_forms.ShowAgain",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Evenhand"
MFA_TOTP_TOLERANCE = 1

# Five wrong passwords for one account from one address, known account or not.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "email"
AXES_USERNAME_CALLABLE = "evenhand.web.accounts.lockout.account_typed"
AXES_CLIENT_IP_CALLABLE = "evenhand.web.accounts.lockout.address_of"
AXES_LOCKOUT_CALLABLE = "evenhand.web.accounts.lockout.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
# What is kept about an attempt is the count; nobody's browser, form or history.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["login", "email", "username", "ip_address", "csrfmiddlewaretoken"]

# -------------------------------------------------------------------------------- e-mail

DEFAULT_FROM_EMAIL = environment.mail_from()
_server = environment.mail_server()
if _server is None:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"
else:
    EMAIL_HOST, EMAIL_PORT = _server.host, _server.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _server.user, _server.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = _server.tls_from_the_start, _server.tls_on_demand
    EMAIL_TIMEOUT = 20

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
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # It names accounts and addresses at lower levels.
        "axes": {"level": "ERROR"},
    },
}
