"""The Django app of finance."""

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    """Funders, grants and budgets."""

    name = "samklang.records.finance"
    label = "finance"
    default_auto_field = "django.db.models.BigAutoField"
