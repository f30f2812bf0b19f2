"""Addresses of value."""

from django.urls import path

from samklang.pages.value import views

urlpatterns = [
    path("value/", views.index, name="value"),
    path("value/begin/", views.begin, name="begin_value_map"),
    path("value/add/", views.add, name="add_value_map"),
    path("value/<int:map>/", views.value_map, name="value_map"),
    path("value/<int:map>/row/", views.row, name="add_value_row"),
    path("value/<int:map>/link/", views.link, name="link_quantity"),
    path("value/<int:map>/change/", views.change, name="change_value_map"),
]
