"""Addresses of finance."""

from django.urls import path

from samklang.pages.finance import views

urlpatterns = [
    path("finance/", views.index, name="finance"),
    path("finance/add/", views.add, name="add_grant"),
    path("finance/<int:grant>/", views.change, name="change_grant"),
]
