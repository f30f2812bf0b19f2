"""Production: refuses to start with a default key or in debug."""

import os

from django.core.exceptions import ImproperlyConfigured

from samklang.config.email import email_settings
from samklang.config.settings.base import *  # noqa: F403 – settings are one flat namespace by Django's design
from samklang.config.settings.base import ALLOWED_HOSTS, DEFAULT_SECRET_KEY, SECRET_KEY

if SECRET_KEY == DEFAULT_SECRET_KEY or len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("Set SAMKLANG_SECRET_KEY to a random text of at least 32 characters.")
if os.environ.get("DEBUG", "").lower() in {"1", "true", "yes"}:
    raise ImproperlyConfigured("DEBUG is set. Samklang does not run in debug in production; unset it.")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set SAMKLANG_ALLOWED_HOSTS to the names this installation answers to.")

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SECURE_HSTS_SECONDS = 31_536_000
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
globals().update(email_settings(os.environ.get("SAMKLANG_EMAIL_URL", "")))
