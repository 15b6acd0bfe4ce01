"""The protocol as data agrees with itself and with the standards beside it."""

from datetime import date

import pytest

from jeugdstelsel import standaard
from jeugdstelsel.standaard.bij import (
    SOORTEN,
    bij_codes,
    bij_velden,
    domein_van,
    hulpvorm_van,
    periode_van,
    read_indeling,
    read_periode,
    redenen,
    standaard_indeling,
    velden_van,
)


def current(lijst: str) -> set[str]:
    return {code.code for code in bij_codes(lijst).values() if not code.alleen_in}


def test_every_list_that_a_field_names_has_codes() -> None:
    for veld in bij_velden().values():
        assert bool(veld.lijst) == (veld.vorm == "code")
        assert not veld.lijst or current(veld.lijst)


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_default_layout_has_a_column_for_every_obligatory_field(soort: str) -> None:
    fields = {name.partition(".")[0] for name in standaard_indeling().kolommen[soort].values()}
    assert {name for name, veld in velden_van(soort).items() if veld.verplicht} <= fields


def test_a_verwijzer_means_in_messages_what_it_means_here() -> None:
    assert set(standaard.codelijst("COD327")) == current("verwijzer")


def test_every_hulpvorm_and_maatregel_of_the_national_product_list_is_known_here() -> None:
    for product in standaard.productcodes().values():
        domein = standaard.productcategorieen()[product.productcategorie].domein
        lijst = "hulpvorm" if domein == "jeugdhulp" else "maatregel"
        assert product.hulpvorm in current(lijst) | {""}


def test_every_reason_of_the_messages_is_translated_or_says_who_chose_not_to_and_when() -> None:
    assert set(redenen()) == set(standaard.codelijst("JZ588"))
    assert {code: reden.reden for code, reden in redenen().items() if reden.reden} == {
        "31": "01", "34": "02", "32": "03", "33": "04", "35": "05", "02": "05",
    }  # fmt: skip
    for reden in redenen().values():
        open_here = (reden.grond, bool(reden.eigenaar), bool(reden.datum)) == ("instelling", True, True)
        assert bool(reden.reden) != open_here


def test_every_reason_of_a_maatregel_belongs_to_a_type() -> None:
    types = {code for code in current("maatregel") if code < "70"}
    named = {kind for reden in bij_codes("reden_maatregel").values() for kind in reden.hoort_bij.split()}
    assert named == types


@pytest.mark.parametrize(
    ("code", "begin", "eind"),
    [
        ("2025-H1", date(2025, 1, 1), date(2025, 6, 30)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2024-K1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2025-K4", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(code: str, begin: date, eind: date) -> None:
    periode = read_periode(code)
    assert periode is not None
    assert (periode.begin, periode.eind) == (begin, eind)
    assert periode_van(begin, code[5]) == periode_van(eind, code[5]) == periode


@pytest.mark.parametrize(("code", "vorige"), [("2025-H1", "2024-H2"), ("2025-K1", "2024-K4"), ("2025-K3", "2025-K2")])
def test_a_period_follows_another(code: str, vorige: str) -> None:
    periode = read_periode(code)
    assert periode is not None and periode.vorige.code == vorige


@pytest.mark.parametrize("code", ["2025", "2025-H3", "2025-K5", "2025-H0", "2025-01", "H1-2025", ""])
def test_what_is_no_period_is_none(code: str) -> None:
    assert read_periode(code) is None


@pytest.mark.parametrize(
    ("categorie", "code", "hulpvorm", "domein"),
    [
        ("45", "45A04", "02", "jeugdhulp"),
        ("45", None, "", "jeugdhulp"),
        ("35", None, "11", "jeugdhulp"),
        ("45", "LOKAAL", "", "jeugdhulp"),
        ("48", "48A01", "11", "jeugdbescherming"),
        (None, "47A08", "41", "jeugdreclassering"),
        (None, None, "", ""),
    ],
)
def test_a_product_tells_the_hulpvorm_only_when_a_list_does(
    categorie: str | None, code: str | None, hulpvorm: str, domein: str
) -> None:
    assert (hulpvorm_van(categorie, code), domein_van(categorie, code)) == (hulpvorm, domein)


def test_a_layout_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="schoenmaat"):
        read_indeling('[jeugdhulp]\nmaat = "schoenmaat"\n')
