"""The Django app of publishing."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Reports, sign-off and what was published."""

    name = "samklang.records.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
