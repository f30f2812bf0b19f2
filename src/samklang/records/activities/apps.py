"""The Django app of activities."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Programmes, groups, sessions and outputs."""

    name = "samklang.records.activities"
    label = "activities"
    default_auto_field = "django.db.models.BigAutoField"
