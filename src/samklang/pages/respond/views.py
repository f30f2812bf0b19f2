"""Where a resident answers. No account, no cookie, no session: the form itself carries everything."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from samklang.pages.respond import notices
from samklang.pages.respond.after import receipt_languages, receipt_page, thanks_page
from samklang.pages.respond.doors import asked_language, resident_page, survey_page
from samklang.pages.respond.guard import TRAP, sent_form
from samklang.pages.respond.page import Notice
from samklang.pages.respond.poster import poster_page
from samklang.pages.respond.state import (
    UNDER_13,
    State,
    as_answer,
    first_unanswered,
    is_answered,
    next_step,
    previous_step,
    read_state,
    steps,
)
from samklang.pages.respond.survey_page import first_page, next_page
from samklang.pages.respond.words import language_names
from samklang.records.measurement.queries import wave_status
from samklang.records.measurement.services.answer_wave import AnswerConflict, AnswerInvalid, answer_wave
from samklang.records.measurement.services.receipt import code_on_receipt
from samklang.records.measurement.services.survey import Survey
from samklang.records.people.permissions import Refused, anonymous
