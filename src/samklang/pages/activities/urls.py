"""Addresses of activities: programmes, their plans, groups, sessions and outputs."""

from django.urls import path

from samklang.pages.activities import changes, groups, views

urlpatterns = [
    path("activities/", views.index, name="activities"),
    path("activities/add/", views.add, name="plan_programme"),
    path("activities/<int:programme>/", views.programme, name="programme"),
    path("activities/<int:programme>/change/", changes.programme, name="change_programme"),
    path("activities/<int:programme>/start/", views.start, name="start_programme"),
    path("activities/<int:programme>/end/", views.end, name="end_programme"),
    path("activities/<int:programme>/step/", views.step, name="add_plan_step"),
    path("activities/<int:programme>/step/<int:step>/", views.finish, name="finish_plan_step"),
    path("activities/<int:programme>/step/<int:step>/change/", changes.step, name="change_plan_step"),
    path("activities/<int:programme>/session/", views.session, name="hold_session"),
    path("activities/<int:programme>/sessions/", groups.sessions, name="sessions"),
    path("activities/<int:programme>/sessions/<int:session>/", changes.session, name="change_session"),
    path("activities/<int:programme>/sessions/<int:session>/remove/", changes.remove, name="remove_session"),
    path("activities/<int:programme>/output/", views.output, name="record_output"),
    path("activities/<int:programme>/output/<int:output>/", changes.output, name="change_output"),
    path("activities/<int:programme>/group/", groups.add, name="add_group"),
    path("activities/groups/<int:group>/", groups.group, name="group"),
    path("activities/groups/<int:group>/add/", groups.add_somebody, name="add_participant"),
    path("activities/groups/<int:group>/<int:participant>/forget/", groups.forget, name="forget_participant"),
]
