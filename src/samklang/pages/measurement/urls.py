"""Addresses of measurement."""

from django.urls import path

from samklang.pages.measurement import follow_up, grant, views

urlpatterns = [
    path("measurement/follow-up/<int:programme>/", follow_up.plan, name="plan_follow_up"),
    path("measurement/", views.index, name="measurement"),
    path("measurement/questionnaires/add/", views.add, name="add_questionnaire"),
    path("measurement/waves/add/", views.plan, name="plan_wave"),
    path("measurement/waves/<int:wave>/", views.wave_page, name="wave"),
    path("measurement/waves/<int:wave>/open/", views.open_it, name="open_wave"),
    path("measurement/waves/<int:wave>/close/", views.close_it, name="close_wave"),
    path("measurement/waves/<int:wave>/reading/", views.read, name="add_reading"),
    path("measurement/waves/<int:wave>/audit/", grant.grant, name="grant_audit_input"),
]
