"""Addresses of results."""

from django.urls import path

from samklang.pages.results import views

urlpatterns = [
    path("results/", views.index, name="results"),
    path("results/<int:wave>/", views.result, name="result"),
]
