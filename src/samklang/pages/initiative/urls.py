"""Addresses of initiative: its home, figures, partners, members and audit trail."""

from django.urls import path

from samklang.pages.initiative import figures, partners, views

urlpatterns = [
    path("", views.home, name="initiative_home"),
    path("initiative/", views.about, name="initiative"),
    path("initiative/change/", views.change, name="change_initiative"),
    path("initiative/figures/", figures.index, name="area_figures"),
    path("initiative/figures/add/", figures.add, name="add_area_figure"),
    path("initiative/figures/<int:figure>/", figures.change, name="change_area_figure"),
    path("initiative/figures/<int:figure>/remove/", figures.remove, name="remove_area_figure"),
    path("initiative/partners/", views.partners, name="partners"),
    path("initiative/partners/<int:partner>/", partners.change, name="change_partner"),
    path("initiative/members/", views.members, name="members"),
    path("initiative/members/<int:membership>/remove/", views.remove, name="remove_member"),
    path("initiative/trail/", views.trail, name="audit_trail"),
]
