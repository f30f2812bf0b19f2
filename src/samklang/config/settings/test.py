"""The tests: the demo's pages, a database of their own, tasks done at once."""

import os
import tempfile
from pathlib import Path

from samklang.config.settings.base import *  # noqa: F403 – settings are one flat namespace by Django's design
from samklang.config.settings.base import database

_FOLDER = tempfile.TemporaryDirectory(prefix="samklang-tests-")
ERASURE_LEDGER = Path(_FOLDER.name) / "erasure-ledger.jsonl"
DEMO_MODE = True
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": database(os.environ.get("SAMKLANG_TEST_DATABASE_URL", "sqlite:///:memory:"))}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
