"""Addresses of publishing: reports, their sign-off, and each as a PDF."""

from django.urls import path

from samklang.pages.publishing import views

urlpatterns = [
    path("publishing/", views.index, name="publishing"),
    path("publishing/add/", views.add, name="draft_report"),
    path("publishing/<int:number>/", views.report, name="report"),
    path("publishing/<int:number>/change/", views.change, name="change_report"),
    path("publishing/<int:number>/picture/", views.new_picture, name="add_picture"),
    path("publishing/<int:number>/picture/<int:picture>/", views.picture, name="report_picture"),
    path("publishing/<int:number>/picture/<int:picture>/remove/", views.take_picture_out, name="remove_picture"),
    path("publishing/<int:number>/pdf/", views.pdf, name="report_pdf"),
    path("publishing/<int:number>/ask/", views.ask, name="ask_for_sign_off"),
    path("publishing/<int:number>/sign/", views.sign, name="sign_off"),
    path("publishing/<int:number>/take-back/", views.take_back, name="take_back_report"),
]
