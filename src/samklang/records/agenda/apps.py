"""The Django app of agenda."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Needs, target groups, outcomes, indicators and stakeholders."""

    name = "samklang.records.agenda"
    label = "agenda"
    default_auto_field = "django.db.models.BigAutoField"
