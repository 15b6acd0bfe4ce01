"""How people get in: accounts are given out, nobody makes one for oneself, and a password alone opens nothing."""

import base64
import hashlib
import time
from collections.abc import Mapping
from datetime import date
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, user_logged_in
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.forms import CharField
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel.access.rollen import ROLLEN
from jeugdstelsel.model import NietToegestaan
from jeugdstelsel.web import aanmelding_mail, aanmelding_sessie
from jeugdstelsel.web.aanmelding_mail import verstuur
from jeugdstelsel.web.toegang import ELDERS_TWEE, heeft_tweede_stap


class Aanmelding(DefaultAccountAdapter):  # type: ignore[misc]
    """The local account: closed for who signs up unasked, and in Dutch about what went wrong."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw.",
        "too_many_login_attempts": "Te vaak een verkeerd wachtwoord. Wacht vijf minuten en probeer het opnieuw.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "enter_current_password": "Typ het wachtwoord dat u nu hebt.",
        "password_mismatch": "Dit zijn twee verschillende wachtwoorden. Typ twee keer hetzelfde.",
        "rate_limited": "Dit is te vaak geprobeerd. Wacht vijf minuten en probeer dan opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account without the administrator."""
        return False

    def pre_login(self, request: HttpRequest, user: Any, **hints: Any) -> HttpResponse | None:
        """Refuse a one-time password that was not used in time."""
        profile = getattr(user, "profiel", None)
        if profile and profile.eenmalig_tot and profile.eenmalig_tot < date.today():
            raise NietToegestaan("uw eenmalige wachtwoord is verlopen. Vraag de beheerder om een nieuw wachtwoord.")
        answer: HttpResponse | None = super().pre_login(request, user, **hints)
        return answer

    def is_reauthentication_required(self, app: str) -> bool:
        """Whether to ask again who one is: not within ten minutes after showing it."""
        request = current.request
        shown = [record["at"] for record in get_authentication_records(request, request.user)]
        return not shown or time.time() - max(shown) > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where to go after signing in: first a password of one's own, then the second step."""
        profile = getattr(request.user, "profiel", None)
        if profile and profile.eenmalig_tot:
            return str(reverse("account_change_password"))
        two = heeft_tweede_stap(request) or request.session.get(ELDERS_TWEE)
        return str(reverse("account" if two else "mfa_activate_totp"))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return where to go with the new password: on with what is still missing."""
        request.user.profiel.refresh_from_db()
        return self.get_login_redirect_url(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Make a mail and let it go without waiting for it."""
        context = {"request": current.request, "email": email, **context}
        verstuur(self.render_mail(template_prefix, email, context))


class LangGenoeg(MinimumLengthValidator):  # type: ignore[misc]
    """A password has a length, said in Dutch."""

    def get_error_message(self) -> str:
        """Say what is wrong."""
        return f"Dit wachtwoord is te kort. Gebruik minstens {self.min_length} tekens."


class TweedeStap(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor; its secrets stand in the database enciphered with the key of this installation."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en probeer het opnieuw.",
    }

    def encrypt(self, text: str) -> str:
        """Return a secret as it is stored."""
        return _slot().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret that was stored."""
        return _slot().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Any, type: str) -> str:
        """Return a name for a new key; its owner may choose another."""
        return f"Sleutel {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"


class Koppelformulier(ActivateTOTPForm):  # type: ignore[misc]
    """Asks for the first code of the app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code uit de app"


class Sleutelformulier(AddWebAuthnForm):  # type: ignore[misc]
    """Asks what to call a new key; the key itself is shown by the browser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = CharField(label="Naam van de sleutel", required=False, max_length=50)


class AccountElders(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An account of one's organisation (OpenID Connect): roles come from a claim only by an explicit mapping."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Someone is new only when the mapping gives at least one role."""
        return bool(rollen_uit(_claims(sociallogin)))

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Keep no mail addresses: nothing is sent, and nobody is recognised by one."""
        sociallogin.email_addresses = []
        if not sociallogin.is_existing:
            sociallogin.user.email = ""

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Any:
        """Keep a new user, with a profile that has no organisation yet."""
        from jeugdstelsel.web.models import Profiel

        user = super().save_user(request, sociallogin, form)
        Profiel.objects.create(gebruiker=user, herzien_op=date.today(), herzien_door="koppeling met de organisatie")
        return user


def rollen_uit(claims: Mapping[str, Any]) -> list[str]:
    """Return the roles that the mapping gives for these claims; without a mapping none."""
    given = claims.get(settings.OIDC_CLAIM, []) if settings.OIDC_CLAIM else []
    values = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    return sorted({settings.OIDC_ROLLEN[value] for value in values if settings.OIDC_ROLLEN.get(value) in ROLLEN})


def had_tweede_factor(claims: Mapping[str, Any]) -> bool:
    """Whether the organisation says that a second factor was used: an accepted `acr`, or 'mfa' among `amr`."""
    amr = claims.get("amr")
    return claims.get("acr") in settings.OIDC_ACR or (isinstance(amr, list) and "mfa" in amr)


def luister() -> None:
    """Connect what must happen when someone signs in, changes a password or adds a second factor."""
    user_logged_in.connect(_ingelogd)
    password_changed.connect(_eigen_wachtwoord)
    authenticator_added.connect(_stap_bewezen)
    aanmelding_mail.luister()
    aanmelding_sessie.luister()


def _ingelogd(request: HttpRequest, user: Any, sociallogin: Any = None, **_: Any) -> None:
    """Take from the organisation whether a second factor was used, and the roles that are mapped."""
    request.session.pop(ELDERS_TWEE, None)
    if sociallogin is None:
        return
    claims = _claims(sociallogin)
    if had_tweede_factor(claims):
        request.session[ELDERS_TWEE] = True
    if settings.OIDC_ROLLEN:
        from django.contrib.auth.models import Group

        user.groups.set(Group.objects.filter(name__in=rollen_uit(claims)))
        aanmelding_sessie.onthoud(request, user)


def _eigen_wachtwoord(request: HttpRequest, user: Any, **_: Any) -> None:
    """A password of one's own is no one-time password any more."""
    type(user.profiel).objects.filter(pk=user.profiel.pk).update(eenmalig_tot=None)


def _stap_bewezen(request: HttpRequest, user: Any, authenticator: Any, **_: Any) -> None:
    """Who adds an authenticator has just shown it: a code of the app, or an answer of the key."""
    if authenticator.type in ("totp", "webauthn"):
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def _claims(sociallogin: Any) -> dict[str, Any]:
    """Return what the organisation says; the signed token goes before what was asked for afterwards."""
    extra = sociallogin.account.extra_data
    return {**extra.get("userinfo", {}), **extra.get("id_token", {})}


def _slot() -> Fernet:
    key = hashlib.sha256(f"tweede factor:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
