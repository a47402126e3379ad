"""Django's settings, all read from the one table in `config.env`."""

from __future__ import annotations

from config import env
from config.parts.database import database
from config.parts.secret import secret_key

_env = env.read()

BASE_DIR = env.ROOT
DATA_DIR = _env["NAWL_DATA_DIR"]
DEBUG = _env["NAWL_DEBUG"]
SECRET_KEY = secret_key(_env["NAWL_SECRET_KEY"], DATA_DIR)
ALLOWED_HOSTS = _env["NAWL_HOSTS"]
NAWL_TODAY = _env["NAWL_TODAY"]
NAWL_SYNTHETIC = _env["NAWL_SYNTHETIC"]
NAWL_ADDRESS = _env["NAWL_ADDRESS"].rstrip("/")
NAWL_PROXIES = _env["NAWL_PROXIES"]
NAWL_IMPORT_ROWS = _env["NAWL_IMPORT_ROWS"]
NAWL_IMPORT_MB = _env["NAWL_IMPORT_MB"]

HOUSE = [
    "nawl.ui",
    "nawl.accounts",
    "nawl.places",
    "nawl.partners",
    "nawl.activities",
    "nawl.production",
    "nawl.indicators",
    "nawl.reports",
    "nawl.collection",
    "nawl.web",
]
INSTALLED_APPS = [
    *HOUSE,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "axes",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "nawl.ui.middleware.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "nawl.ui.middleware.ReaderLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "nawl.ui.middleware.ReadableText",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nawl.ui.middleware.ProgrammeErrors",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nawl.ui.context.reader",
                "nawl.web.context.navigation",
            ],
        },
    }
]

DATABASES = {"default": database(_env["DATABASE_URL"], DATA_DIR)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "web:today"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_CALLABLE = "nawl.accounts.views.locked_out"
AXES_CLIENT_IP_CALLABLE = "nawl.accounts.queries.reader_address"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "nawl.accounts.queries.lock_name"
AXES_ENABLE_ACCESS_FAILURE_LOG = True

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = _env["NAWL_TIME_ZONE"]
USE_THOUSAND_SEPARATOR = False
LOCALE_PATHS = [BASE_DIR / "config" / "locale", BASE_DIR / "demonstration" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
BUILT_ASSETS = BASE_DIR / "build" / "assets"
STATICFILES_DIRS = [BUILT_ASSETS] if BUILT_ASSETS.exists() else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # pages carry the key themselves
CSRF_FAILURE_VIEW = "nawl.ui.refusals.form_expired"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # choice: other hosts of the domain are not ours to bind
if _env["NAWL_HTTPS"]:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-nawl"
    CSRF_COOKIE_NAME = "__Host-csrf"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"nawl": {"level": "INFO"}, "axes": {"level": "ERROR"}},
}
