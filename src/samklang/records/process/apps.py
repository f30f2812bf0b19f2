"""The Django app of process."""

from django.apps import AppConfig


class ProcessConfig(AppConfig):
    """Stops, loops, evidence, decisions and letters of intent."""

    name = "samklang.records.process"
    label = "process"
    default_auto_field = "django.db.models.BigAutoField"
