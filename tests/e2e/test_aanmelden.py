"""Signing in with a real browser, by keyboard and without script, and the pages behind it without a fault."""

import time
from collections.abc import Callable

from e2e.kijken import faults
from playwright.sync_api import Page

from jeugdstelsel.access.rollen import BEZOEKER, rechten_van
from jeugdstelsel.web.pagina import paginas

INLOGBLADEN = ("", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/", "reauthenticate/")


def test_a_new_administrator_signs_in_step_by_step_and_gives_out_an_account(
    aanmelden: Callable[..., Page], website: str
) -> None:
    found: list[str] = []
    page = aanmelden("beheerder", check=lambda seen: found.extend(faults(seen)))
    for address in (*(f"/inloggen/2fa/{part}" for part in INLOGBLADEN), "/inloggen/logout/", "/account", "/gebruikers"):
        page.goto(website + address)
        found += faults(page)
    page.get_by_label("Accountnaam").fill(f"collega{time.monotonic_ns()}")
    page.get_by_label("redacteur: registers bewerken").check()
    page.get_by_label("Reden").fill("nieuwe collega")
    page.get_by_role("button", name="Maak account").click()
    assert len(page.locator("code.eenmalig").inner_text()) == 24
    found += faults(page)
    page.get_by_role("link", name="Terug naar de gebruikers").click()
    page.get_by_role("row", name="collega").get_by_role("link").first.click()
    found += faults(page)
    assert found == []


def test_every_page_to_write_on_is_for_everyone(aanmelden: Callable[..., Page], website: str) -> None:
    page = aanmelden("redacteur", "--rol", "deskundigencommissie", "--rol", "Rijk")
    rights = rechten_van(["redacteur", "deskundigencommissie", "Rijk"])
    walk = [each.voorbeelden[0] for each in paginas().values() if each.recht in rights - BEZOEKER and each.voorbeelden]
    found = []
    for address in (*walk, "/afspraak/2.3.1-1", "/voorstel/v0001", "/overleggen"):
        page.goto(website + address)
        assert page.locator("form[method=post]").count() > 0, address
        found += faults(page)
    assert found == []


def test_someone_of_a_gemeente_sees_its_unpublished_figures(aanmelden: Callable[..., Page], website: str) -> None:
    page = aanmelden("gemeente", "--organisatie", "0363")
    page.goto(website + "/account")
    page.get_by_role("link", name="Ongepubliceerde cijfers").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Ongepubliceerde cijfers van gemeente Amsterdam (0363)"
    assert faults(page) == []


def test_the_guard_of_the_log_sees_who_came_in(aanmelden: Callable[..., Page], website: str) -> None:
    page = aanmelden("logbeheerder")
    page.goto(website + "/logboek")
    assert page.get_by_role("cell", name="wachtwoord wijzigen").count() > 0
    assert "nagerekend en ongewijzigd" in page.content()
    assert faults(page) == []
