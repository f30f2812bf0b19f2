"""The demo: one place, everything open by a click, no secrets worth keeping."""

from samklang.config.settings.base import *  # noqa: F403 – settings are one flat namespace by Django's design

DEMO_MODE = True
ALLOWED_HOSTS = ["*"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
