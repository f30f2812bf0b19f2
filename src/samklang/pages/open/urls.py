"""Addresses anyone may read."""

from django.urls import path

from samklang.pages.open import views

urlpatterns = [
    path("", views.front, name="front"),
    path("health", views.health, name="health"),
    path("o/<slug:slug>/", views.initiative, name="open_initiative"),
]
