"""Verbs of publishing: one a file."""

from samklang.records.publishing.services.add_picture import add_picture
from samklang.records.publishing.services.ask_for_sign_off import ask_for_sign_off
from samklang.records.publishing.services.draft_report import draft_report
from samklang.records.publishing.services.remove_picture import remove_picture
from samklang.records.publishing.services.sign_off import sign_off
from samklang.records.publishing.services.take_back_report import take_back_report

__all__ = ["add_picture", "ask_for_sign_off", "draft_report", "remove_picture", "sign_off", "take_back_report"]
