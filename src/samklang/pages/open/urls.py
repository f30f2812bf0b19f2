"""Addresses anyone may read."""

from django.urls import path

from samklang.pages.open import views

urlpatterns = [
    path("", views.front, name="front"),
    path("health", views.health, name="health"),
    path("o/<slug:slug>/", views.initiative, name="open_initiative"),
    path("o/<slug:slug>/report/<int:number>/", views.report, name="open_report"),
    path("o/<slug:slug>/report/<int:number>/pdf/", views.report_as_pdf, name="open_report_pdf"),
    path("o/<slug:slug>/report/<int:number>/picture/<int:picture>/", views.picture, name="open_report_picture"),
]
