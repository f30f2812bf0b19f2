"""Closed lists of initiative."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person is in an initiative. Residents who answer and panel members have no account, so no role here."""

    PROCESS_LEADER = "process_leader", _("Process leader")
    ACTIVITY_LEADER = "activity_leader", _("Activity leader")
    PARTNER_MEMBER = "partner_member", _("Partner")
    EVALUATOR = "evaluator", _("Evaluator")
    FUNDER = "funder", _("Funder")
    STEERING_GROUP = "steering_group", _("Steering group")
    RESIDENT_COUNCIL = "resident_council", _("Resident council")
    ADMIN = "admin", _("Administrator")


class Sector(TextChoices):
    """The sectors partners come from."""

    RESIDENTS = "residents", _("Residents and associations")
    PUBLIC = "public", _("Municipality and region")
    HOUSING = "housing", _("Housing companies")
    EDUCATION = "education", _("Schools and research")
    BUSINESS = "business", _("Business and foundations")


class AgeBand(TextChoices):
    """Age in bands, everywhere; no date of birth is ever kept."""

    TEEN_YOUNGER = "13-14", _("13–14 years")
    TEEN_OLDER = "15-17", _("15–17 years")
    ADULT = "18+", _("18 years or older")


class FigureUnit(TextChoices):
    """What a figure about the area counts."""

    PEOPLE = "people", _("people")
    HOUSEHOLDS = "households", _("households")
    PER_CENT = "per_cent", _("per cent")
    KRONOR = "kronor", _("kronor")
    YEARS = "years", _("years")
    NUMBER = "number", _("a number")


class FigurePrecision(TextChoices):
    """How near the source says that its number is."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    OVER = "over", _("over")
    UNDER = "under", _("under")
