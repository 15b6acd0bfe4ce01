"""A link without a recorded legal basis is refused, unless everything is labelled synthetic."""

import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from leveringen import Named, make_stream, write_files

from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.grondslag import (
    KOPPELINGEN,
    is_synthetic,
    read_grondslag,
    require_grondslag,
    trek_grondslag_in,
    zet_grondslag,
)
from jeugdstelsel.services.process import process

VANDAAG = date.today()
BESLUIT = {"grond": "Jeugdwet art. 7.4.0, besluit van het college", "eigenaar": "gegevensbeheerder", "wie": "jurist"}


def pack_synthetic(path: Path, files: Named) -> Path:
    """A zip of messages that says of itself that it is invented."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (*files, ("SYNTHETISCH.txt", b"verzonnen")):
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("koppeling", KOPPELINGEN)
def test_every_link_is_off_until_its_basis_is_recorded(tmp_path: Path, koppeling: str) -> None:
    with pytest.raises(NietToegestaan, match="geen grondslag vastgelegd"):
        require_grondslag(tmp_path, koppeling)
    zet_grondslag(tmp_path, koppeling, vanaf=VANDAAG, **BESLUIT)
    assert require_grondslag(tmp_path, koppeling) == BESLUIT["grond"]
    others = set(KOPPELINGEN) - {koppeling}
    assert {read_grondslag(tmp_path, other).grond for other in others} == {""}


def test_a_basis_holds_from_its_day_and_until_it_is_withdrawn(tmp_path: Path) -> None:
    zet_grondslag(tmp_path, "ijw→iv3", vanaf=VANDAAG + timedelta(days=7), **BESLUIT)
    with pytest.raises(NietToegestaan):
        require_grondslag(tmp_path, "ijw→iv3")
    assert require_grondslag(tmp_path, "ijw→iv3", dag=VANDAAG + timedelta(days=7))
    trek_grondslag_in(
        tmp_path, "ijw→iv3", vanaf=VANDAAG + timedelta(days=9), wie="jurist", waarom="overeenkomst liep af"
    )
    with pytest.raises(NietToegestaan):
        require_grondslag(tmp_path, "ijw→iv3", dag=VANDAAG + timedelta(days=9))


def test_what_the_basis_was_before_the_withdrawal_stays_readable(tmp_path: Path) -> None:
    zet_grondslag(tmp_path, "ijw→bij", vanaf=VANDAAG, **BESLUIT)
    before = datetime.now(UTC)
    trek_grondslag_in(tmp_path, "ijw→bij", vanaf=VANDAAG, wie="jurist", waarom="vergissing")
    assert read_grondslag(tmp_path, "ijw→bij").grond == ""
    assert read_grondslag(tmp_path, "ijw→bij", bekend_op=before).eigenaar == "gegevensbeheerder"


def test_the_refusal_says_what_to_type(tmp_path: Path) -> None:
    with pytest.raises(NietToegestaan, match="bronnen grondslag zet ijw-bij --grond"):
        require_grondslag(tmp_path, "ijw→bij")


def test_a_link_may_be_typed_without_an_arrow_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    zet_grondslag(tmp_path, "ijw-statistiek", vanaf=VANDAAG, **BESLUIT)
    assert require_grondslag(tmp_path, "ijw->statistiek") == BESLUIT["grond"]
    with pytest.raises(GebruikersFout, match="bestaat niet"):
        require_grondslag(tmp_path, "ijw→buren")


@pytest.mark.parametrize("leeg", ["grond", "eigenaar"])
def test_a_basis_without_ground_or_owner_is_no_basis(tmp_path: Path, leeg: str) -> None:
    with pytest.raises(GebruikersFout, match="noemt de grond en de eigenaar"):
        zet_grondslag(tmp_path, "ijw→bij", vanaf=VANDAAG, **{**BESLUIT, leeg: " "})


def test_nothing_to_withdraw_is_said(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match="niets in te trekken"):
        trek_grondslag_in(tmp_path, "ijw→bij", vanaf=VANDAAG, wie="jurist", waarom="einde")


def test_invented_messages_need_no_basis_until_one_real_delivery_comes_in(tmp_path: Path) -> None:
    werkmap = tmp_path / "werkmap"
    stream = make_stream(1)
    process([pack_synthetic(tmp_path / "verzonnen.zip", stream[:1])], werkmap, van="x", door="x")
    assert is_synthetic(werkmap)
    assert require_grondslag(werkmap, "ijw→statistiek") == "synthetisch"
    process([write_files(tmp_path / "echt", stream[1:2])], werkmap, van="x", door="x")
    with pytest.raises(NietToegestaan):
        require_grondslag(werkmap, "ijw→statistiek")
