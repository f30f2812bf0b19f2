"""Addresses of people: one's own account. Signing in stands under /account/ (allauth)."""

from django.urls import path

from samklang.pages.people import views

urlpatterns = [path("people/", views.own_page, name="people")]
