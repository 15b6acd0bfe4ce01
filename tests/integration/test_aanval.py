"""The attack: everything published is solved as one linear system, by a solver that shares no code with the door."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import highspy
import numpy as np
import pyarrow as pa
import pytest
from cijferwereld import Feit, gebied, maak_feiten, maak_waarden, regio_van

from jeugdstelsel.publish import Instellingen, lees_instellingen
from jeugdstelsel.services.publish_release import publish, read_release

SOORTEN = ("kwartaal", "halfjaar", "jaar")
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
Vak = tuple[str, ...]
"""(gemeente, jeugdregio, productcategorie, periode)."""
Bereik = tuple[float, float]


@dataclass(frozen=True)
class Aanvaller:
    """Knows which wholes have which parts, and for each cell an interval; what is secret is zero or more."""

    bereik: dict[Vak, Bereik]

    def sommen(self) -> Iterable[tuple[Vak, list[Vak]]]:
        """Every whole with its parts: land by region and by gemeente, region by gemeente, categories, periods."""
        parts: dict[tuple[str, Vak], list[Vak]] = defaultdict(list)
        for cell in self.bereik:
            gemeente, regio, categorie, periode = cell
            if gemeente:
                parts["regio", ("", regio_van(gemeente), categorie, periode)].append(cell)
            if regio:
                parts["land", ("", "", categorie, periode)].append(cell)
            if categorie:
                parts["categorie", (gemeente, regio, "", periode)].append(cell)
            if "-" in periode:
                parts["tijd" + langer(periode), (gemeente, regio, categorie, langer(periode))].append(cell)
        return [(whole, cells) for (_, whole), cells in parts.items() if whole in self.bereik]

    def los_op(self, geheim: Iterable[Vak]) -> dict[Vak, Bereik]:
        """Return the least and greatest value of each given cell."""
        cells = list(self.bereik)
        place = {cell: number for number, cell in enumerate(cells)}
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        for cell in cells:
            low, high = self.bereik[cell]
            solver.addVar(low, high)
        for whole, parts in self.sommen():
            index = np.array([place[whole], *(place[part] for part in parts)], dtype=np.int32)
            solver.addRow(0.0, 0.0, len(index), index, np.array([-1.0, *[1.0] * len(parts)]))
        return {
            cell: (self._uiterste(solver, place[cell], 1), self._uiterste(solver, place[cell], -1)) for cell in geheim
        }

    @staticmethod
    def _uiterste(solver: highspy.Highs, column: int, richting: int) -> float:
        solver.changeColCost(column, float(richting))
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal, "the published system contradicts itself"
        value = richting * solver.getInfo().objective_function_value
        solver.changeColCost(column, 0.0)
        return float(value)


def langer(periode: str) -> str:
    """Return the next longer period."""
    jaar, deel = periode.split("-")
    if deel.startswith("K"):
        return f"{jaar}-H{(int(deel[1]) + 1) // 2}"
    return jaar if deel.startswith("H") else f"{jaar}-K{(int(deel) + 2) // 3}"


def vak(row: dict[str, Any]) -> Vak:
    """Return the cell of a row."""
    return (row["gemeente"] or "", row["jeugdregio"] or "", row["product_categorie"] or "", row["periode"])


def per_vak(table: pa.Table, indicator: str) -> dict[Vak, dict[str, Any]]:
    """Return the rows of one indicator by cell."""
    return {vak(row): row for row in table.to_pylist() if row["indicator"] == indicator}


def gezien(rows: dict[Vak, dict[str, Any]], basis: int, meest: float) -> dict[Vak, Bereik]:
    """Return what a reader knows of each cell: the interval that rounds to what is printed."""
    return {
        cell: (0.0, meest) if row["waarde"] is None else (row["waarde"] - basis // 2, row["waarde"] + (basis - 1) // 2)
        for cell, row in rows.items()
    }


def te_smal(aanvaller: Aanvaller, echt: dict[Vak, dict[str, Any]], instellingen: Instellingen) -> list[Vak]:
    """Return the protected cells that the attacker knows more narrowly than the rule allows."""
    secret = [cell for cell, row in echt.items() if 0 < row["n"] < instellingen.minimum_cel]
    found = aanvaller.los_op(secret)
    return [cell for cell, (low, high) in found.items() if high - low < instellingen.breedte_aantal - 1e-6]


def alleen_kleine_geheim(echt: dict[Vak, dict[str, Any]], instellingen: Instellingen) -> dict[Vak, Bereik]:
    """What a naive publisher gives: small cells hidden, everything else printed to the unit."""
    return {
        cell: (0.0, 1e6) if row["n"] < instellingen.minimum_cel else (row["waarde"], row["waarde"])
        for cell, row in echt.items()
    }


@pytest.fixture(scope="module")
def feiten() -> list[Feit]:
    """One invented year."""
    return maak_feiten(7, gemeenten=9, aantal=2000)


@pytest.fixture(scope="module")
def instellingen() -> Instellingen:
    """The shipped settings, with every protected cell proved."""
    return replace(lees_instellingen(), narekenen=10_000)


def test_hiding_only_the_small_cells_is_broken_by_the_attacker(feiten: list[Feit], instellingen: Instellingen) -> None:
    echt = per_vak(maak_waarden(feiten, ["instroom"], SOORTEN), "instroom")
    broken = te_smal(Aanvaller(alleen_kleine_geheim(echt, instellingen)), echt, instellingen)
    assert len(broken) > 10


@pytest.mark.parametrize("afronding_beschermt", [True, False])
def test_what_leaves_the_door_pins_no_protected_cell(
    feiten: list[Feit], instellingen: Instellingen, tmp_path: Path, afronding_beschermt: bool
) -> None:
    settings = replace(instellingen, afronding_beschermt=afronding_beschermt)
    waarden = maak_waarden(feiten, ["instroom"], SOORTEN)
    release = publish(waarden, register=tmp_path, moment=MOMENT, instellingen=settings, gebied=gebied(feiten))
    echt, uit = per_vak(waarden, "instroom"), per_vak(release.cijfers, "instroom")
    shown = gezien(uit, settings.afronding_aantal, 1e6)
    if not afronding_beschermt:
        shown = {
            cell: (echt[cell]["waarde"],) * 2 if uit[cell]["waarde"] is not None else shown[cell] for cell in shown
        }
    assert te_smal(Aanvaller(shown), echt, settings) == []
    assert any(row["waarde"] for row in uit.values()), "secrecy of everything would be no release"


def test_amounts_that_leave_the_door_pin_no_protected_amount(
    feiten: list[Feit], instellingen: Instellingen, tmp_path: Path
) -> None:
    waarden = maak_waarden(feiten, ["kosten"], SOORTEN)
    release = publish(waarden, register=tmp_path, moment=MOMENT, instellingen=instellingen, gebied=gebied(feiten))
    echt, uit = per_vak(waarden, "kosten"), per_vak(release.cijfers, "kosten")
    secret = [
        cell
        for cell, row in echt.items()
        if row["n"] < instellingen.minimum_cel
        or row["n_aanbieders"] < instellingen.minimum_aanbieders
        or row["grootste_aandeel"] > instellingen.dominantie
    ]
    found = Aanvaller(gezien(uit, instellingen.afronding_bedrag, 1e12)).los_op(secret)
    narrow = {
        cell: (low, high)
        for cell, (low, high) in found.items()
        if high - low < instellingen.breedte_bedrag * echt[cell]["waarde"] - 1
    }
    assert narrow == {}
    assert secret
    assert any(row["waarde"] for row in uit.values())


def test_numerators_worked_back_from_shares_pin_no_protected_numerator(
    feiten: list[Feit], instellingen: Instellingen, tmp_path: Path
) -> None:
    """Who knows the rounded denominators reads the rounded numerators from the shares, and these add up."""
    waarden = maak_waarden(feiten, ["instroom", "uitval"], SOORTEN)
    release = publish(waarden, register=tmp_path, moment=MOMENT, instellingen=instellingen, gebied=gebied(feiten))
    echt, uit = per_vak(waarden, "uitval"), per_vak(release.cijfers, "uitval")
    seen = {
        cell: dict(row, waarde=None if row["waarde"] is None else round(echt[cell]["teller"] / 5 + 1e-9) * 5)
        for cell, row in uit.items()
    }
    secret = [cell for cell, row in echt.items() if 0 < row["teller"] < instellingen.minimum_cel]
    found = Aanvaller(gezien(seen, 5, 1e6)).los_op(secret)
    assert [c for c, (low, high) in found.items() if high - low < instellingen.breedte_aantal - 1e-6] == []
    assert secret
    assert any(row["waarde"] for row in uit.values())


def test_two_releases_together_pin_no_protected_cell(
    feiten: list[Feit], instellingen: Instellingen, tmp_path: Path
) -> None:
    waarden = maak_waarden(feiten, ["instroom"], SOORTEN)
    half = maak_waarden(feiten, ["instroom"], ("halfjaar", "jaar"))
    milder = replace(instellingen, minimum_cel=6)
    for table, settings in ((half, milder), (waarden, instellingen)):
        publish(table, register=tmp_path, moment=MOMENT, instellingen=settings, gebied=gebied(feiten))
    echt = per_vak(waarden, "instroom")
    known = gezien(per_vak(read_release(tmp_path).cijfers, "instroom"), 5, 1e6)
    eerder = per_vak(read_release(tmp_path, 1).cijfers, "instroom")
    for cell, (low, high) in gezien(eerder, 5, 1e6).items():
        known[cell] = (max(low, known[cell][0]), min(high, known[cell][1]))
    printed_before = {cell for cell, row in eerder.items() if row["waarde"] is not None}
    narrow = set(te_smal(Aanvaller(known), echt, instellingen)) - printed_before
    assert narrow == set()


def test_forgetting_the_earlier_release_is_broken_by_the_attacker(
    feiten: list[Feit], instellingen: Instellingen, tmp_path: Path
) -> None:
    """Two registers that do not know each other: what each hides with a small cell, the other prints."""
    waarden = maak_waarden(feiten, ["instroom"], ("jaar",))
    echt = per_vak(waarden, "instroom")
    known = alleen_kleine_geheim(echt, replace(instellingen, minimum_cel=6))
    strict = publish(waarden, register=tmp_path, moment=MOMENT, instellingen=instellingen, gebied=gebied(feiten))
    shown = gezien(per_vak(strict.cijfers, "instroom"), 5, 1e6)
    both = {cell: known[cell] if known[cell][0] == known[cell][1] else shown[cell] for cell in known}
    assert te_smal(Aanvaller(both), echt, replace(instellingen, minimum_cel=6))
