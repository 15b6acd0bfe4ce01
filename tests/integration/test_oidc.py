"""Signing in with the account of one's organisation, against a small identity provider of our own."""

import base64
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

SCRIPT = """
import base64, django, json, sys
from urllib.parse import parse_qs, urlsplit
django.setup()
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from jeugdstelsel.access.logboek import logboek_van
settings.ALLOWED_HOSTS.append("testserver")
call_command("migrate", verbosity=0)
for claims in json.loads(sys.argv[1]):
    client = Client(raise_request_exception=False)
    sent = client.post("/inloggen/oidc/organisatie/login/")
    asked = parse_qs(urlsplit(sent.headers["Location"]).query)
    code = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode()
    back = client.get("/inloggen/oidc/organisatie/login/callback/", {"code": code, "state": asked["state"][0]})
    line = logboek_van(settings.WERKMAP).lees()[-1].gebeurtenis
    beheer = client.get("/gebruikers")
    print(json.dumps({
        "pkce": "code_challenge" in asked, "naar": back.headers.get("Location", ""), "status": back.status_code,
        "beheer": beheer.status_code, "zin": beheer.content.decode(), "gebruikers": User.objects.count(),
        "pagina": back.content.decode(), "log": [line.handeling, line.gebruiker, line.uitkomst],
        "mail": list(User.objects.exclude(email="").values_list("email", flat=True)),
        "formulier": sent.headers["Content-Security-Policy"],
    }))
"""
PERSOON = {"sub": "persoon-1", "preferred_username": "devries", "email": "devries@voorbeeld.nl"}
BEHEER = {"groups": ["jeugd-beheer"], "acr": "hoog"}


class Provider(BaseHTTPRequestHandler):
    """Gives back the claims that the code holds."""

    def do_GET(self) -> None:
        url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self._answer({
            "issuer": url, "authorization_endpoint": f"{url}/authorize", "token_endpoint": f"{url}/token",
            "userinfo_endpoint": f"{url}/userinfo", "jwks_uri": f"{url}/jwks",
        } if "openid-configuration" in self.path else json.loads(_decode(self.headers["Authorization"].split()[-1])))  # fmt: skip

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        code = form["code"][0]
        url = f"http://127.0.0.1:{self.server.server_address[1]}"
        now = int(time.time())
        claims = {**json.loads(_decode(code)), "iss": url, "aud": "monitor", "iat": now, "exp": now + 60}
        token = ".".join([_encode({"alg": "HS256", "kid": "x"}), _encode(claims), "eHg"])
        self._answer({"access_token": code, "token_type": "Bearer", "id_token": token})

    def _answer(self, body: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _encode(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the provider."""
    with HTTPServer(("127.0.0.1", 0), Provider) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_address[1]}"
        found.shutdown()


def sign_in(server: str, workdir: Path, *people: dict[str, Any], rollen: str) -> list[dict[str, Any]]:
    """Let these people sign in one after the other and return what each met."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("JEUGDSTELSEL_")} | {
        "DJANGO_SETTINGS_MODULE": "jeugdstelsel.web.instellingen", "JEUGDSTELSEL_WERKMAP": str(workdir),
        "JEUGDSTELSEL_OIDC_SERVER": server, "JEUGDSTELSEL_OIDC_CLIENT": "monitor", "JEUGDSTELSEL_OIDC_SECRET": "geheim",
        "JEUGDSTELSEL_OIDC_ACR": "hoog", "JEUGDSTELSEL_OIDC_CLAIM": "groups", "JEUGDSTELSEL_OIDC_ROLLEN": rollen,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(people)], env=env, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_roles_follow_the_mapping_and_count_only_with_a_second_factor(server: str, tmp_path: Path) -> None:
    strong, weak, gone, amr = sign_in(
        server, tmp_path, PERSOON | BEHEER, PERSOON | {"groups": ["jeugd-beheer"], "acr": "laag"},
        PERSOON | {"groups": [], "acr": "hoog"}, PERSOON | {"groups": "jeugd-beheer", "amr": ["pwd", "mfa"]},
        rollen="jeugd-beheer=beheerder",
    )  # fmt: skip
    assert (strong["naar"], strong["beheer"], strong["pkce"]) == ("/account", 200, True)
    assert strong["log"] == ["inloggen via de organisatie", "devries", "gelukt (302)"]
    assert (weak["naar"], weak["beheer"]) == ("/inloggen/2fa/totp/activate/", 403)
    assert "twee stappen" in weak["zin"]
    assert (gone["beheer"], gone["gebruikers"]) == (403, 1)
    assert amr["beheer"] == 200
    assert strong["mail"] == []
    assert f"form-action 'self' {server}" in strong["formulier"]


def test_without_a_mapping_nobody_gets_a_role_or_an_account(server: str, tmp_path: Path) -> None:
    (stranger,) = sign_in(server, tmp_path, PERSOON | BEHEER, rollen="")
    assert (stranger["gebruikers"], stranger["beheer"]) == (0, 403)
    assert "U hebt hier nog geen account" in stranger["pagina"]


def test_a_group_that_is_called_as_a_role_gives_none(server: str, tmp_path: Path) -> None:
    (stranger,) = sign_in(
        server, tmp_path, PERSOON | {"groups": ["beheerder"], "acr": "hoog"}, rollen="jeugd-beheer=beheerder,beheerder=koning"
    )  # fmt: skip
    assert (stranger["gebruikers"], stranger["beheer"]) == (0, 403)
