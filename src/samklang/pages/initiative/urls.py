"""Addresses of initiative: its home, partners, members and audit trail."""

from django.urls import path

from samklang.pages.initiative import views

urlpatterns = [
    path("", views.home, name="initiative_home"),
    path("initiative/", views.about, name="initiative"),
    path("initiative/change/", views.change, name="change_initiative"),
    path("initiative/partners/", views.partners, name="partners"),
    path("initiative/members/", views.members, name="members"),
    path("initiative/members/<int:membership>/remove/", views.remove, name="remove_member"),
    path("initiative/trail/", views.trail, name="audit_trail"),
]
