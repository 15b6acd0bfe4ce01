"""A new password by mail, when this installation has a mail server; else the page tells who helps.

A mailbox alone opens nothing: only who has a second step gets a link, and the second step is still asked for.
"""

import logging
from threading import Thread
from typing import Any

from allauth.account import views
from allauth.account.forms import ResetPasswordForm, default_token_generator
from allauth.account.internal.flows.password_reset import request_password_reset
from allauth.account.signals import password_reset
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render

from jeugdstelsel.web.vastlegging import log

AANVRAGEN, HERSTELLEN = "nieuw wachtwoord vragen via mail", "nieuw wachtwoord kiezen via mail"


class WachtwoordKwijt(ResetPasswordForm):  # type: ignore[misc]
    """Asks for the mail address that the administrator recorded; what is answered is the same for every address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mailadres"
        self.fields["email"].help_text = "Het adres dat de beheerder bij uw account heeft gezet."

    def clean_email(self) -> str:
        """Find the accounts that may get a link at this address."""
        given = str(self.cleaned_data["email"])
        found = get_user_model().objects.select_related("profiel").filter(email__iexact=given, is_active=True)
        self.users = [user for user in found if kan_via_mail(user)]
        return given

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send the link, to the address as it was recorded and never as it was typed; say so in the log."""
        names = ", ".join(user.get_username() for user in self.users)
        log(request, AANVRAGEN, f"account {names}" if names else "geen account")
        for user in self.users:
            request_password_reset(request, user.email, [user], default_token_generator)
        return str(self.cleaned_data["email"])


def kan_via_mail(user: Any) -> bool:
    """Whether a new password by mail is enough help: not without a second step, for then a mailbox would be all."""
    profile = getattr(user, "profiel", None)
    return bool(profile and not profile.eenmalig_tot and user.has_usable_password() and is_mfa_enabled(user))


def vraag_aan(request: HttpRequest) -> HttpResponseBase:
    """Answer the page on which one asks for a new password."""
    if not settings.MAIL_AAN:
        return render(request, "account/password_reset.html", {"mail": False})
    answer: HttpResponseBase = views.password_reset(request)
    return answer


def kies(request: HttpRequest, uidb36: str, key: str) -> HttpResponseBase:
    """Answer the page that the link in the mail opens."""
    if not settings.MAIL_AAN:
        raise Http404
    answer: HttpResponseBase = views.password_reset_from_key(request, uidb36=uidb36, key=key)
    return answer


def verstuur(message: EmailMessage) -> None:
    """Send in a thread of its own: how long an answer takes must not tell whether there is an account."""
    Thread(target=_verstuur, args=(message,)).start()


def luister() -> None:
    """Connect what must happen when someone chose a new password."""
    password_reset.connect(_gekozen)


def _gekozen(request: HttpRequest, user: Any, **_: Any) -> None:
    log(request, HERSTELLEN, f"account {user.get_username()}")


def _verstuur(message: EmailMessage) -> None:
    try:
        message.send()
    except OSError as error:  # smtplib's errors are of this family
        logging.getLogger(__name__).error("mail is not sent: %s", type(error).__name__)
