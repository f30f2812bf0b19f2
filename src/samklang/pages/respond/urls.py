"""Addresses of answering. They stand on posters, so they stay."""

from django.urls import path

from samklang.pages.respond import other_pages, sending, views

urlpatterns = [
    path("s/", other_pages.type_code, name="survey_code"),
    path("s/worker.js", other_pages.worker, name="survey_worker"),
    path("s/<str:code>", views.survey, name="survey"),
    path("s/<str:code>/answer", sending.answer, name="survey_answer"),
    path("s/<str:code>/thanks", views.thanks, name="survey_thanks"),
    path("s/<str:code>/poster", other_pages.poster, name="survey_poster"),
    path("s/<str:code>/manifest.webmanifest", other_pages.manifest, name="survey_manifest"),
    path("r/<str:receipt>", other_pages.receipt, name="receipt"),
]
