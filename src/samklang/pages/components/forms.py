"""How forms are drawn: every field with label, help and its own error; a summary of errors above."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Draws forms with the templates of components."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
