"""The Django app of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts and their own events."""

    name = "samklang.records.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
