"""Unpublished figures: only of one's own organisation, never of a few young people, and every look is logged."""

import csv
import io
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.test import Client
from sessie import keep_signed_in

from jeugdstelsel.access.eigen import Grens
from jeugdstelsel.access.logboek import logboek_van
from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.eigen import eigen_cijfers
from jeugdstelsel.services.warehouse import DATABASE

Als = Callable[..., Client]


def values(werkmap: Path, where: str) -> dict[tuple[str, str, str], tuple[float | None, int]]:
    """Return what was computed: value and young people, by indicator, period and split."""
    with closing(duck.connect()) as connection:
        duck.run_sql(connection, "ATTACH $pad AS bron (READ_ONLY)", {"pad": str(werkmap / DATABASE)})
        rows = duck.run_sql(
            connection,
            "SELECT indicator, periode, coalesce(uitsplitsing, ''), waarde, n FROM bron.indicator_waarde "
            f"WHERE periode_soort = 'jaar' AND {where}",
        )
    return {(row[0], row[1], row[2]): (row[3], row[4]) for row in rows}


def test_a_gemeente_sees_its_own_figures_and_no_other(werkmap: Path) -> None:
    own = values(werkmap, "niveau = 'gemeente' AND gemeente = '0363'")
    other = values(werkmap, "niveau = 'gemeente' AND gemeente = '0344'")
    found = eigen_cijfers(werkmap, Grens("gemeente", "0363"), "jaar")
    shown = {(row["indicator"], row["periode"], row["uitsplitsing"]): row for row in found.rijen}
    assert own and own != other
    assert shown.keys() == own.keys()
    assert {row["waarde"] for row in found.rijen if row["toestand"] == "ongepubliceerd"} == {
        value for value, n in own.values() if value is not None and not 0 < n < 10
    }
    assert found.synthetisch


def test_a_figure_about_a_few_young_people_is_secret_here_too(werkmap: Path) -> None:
    few = [key for key, (_, n) in values(werkmap, "niveau = 'gemeente' AND gemeente = '0153'").items() if 0 < n < 10]
    shown = {
        (row["indicator"], row["periode"], row["uitsplitsing"]): row
        for row in eigen_cijfers(werkmap, Grens("gemeente", "0153"), "jaar").rijen
    }
    assert few
    for key in few:
        row = shown[key]
        assert (row["toestand"], row["waarde"], row["teller"], row["noemer"]) == ("geheim", None, None, None)


@pytest.mark.parametrize(("rol", "code"), [("gemeente", "0363"), ("regio", "JZ24"), ("aanbieder", "01000001")])
def test_the_page_is_about_the_own_organisation_and_each_look_gives_one_line(
    als: Als, rol: str, code: str, django_app: None
) -> None:
    from django.conf import settings

    book, client = logboek_van(settings.WERKMAP), als(rol, code)
    before = book.controleer().regels
    page = client.get("/eigen?per=jaar").content.decode()
    assert code in page
    assert "Niet om door te geven" in page
    (line,) = book.lees()[before:]
    what = line.gebeurtenis
    soort = {"regio": "jeugdregio"}.get(rol, rol)
    assert what.object == f"indicator_waarde {soort} {code} per jaar"
    assert (what.rol, what.uitkomst, what.toegangspunt) == (rol, "gelukt (200)", "website")
    assert code in what.verantwoordelijke


def test_no_address_leads_to_another_organisation(als: Als) -> None:
    client = als("gemeente", "0344")
    for query in ("gemeente=0363", "code=0363", "soort=gemeente&code=0363", "plaats=0363", "niveau=land"):
        page = client.get(f"/eigen?{query}").content.decode()
        assert "Utrecht (0344)" in page
        assert "Amsterdam" not in page


def test_the_download_says_that_it_is_unpublished_and_synthetic(als: Als) -> None:
    answer = als("gemeente", "0363").get("/eigen?per=jaar&formaat=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows
    assert {(row["let_op"], row["synthetisch"]) for row in rows} == {("ongepubliceerd", "ja")}


def test_without_an_organisation_nothing_is_shown(als: Als) -> None:
    client = als("gemeente", "0363")
    from jeugdstelsel.web.models import Profiel

    Profiel.objects.filter(gebruiker_id=client.session["_auth_user_id"]).update(soort="", code="")
    keep_signed_in(client)
    answer = client.get("/eigen")
    assert answer.status_code == 403
    assert "hoort niet bij een organisatie" in answer.content.decode()


def test_a_wrong_period_is_said_in_dutch(als: Als) -> None:
    answer = als("gemeente", "0363").get("/eigen?per=dag")
    assert answer.status_code == 400


def test_nothing_taken_in_yet_is_said_and_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="nog niets verwerkt"):
        eigen_cijfers(tmp_path, Grens("gemeente", "0363"), "jaar")
    assert list(tmp_path.iterdir()) == []
