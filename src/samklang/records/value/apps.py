"""The Django app of value."""

from django.apps import AppConfig


class ValueConfig(AppConfig):
    """Value maps and their quantities."""

    name = "samklang.records.value"
    label = "value"
    default_auto_field = "django.db.models.BigAutoField"
