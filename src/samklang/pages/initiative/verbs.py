"""What each verb of the audit trail is called on its page."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: Mapping[str, Promise] = {
    "add_area_figure": _("added a figure about the area"),
    "add_grant": _("added a grant"),
    "add_group": _("added a group"),
    "add_initiative": _("began the initiative"),
    "add_member": _("gave a role"),
    "add_need": _("added a need"),
    "add_outcome": _("added an outcome"),
    "add_participant": _("added a participant"),
    "add_partner": _("added a partner"),
    "add_picture": _("added a picture"),
    "add_plan_step": _("added a step to the plan"),
    "add_questionnaire": _("put questions together"),
    "add_stakeholder": _("added a stakeholder"),
    "add_target_group": _("added a target group"),
    "adopt_charter": _("adopted a shared text"),
    "ask_for_sign_off": _("asked for signatures"),
    "change_area_figure": _("changed a figure about the area"),
    "change_grant": _("changed a grant"),
    "change_initiative": _("changed the initiative"),
    "change_partner": _("changed a partner"),
    "change_need": _("changed a need"),
    "change_outcome": _("changed an outcome"),
    "change_output": _("changed an output"),
    "change_plan_step": _("changed a step of the plan"),
    "change_programme": _("changed a programme"),
    "change_session": _("changed a session"),
    "change_stakeholder": _("changed a stakeholder"),
    "change_target_group": _("changed a target group"),
    "check_outcome": _("tried an outcome against the checklist"),
    "close_wave": _("closed a wave"),
    "correct_decision": _("corrected a decision"),
    "draft_report": _("drafted a report"),
    "end_programme": _("ended a programme"),
    "finish_plan_step": _("finished a step of the plan"),
    "forget_participant": _("erased a participant"),
    "grant_audit_input": _("granted the material for an audit"),
    "hold_session": _("wrote down a session"),
    "make_decision": _("recorded a decision"),
    "move_loop": _("moved a line to another stop"),
    "open_wave": _("opened a wave"),
    "plan_follow_up": _("planned the follow-up"),
    "plan_programme": _("planned a programme"),
    "plan_wave": _("planned a wave"),
    "rank_outcomes": _("ranked the outcomes"),
    "record_evidence": _("laid evidence at a stop"),
    "record_output": _("counted an output"),
    "record_reading": _("wrote down a group's reading"),
    "remove_area_figure": _("took a figure about the area away"),
    "remove_member": _("took a role back"),
    "remove_need": _("took a need away"),
    "remove_outcome": _("took an outcome away"),
    "remove_picture": _("removed a picture"),
    "remove_session": _("removed a session"),
    "remove_stakeholder": _("took a stakeholder away"),
    "remove_target_group": _("took a target group away"),
    "review_conditions": _("wrote down how the six conditions stand"),
    "sign_letter": _("signed a letter of intent"),
    "sign_off": _("signed a report"),
    "start_loop": _("started a line"),
    "start_programme": _("started a programme"),
    "store_answers": _("typed in answers from paper"),
    "store_value_map": _("stored a value map"),
    "take_audit_input": _("took out the material for an audit"),
    "take_back_evidence": _("took evidence back"),
    "take_back_report": _("took a report back"),
    "tell_what_became": _("told what became of a decision"),
    "withdraw_evidence": _("took evidence back"),
    "withdraw_release": _("withdrew a release"),
}


def verb_text(verb: str) -> str:
    """The verb in the reader's language; one that has no text yet as it is named in the code."""
    return str(VERBS.get(verb, verb.replace("_", " ")))
