"""Addresses of activities: programmes, their plans, sessions and outputs."""

from django.urls import path

from samklang.pages.activities import views

urlpatterns = [
    path("activities/", views.index, name="activities"),
    path("activities/add/", views.add, name="plan_programme"),
    path("activities/<int:programme>/", views.programme, name="programme"),
    path("activities/<int:programme>/start/", views.start, name="start_programme"),
    path("activities/<int:programme>/end/", views.end, name="end_programme"),
    path("activities/<int:programme>/step/", views.step, name="add_plan_step"),
    path("activities/<int:programme>/step/<int:step>/", views.finish, name="finish_plan_step"),
    path("activities/<int:programme>/session/", views.session, name="hold_session"),
    path("activities/<int:programme>/output/", views.output, name="record_output"),
]
