"""Roles: which go together, which need an organisation, and when they are looked at again."""

from datetime import date

import pytest

from jeugdstelsel.access.eigen import Grens, grens, naam, organisatie
from jeugdstelsel.access.rollen import (
    BIJZONDER,
    GOEDKEUREN_RIJK,
    GOEDKEUREN_VNG,
    PUBLIEK,
    RECHTEN,
    ROLLEN,
    bezwaren,
    herzien_voor,
    rechten_van,
)
from jeugdstelsel.model import GebruikersFout, NietToegestaan


def test_an_unknown_role_gives_nothing() -> None:
    assert rechten_van(["koning"]) == rechten_van([]) == {PUBLIEK}


def test_every_right_belongs_to_a_role_and_nobody_has_them_all() -> None:
    assert all(any(recht in rechten for rechten in ROLLEN.values()) for recht in RECHTEN)
    assert all(rechten < RECHTEN for rechten in ROLLEN.values())


@pytest.mark.parametrize(
    ("rollen", "soort", "woord"),
    [
        (["Rijk", "VNG"], "", "gaan niet samen"),
        (["beheerder", "logbeheerder"], "", "gaan niet samen"),
        (["gemeente"], "", "hoort bij een organisatie van de soort gemeente"),
        (["regio"], "gemeente", "hoort bij een organisatie van de soort jeugdregio"),
        (["koning"], "", "bestaat niet"),
    ],
)
def test_roles_that_cannot_be_are_refused_with_a_reason(rollen: list[str], soort: str, woord: str) -> None:
    (reason,) = bezwaren(rollen, soort)
    assert woord in reason


def test_roles_that_can_be_are_not_refused() -> None:
    assert bezwaren(["gemeente", "redacteur"], "gemeente") == []
    assert bezwaren([], "") == []


def test_two_approvals_never_come_from_one_person() -> None:
    both = [rollen for rollen in ROLLEN.values() if {GOEDKEUREN_RIJK, GOEDKEUREN_VNG} <= rollen]
    assert both == []
    assert bezwaren(["Rijk", "VNG"], "")


def test_special_rights_are_looked_at_every_quarter_and_others_every_year() -> None:
    assert {"beheerder", "logbeheerder"} == BIJZONDER
    assert herzien_voor(["redacteur"], date(2026, 1, 1)) == date(2027, 1, 1)
    assert herzien_voor(["redacteur", "beheerder"], date(2026, 1, 1)) == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("code", "soort", "woord"),
    [
        ("0363", "gemeente", "gemeente Amsterdam (0363)"),
        ("jz24", "jeugdregio", "jeugdregio"),
        ("01000001", "aanbieder", "aanbieder 01000001"),
    ],
)
def test_a_code_tells_what_kind_of_organisation_it_is(code: str, soort: str, woord: str) -> None:
    place = organisatie(code)
    assert place.soort == soort
    assert naam(place).startswith(woord)


@pytest.mark.parametrize("code", ["9999", "JZ99", "1234567", "Amsterdam"])
def test_a_code_that_does_not_exist_is_refused(code: str) -> None:
    with pytest.raises(GebruikersFout, match="bestaat niet"):
        organisatie(code)


@pytest.mark.parametrize(("soort", "code"), [("", ""), ("gemeente", ""), ("land", "x"), ("", "0363")])
def test_without_an_organisation_nothing_is_open(soort: str, code: str) -> None:
    with pytest.raises(NietToegestaan):
        grens(soort, code)
    assert grens("gemeente", "0363") == Grens("gemeente", "0363")
