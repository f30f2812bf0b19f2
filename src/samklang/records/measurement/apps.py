"""The Django app of measurement."""

from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    """Questionnaires, waves, answers, releases and readings."""

    name = "samklang.records.measurement"
    label = "measurement"
    default_auto_field = "django.db.models.BigAutoField"
