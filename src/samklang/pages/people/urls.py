"""Addresses of people: one's own account, and signing in by e-mailed code or passkey.

Of allauth's addresses only those that work without passwords are here: nobody has one.
"""

from allauth.account import views as account
from django.urls import include, path
from django.views.decorators.http import require_http_methods
from django.views.generic import RedirectView

from samklang.pages.people import erasing, setup, views

# The library's form views would take PUT as well.
form = require_http_methods(["GET", "HEAD", "POST"])
urlpatterns = [
    path("setup/", setup.setup, name="setup"),
    path("people/", views.own_page, name="people"),
    path("people/erase/", erasing.erase_own, name="erase_own_account"),
    path("account/login/", form(account.request_login_code), name="account_login"),
    path("account/login/request/", form(account.request_login_code), name="account_request_login_code"),
    path("account/login/code/", form(account.confirm_login_code), name="account_confirm_login_code"),
    path("account/logout/", form(account.logout), name="account_logout"),
    path("account/inactive/", views.closed, name="account_inactive"),
    path("account/signup/", views.closed, name="account_signup"),
    path("account/reauthenticate/", views.sign_in_again, name="account_reauthenticate"),
    path("account/passkeys/", include("allauth.mfa.webauthn.urls")),
    # Where the library goes on to once a passkey is added.
    path("account/security/", form(RedirectView.as_view(pattern_name="mfa_list_webauthn")), name="mfa_index"),
]
