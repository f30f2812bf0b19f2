"""Pages of initiative."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.initiative.forms import InitiativeForm, MemberForm, PartnerForm
from samklang.pages.initiative.home import home_page
from samklang.pages.initiative.page import about_page, members_page, partners_page, trail_page
from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import MANAGES_MEMBERS, check_role
from samklang.records.initiative.queries import initiative_facts
from samklang.records.initiative.queries import partners as partner_rows
from samklang.records.initiative.services import add_partner, change_initiative, invite_member, remove_member
from samklang.records.people.permissions import Actor, Refused


@require_safe
@work_page
def home(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """The initiative's home: where the work stands and what to do next."""
    return render(request, "initiative/home.html", {"page": home_page(initiative, actor)})


@require_safe
@work_page
def about(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Who the initiative is."""
    return render(request, "initiative/about.html", {"page": about_page(initiative, actor)})


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def partners(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """The partners, and adding one."""
    form = PartnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_partner(
                initiative=initiative,
                actor=actor,
                name=form.cleaned_data["name"],
                sector=Sector(form.cleaned_data["sector"]),
                about=form.cleaned_data["about"],
            )
        except Refused as reason:
            form.add_error("name", str(reason))
        else:
            messages.success(request, _("The partner is added."))
            return redirect("partners", slug=initiative.slug)
    page = partners_page(initiative, actor, form)
    return render(request, "initiative/partners.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def members(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Who has which role, and giving one."""
    check_role(actor, initiative, MANAGES_MEMBERS)
    form = MemberForm(request.POST or None, partners=partner_rows(initiative=initiative, actor=actor))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            invite_member(
                initiative=initiative,
                actor=actor,
                name=given["name"],
                email=given["email"],
                role=Role(given["role"]),
                partner_id=given["partner"],
            )
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("The role is given. They can sign in now."))
            return redirect("members", slug=initiative.slug)
    return render(request, "initiative/members.html", {"page": members_page(initiative, actor, form)})


@require_POST
@work_page
def remove(request: HttpRequest, initiative: InitiativeRef, actor: Actor, membership: int) -> HttpResponse:
    """Take a role back."""
    remove_member(initiative=initiative, actor=actor, membership_id=membership)
    messages.success(request, _("The role is taken back."))
    return redirect("members", slug=initiative.slug)


@require_safe
@work_page
def trail(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Who did what."""
    asked = request.GET.get("before", "")
    before = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
    return render(request, "initiative/trail.html", {"page": trail_page(initiative, actor, before)})


@require_http_methods(["GET", "POST"])
@work_page
def change(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Change who the initiative is, and open it to anyone."""
    check_role(actor, initiative, MANAGES_MEMBERS)
    facts = initiative_facts(initiative=initiative, actor=actor)
    known = {name: getattr(facts, name) for name in ("summary", "controller", "population", "begun_on", "is_public")}
    known |= {"name": initiative.name, "place": initiative.place, "languages": list(initiative.languages)}

    def save(given: dict[str, Any]) -> str:
        change_initiative(initiative=initiative, actor=actor, **given)
        return reverse("initiative", kwargs={"slug": initiative.slug})

    page = FormPage(_("Change what stands about the initiative"), _("Store"), _("It is stored."))
    return form_page(request, page, InitiativeForm(request.POST or None, initial=known), save)
