"""Addresses of value."""

from django.urls import path

from samklang.pages.value import views

urlpatterns = [
    path("value/", views.index, name="value"),
    path("value/add/", views.add, name="add_value_map"),
    path("value/<int:map>/", views.value_map, name="value_map"),
    path("value/<int:map>/change/", views.change, name="change_value_map"),
]
