"""Addresses of process: the map, stops, decisions, charters and letters."""

from django.urls import path

from samklang.pages.process import conditions, decisions, views

urlpatterns = [
    path("process/", views.index, name="process"),
    path("process/shared/<str:stop>/", views.trunk_stop, name="trunk_stop"),
    path("process/lines/add/", views.new_loop, name="start_loop"),
    path("process/lines/<int:loop>/", views.loop, name="loop"),
    path("process/lines/<int:loop>/move/", views.move, name="move_loop"),
    path("process/lines/<int:loop>/<str:stop>/", views.loop_stop, name="loop_stop"),
    path("process/charters/", views.charters, name="charters"),
    path("process/letters/", views.letters, name="letters"),
    path("process/conditions/", conditions.index, name="conditions"),
    path("process/decisions/", decisions.index, name="decisions"),
    path("process/decisions/add/", decisions.add, name="make_decision"),
    path("process/decisions/<int:number>/", decisions.decision, name="decision"),
    path("process/decisions/<int:number>/correct/", decisions.correct, name="correct_decision"),
    path("process/evidence/<int:evidence>/take-back/", views.take_back, name="take_back_evidence"),
]
