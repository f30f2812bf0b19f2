"""Addresses of agenda: needs, outcomes and stakeholders."""

from django.urls import path

from samklang.pages.agenda import changes, removals, views

urlpatterns = [
    path("agenda/", views.index, name="agenda"),
    path("agenda/needs/add/", views.new_need, name="add_need"),
    path("agenda/needs/<int:need>/", views.need, name="need"),
    path("agenda/needs/<int:need>/change/", changes.need, name="change_need"),
    path("agenda/needs/<int:need>/outcome/", views.new_outcome, name="add_outcome"),
    path("agenda/outcomes/rank/", views.rank, name="rank_outcomes"),
    path("agenda/outcomes/<int:outcome>/", views.outcome, name="outcome"),
    path("agenda/outcomes/<int:outcome>/change/", changes.outcome, name="change_outcome"),
    path("agenda/stakeholders/add/", views.new_stakeholder, name="add_stakeholder"),
    path("agenda/target-groups/add/", views.new_target_group, name="add_target_group"),
    path("agenda/stakeholders/<int:stakeholder>/", changes.stakeholder, name="change_stakeholder"),
    path("agenda/target-groups/<int:target_group>/", changes.target_group, name="change_target_group"),
    path("agenda/needs/<int:need>/remove/", removals.need, name="remove_need"),
    path("agenda/outcomes/<int:outcome>/remove/", removals.outcome, name="remove_outcome"),
    path("agenda/stakeholders/<int:stakeholder>/remove/", removals.stakeholder, name="remove_stakeholder"),
    path("agenda/target-groups/<int:target_group>/remove/", removals.target_group, name="remove_target_group"),
]
