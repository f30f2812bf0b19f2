"""The Django app of directory."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Where to turn: local help."""

    name = "samklang.records.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"
