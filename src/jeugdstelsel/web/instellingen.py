"""Django's settings, from a handful of environment variables; each has a default that works on one machine."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlparse

HIER = Path(__file__).parent
WERKMAP = Path(os.environ.get("JEUGDSTELSEL_WERKMAP", "demo/werkmap")).resolve()


def _own_file(path: Path) -> Path:
    """Return a file that exists and that only the owner of this installation may read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    return path


def _secret_key() -> str:
    """Return the key of this installation, made once and readable for its owner only."""
    if given := os.environ.get("JEUGDSTELSEL_GEHEIM"):
        return given
    path = WERKMAP / "web.sleutel"
    if not path.exists():
        _own_file(path).write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


def _database() -> dict[str, object]:
    """Return the database: SQLite in the work folder, or what JEUGDSTELSEL_DATABASE names (postgres://...)."""
    address = urlparse(os.environ.get("JEUGDSTELSEL_DATABASE", ""))
    if address.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": address.path.lstrip("/"),
            "USER": unquote(address.username or ""),
            "PASSWORD": unquote(address.password or ""),
            "HOST": address.hostname or "",
            "PORT": address.port or "",
            "CONN_MAX_AGE": 60,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _own_file(WERKMAP / "web.sqlite"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode = WAL"},
    }


def _mail(address: str) -> dict[str, object]:
    """Return Django's settings for a mail server, smtp://naam:woord@machine:587 or smtps://... (TLS from the start).

    With smtp the connection becomes TLS before anything is said, except to a server on this machine itself.
    """
    server = urlparse(address)
    if server.scheme not in ("smtp", "smtps") or not server.hostname:
        return {}
    direct, own = server.scheme == "smtps", server.hostname in ("localhost", "127.0.0.1")
    return {
        "EMAIL_HOST": server.hostname, "EMAIL_PORT": server.port or (465 if direct else 25 if own else 587),
        "EMAIL_HOST_USER": unquote(server.username or ""), "EMAIL_HOST_PASSWORD": unquote(server.password or ""),
        "EMAIL_USE_SSL": direct, "EMAIL_USE_TLS": not direct and not own, "EMAIL_TIMEOUT": 20,
    }  # fmt: skip


SECRET_KEY = _secret_key()
DEBUG = False
VEILIG = os.environ.get("JEUGDSTELSEL_HTTPS", "nee") == "ja"
ALLOWED_HOSTS = os.environ.get("JEUGDSTELSEL_HOSTS", "localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if VEILIG else []
ROOT_URLCONF = "jeugdstelsel.web.adressen"
WSGI_APPLICATION = "jeugdstelsel.web.wsgi.application"
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "jeugdstelsel.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "jeugdstelsel.web.tussenlagen.Beveiligd",
    "jeugdstelsel.api.tussenlaag.Api",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jeugdstelsel.web.aanmelding_sessie.Sessie",
    "jeugdstelsel.web.vastlegging.Vastlegging",
    "jeugdstelsel.web.tussenlagen.Fouten",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HIER / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jeugdstelsel.web.omgeving.omgeving",
            ],
            "builtins": ["jeugdstelsel.web.templatetags.stelsel"],
        },
    }
]
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "jeugdstelsel.web.aanmelding.LangGenoeg", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
CSRF_FAILURE_VIEW = "jeugdstelsel.web.tussenlagen.geen_toegang"
ACCOUNT_ADAPTER = "jeugdstelsel.web.aanmelding.Aanmelding"
MFA_FORMS = {
    "activate_totp": "jeugdstelsel.web.aanmelding.Koppelformulier",
    "add_webauthn": "jeugdstelsel.web.aanmelding.Sleutelformulier",
}
ACCOUNT_FORMS = {"reset_password": "jeugdstelsel.web.aanmelding_mail.WachtwoordKwijt"}
MFA_ADAPTER = "jeugdstelsel.web.aanmelding.TweedeStap"
SOCIALACCOUNT_ADAPTER = "jeugdstelsel.web.aanmelding.AccountElders"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = "oidc"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {"reset_password": "10/h/ip,3/h/key"}
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if VEILIG else "http"
PASSWORD_RESET_TIMEOUT = 3600
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_TOTP_ISSUER = "jeugdstelsel"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("JEUGDSTELSEL_PROXYS", "0"))
LOGIN_REDIRECT_URL = "/account"
LOGIN_URL = "/inloggen/login/"
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = USE_TZ = True
APPEND_SLASH = False
STATIC_URL = "/static/"
STATIC_ROOT = HIER / "static"
STATICFILES_DIRS: list[Path] = []
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 86_400
SESSION_COOKIE_NAME = "__Host-sessie" if VEILIG else "sessie"
CSRF_COOKIE_NAME = "__Host-csrf" if VEILIG else "csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = VEILIG
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if VEILIG and ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_HSTS_SECONDS = 31_536_000 if VEILIG else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_teller",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "geheugen": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}},
}
"""Failed attempts and used codes are counted for all processes together, and are not pushed out by guessing at many
names; `geheugen` is of one process."""
_MAIL = _mail(os.environ.get("JEUGDSTELSEL_MAIL", ""))
globals().update(_MAIL)
MAIL_AAN = bool(_MAIL)
"""Whether a new password can be asked for by mail; without a mail server the administrator gives one."""
DEFAULT_FROM_EMAIL = os.environ.get("JEUGDSTELSEL_MAIL_VAN", "monitor@localhost")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"scherm": {"class": "logging.StreamHandler", "level": "WARNING"}},
    "root": {"handlers": ["scherm"], "level": "WARNING"},
}
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisatie",
                "name": os.environ.get("JEUGDSTELSEL_OIDC_NAAM", "uw organisatie"),
                "client_id": os.environ["JEUGDSTELSEL_OIDC_CLIENT"],
                "secret": os.environ.get("JEUGDSTELSEL_OIDC_SECRET", ""),
                "settings": {"server_url": os.environ["JEUGDSTELSEL_OIDC_SERVER"]},
            }
        ]
        if "JEUGDSTELSEL_OIDC_SERVER" in os.environ
        else [],
    }
}
OIDC_ACR = frozenset(filter(None, os.environ.get("JEUGDSTELSEL_OIDC_ACR", "").split(",")))
OIDC_CLAIM = os.environ.get("JEUGDSTELSEL_OIDC_CLAIM", "")
OIDC_ROLLEN = dict(
    pair.split("=", 1) for pair in os.environ.get("JEUGDSTELSEL_OIDC_ROLLEN", "").split(",") if "=" in pair
)
