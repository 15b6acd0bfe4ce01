"""A session of the website that goes on although its user got other rights."""

from django.test import Client


def keep_signed_in(client: Client) -> None:
    """Let the session count for the rights that its user was given since: the website would end it."""
    from django.contrib.auth.models import User

    from jeugdstelsel.web.aanmelding_sessie import RECHTEN, rechten_nu

    session = client.session
    session[RECHTEN] = rechten_nu(User.objects.get(pk=session["_auth_user_id"]))
    session.save()
