"""The demo's own address: who one can enter as."""

from django.urls import path

from samklang.demo import views

urlpatterns = [path("", views.personas_page, name="demo")]
