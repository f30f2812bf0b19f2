"""The demo's own addresses: who one can enter as."""

from django.urls import path

from samklang.demo import views

urlpatterns = [
    path("", views.personas_page, name="demo"),
    path("enter/", views.enter, name="demo_enter"),
]
