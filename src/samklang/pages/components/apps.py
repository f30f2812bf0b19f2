"""The Django app of components: template tags and small shared templates."""

from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    """Template tags and small shared templates."""

    name = "samklang.pages.components"
    label = "components"
