"""The addresses for signing in: only those that are used; what is not listed here does not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.urls import path, re_path
from django.views.decorators.cache import never_cache

from jeugdstelsel.web import aanmelding_mail as mail

LOKAAL = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/reset/", mail.vraag_aan, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        never_cache(mail.kies),
        name="account_reset_password_from_key",
    ),
    path("password/reset/key/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("2fa/", mfa.index, name="mfa_index"),
    path("2fa/authenticate/", mfa.authenticate, name="mfa_authenticate"),
    path("2fa/reauthenticate/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/totp/activate/", never_cache(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", never_cache(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("2fa/recovery-codes/generate/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("2fa/sleutels/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("2fa/sleutels/nieuw/", never_cache(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("2fa/sleutels/<int:pk>/weg/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("2fa/sleutels/toon/", never_cache(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
]
ELDERS = [
    path("oidc/<slug:provider_id>/login/", oidc.login, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", oidc.callback, name="openid_connect_callback"),
    path("elders/", social.connections, name="socialaccount_connections"),
    path("elders/afgebroken/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("elders/mislukt/", social.login_error, name="socialaccount_login_error"),
]
urlpatterns = LOKAAL + (ELDERS if settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] else [])
