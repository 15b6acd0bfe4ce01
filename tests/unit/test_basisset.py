"""The set of indicators: a change counts after two approvals of two people, and a year that is over keeps its own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.agenda import Ingehaald
from jeugdstelsel.services.basisset import (
    AFGEWEZEN,
    ANDERS,
    INGETROKKEN,
    NIET_GEBOUWD,
    NIEUW,
    OPEN,
    RIJK,
    VASTGESTELD,
    VERWIJDEREN,
    VNG,
    VOLGENS,
    WIJZIGEN,
    Definitie,
    Voorstel,
    kandidaten,
    lees_basisset,
    lees_voorstellen,
    vorige_definitie,
)
from jeugdstelsel.services.basisset_voorstel import keur_goed, neem_terug, stel_voor, trek_in, wijs_af

COMMISSIE = "deskundigencommissie"
TRAJECTEN = kandidaten()["trajecten"]
EIGEN = Definitie("plaatsingen", "Plaatsingen", "Hoe vaak een kind verhuist.", "plaatsingen", "alle", "geen", "CBS")
DAG = datetime(2026, 3, 2, 12, tzinfo=UTC)


def voorstel(
    map_: Path, soort: str = NIEUW, definitie: Definitie = TRAJECTEN, jaar: int = 2025, **meer: Any
) -> Voorstel:
    """Propose on behalf of the commission."""
    given = {"namens": COMMISSIE, "wie": "lid", "waarom": "advies van de commissie", "moment": DAG, **meer}
    return stel_voor(map_, soort, definitie, jaar, **given)


def besluit(map_: Path, gedaan: Voorstel, partij: str, moment: datetime = DAG, wie: str = "") -> Voorstel:
    """Approve on behalf of a party, by someone of that party."""
    return keur_goed(
        map_, gedaan.voorstel, partij, wie=wie or f"iemand van {partij}", waarom="besluit van het overleg",
        verwacht=gedaan.versie, moment=moment,
    )  # fmt: skip


def stel_vast(map_: Path, gedaan: Voorstel, moment: datetime = DAG) -> Voorstel:
    return besluit(map_, besluit(map_, gedaan, RIJK, moment), VNG, moment)


def test_nothing_is_established_by_shipping_it(tmp_path: Path) -> None:
    assert len(kandidaten()) > 30
    assert all(lees_basisset(tmp_path, jaar) == {} for jaar in range(2023, 2029))
    assert not list(tmp_path.iterdir()), "reading makes no file"


def test_a_proposal_of_the_commission_is_seen_in_the_set_after_the_second_approval_only(tmp_path: Path) -> None:
    proposed = voorstel(tmp_path)
    assert (proposed.toestand, lees_basisset(tmp_path, 2025)) == (OPEN, {})
    once = besluit(tmp_path, proposed, VNG)
    assert (once.toestand, lees_basisset(tmp_path, 2025)) == (OPEN, {})
    assert besluit(tmp_path, once, RIJK).toestand == VASTGESTELD
    line = lees_basisset(tmp_path, 2025)["trajecten"]
    assert (line.definitie, line.versie, line.vanaf_jaar) == (TRAJECTEN, 1, 2025)
    assert lees_basisset(tmp_path, 2024) == {} and "trajecten" in lees_basisset(tmp_path, 2027)


def test_an_old_report_year_keeps_the_old_version(tmp_path: Path) -> None:
    stel_vast(tmp_path, voorstel(tmp_path))
    other = replace(TRAJECTEN, betekenis="Elk traject dat in de periode begon of liep.")
    stel_vast(tmp_path, voorstel(tmp_path, WIJZIGEN, other, 2026))
    assert lees_basisset(tmp_path, 2025)["trajecten"].definitie == TRAJECTEN
    new = lees_basisset(tmp_path, 2026)["trajecten"]
    assert (new.versie, new.definitie.betekenis) == (2, other.betekenis)


def test_what_a_proposal_changed_is_still_told_when_no_year_has_it_any_more(tmp_path: Path) -> None:
    first = stel_vast(tmp_path, voorstel(tmp_path, jaar=2027))
    other = replace(TRAJECTEN, betekenis="Elk traject dat in de periode begon of liep.")
    second = voorstel(tmp_path, WIJZIGEN, other, 2027)
    assert (vorige_definitie(tmp_path, first), vorige_definitie(tmp_path, second)) == (None, TRAJECTEN)
    done = stel_vast(tmp_path, second)
    assert lees_basisset(tmp_path, 2027)["trajecten"].definitie.betekenis == other.betekenis
    assert vorige_definitie(tmp_path, done) == TRAJECTEN


def test_a_year_that_is_over_cannot_be_changed_afterwards(tmp_path: Path) -> None:
    stel_vast(tmp_path, voorstel(tmp_path))
    with pytest.raises(GebruikersFout, match="houdt zijn definitie"):
        voorstel(tmp_path, WIJZIGEN, replace(TRAJECTEN, betekenis="Anders."), 2025)
    with pytest.raises(GebruikersFout, match="houdt zijn definitie"):
        voorstel(tmp_path, VERWIJDEREN, jaar=2025)
    with pytest.raises(GebruikersFout, match="staat al in de basisset"):
        voorstel(tmp_path, NIEUW, replace(TRAJECTEN, betekenis="Anders."), 2024)


def test_an_approval_that_comes_after_the_year_does_not_change_that_year(tmp_path: Path) -> None:
    stel_vast(tmp_path, voorstel(tmp_path))
    late = voorstel(tmp_path, WIJZIGEN, replace(TRAJECTEN, betekenis="Anders."), 2026)
    with pytest.raises(GebruikersFout, match="houdt zijn definitie"):
        besluit(tmp_path, late, RIJK, datetime(2027, 1, 2, tzinfo=UTC))
    assert lees_basisset(tmp_path, 2026)["trajecten"].versie == 1


def test_an_indicator_that_goes_stays_in_the_years_before(tmp_path: Path) -> None:
    stel_vast(tmp_path, voorstel(tmp_path))
    stel_vast(tmp_path, voorstel(tmp_path, VERWIJDEREN, jaar=2026))
    assert "trajecten" in lees_basisset(tmp_path, 2025)
    assert lees_basisset(tmp_path, 2026) == lees_basisset(tmp_path, 2028) == {}
    again = stel_vast(tmp_path, voorstel(tmp_path, jaar=2027))
    assert lees_basisset(tmp_path, 2027)["trajecten"].versie == 2
    assert lees_basisset(tmp_path, 2026) == {} and again.toestand == VASTGESTELD


@pytest.mark.parametrize("naam", ["Jo", " jo "])
def test_one_person_does_not_give_both_approvals(tmp_path: Path, naam: str) -> None:
    once = besluit(tmp_path, voorstel(tmp_path), RIJK, wie="Jo")
    with pytest.raises(NietToegestaan, match="niet beide goedkeuringen"):
        besluit(tmp_path, once, VNG, wie=naam)
    assert lees_basisset(tmp_path, 2025) == {}


@pytest.mark.parametrize("partij", [COMMISSIE, "uitvoerende partij", "rijk"])
def test_only_the_two_parties_decide(tmp_path: Path, partij: str) -> None:
    with pytest.raises(NietToegestaan, match="alleen het Rijk en de VNG"):
        besluit(tmp_path, voorstel(tmp_path), partij)
    with pytest.raises(GebruikersFout, match="al vastgelegd"):
        besluit(tmp_path, besluit(tmp_path, voorstel(tmp_path, definitie=EIGEN), RIJK), RIJK)


def test_an_approval_taken_back_does_not_count_until_it_is_given_again(tmp_path: Path) -> None:
    once = besluit(tmp_path, voorstel(tmp_path), RIJK)
    back = neem_terug(tmp_path, "v0001", RIJK, wie="a", waarom="nader overleg", verwacht=once.versie, moment=DAG)
    assert besluit(tmp_path, back, VNG).toestand == OPEN
    assert lees_basisset(tmp_path, 2025) == {}
    assert besluit(tmp_path, lees_voorstellen(tmp_path)["v0001"], RIJK).toestand == VASTGESTELD


def test_a_closed_proposal_stays_to_be_read_and_changes_no_more(tmp_path: Path) -> None:
    rejected = wijs_af(tmp_path, voorstel(tmp_path).voorstel, VNG, wie="b", waarom="te vaag", verwacht=1)
    mine = voorstel(tmp_path, definitie=EIGEN)
    with pytest.raises(NietToegestaan, match="alleen wie een voorstel deed"):
        trek_in(tmp_path, mine.voorstel, "uitvoerende partij", wie="c", waarom="nee", verwacht=1)
    withdrawn = trek_in(tmp_path, mine.voorstel, COMMISSIE, wie="lid", waarom="bij nader inzien", verwacht=1)
    assert (rejected.toestand, withdrawn.toestand) == (AFGEWEZEN, INGETROKKEN)
    assert [line.waarom for line in withdrawn.regels] == ["advies van de commissie", "bij nader inzien"]
    for closed in (rejected, withdrawn):
        with pytest.raises(GebruikersFout, match="verandert niet meer"):
            besluit(tmp_path, closed, RIJK)


def test_of_two_proposals_for_one_indicator_the_second_stands_on_a_set_that_has_gone(tmp_path: Path) -> None:
    stel_vast(tmp_path, voorstel(tmp_path))
    first = voorstel(tmp_path, WIJZIGEN, replace(TRAJECTEN, betekenis="Eén."), 2026)
    second = voorstel(tmp_path, WIJZIGEN, replace(TRAJECTEN, betekenis="Twee."), 2026)
    stel_vast(tmp_path, first)
    with pytest.raises(GebruikersFout, match="intussen gewijzigd"):
        besluit(tmp_path, second, RIJK)


def test_who_looked_at_an_older_version_of_the_proposal_must_look_again(tmp_path: Path) -> None:
    proposed = voorstel(tmp_path)
    besluit(tmp_path, proposed, RIJK)
    with pytest.raises(Ingehaald):
        besluit(tmp_path, proposed, VNG)


def test_the_set_is_shown_as_it_was_known_on_a_day(tmp_path: Path) -> None:
    once = besluit(tmp_path, voorstel(tmp_path), RIJK, DAG + timedelta(days=10))
    besluit(tmp_path, once, VNG, DAG + timedelta(days=30))
    assert lees_voorstellen(tmp_path, op=date(2026, 3, 1)) == {}
    assert lees_voorstellen(tmp_path, op=date(2026, 3, 12))["v0001"].toestand == OPEN
    assert lees_basisset(tmp_path, 2025, op=date(2026, 3, 31)) == {}
    assert "trajecten" in lees_basisset(tmp_path, 2025, op=date(2026, 4, 1))


def test_it_is_told_whether_the_program_computes_what_was_established() -> None:
    assert TRAJECTEN.uitvoering == VOLGENS
    assert replace(TRAJECTEN, kenmerk="een andere query").uitvoering == ANDERS
    assert EIGEN.uitvoering == NIET_GEBOUWD


@pytest.mark.parametrize(
    ("soort", "anders", "jaar", "woorden"),
    [
        (NIEUW, {"indicator": "Met Hoofdletters"}, 2025, "de korte naam"),
        (NIEUW, {"betekenis": " "}, 2025, "Nog leeg: betekenis"),
        (NIEUW, {}, 2019, "kies een rapportjaar"),
        (WIJZIGEN, {}, 2026, "staat in 2026 niet in de basisset"),
        ("vervangen", {}, 2026, "bestaat niet"),
    ],
)
def test_what_cannot_be_proposed_is_explained(
    tmp_path: Path, soort: str, anders: dict[str, str], jaar: int, woorden: str
) -> None:
    with pytest.raises(GebruikersFout, match=woorden):
        voorstel(tmp_path, soort, replace(EIGEN, **anders), jaar)
    assert lees_voorstellen(tmp_path) == {}
