"""The Django app of initiative."""

from django.apps import AppConfig


class InitiativeConfig(AppConfig):
    """The tenant border: area, partners, memberships, scope, audit trail, consent texts."""

    name = "samklang.records.initiative"
    label = "initiative"
    default_auto_field = "django.db.models.BigAutoField"
