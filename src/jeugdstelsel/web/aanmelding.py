"""How people get in: accounts are given out, nobody makes one for oneself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Aanmelding(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes the door for who signs up unasked."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account without the administrator."""
        return False
