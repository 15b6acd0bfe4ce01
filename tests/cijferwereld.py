"""A small invented world of trajecten and its figures at every level and period, for tests of the one door out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import pyarrow as pa

MAANDEN_PER = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}


@dataclass(frozen=True)
class Feit:
    """One traject that began: the person, where, who helps, what, when (month 1..12), euro, whether it broke off."""

    persoon: int
    gemeente: str
    aanbieder: str
    categorie: str
    maand: int
    bedrag: float
    uitval: bool


def maak_feiten(seed: int, gemeenten: int = 9, aantal: int = 900) -> list[Feit]:
    """Return facts with large and very small gemeenten and rare and common categories."""
    random = np.random.default_rng(seed)
    size = 1.0 / np.arange(1, gemeenten + 1) ** 1.2
    rare = np.array([0.5, 0.25, 0.15, 0.07, 0.03])
    return [
        Feit(
            int(random.integers(0, aantal // 2)),
            f"{random.choice(gemeenten, p=size / size.sum()) + 1:04d}",
            f"{random.choice(6, p=[0.3, 0.25, 0.2, 0.15, 0.05, 0.05]) + 1:08d}",
            str(40 + random.choice(5, p=rare)),
            int(random.integers(1, 13)),
            round(float(random.lognormal(8.0, 1.0)), 2),
            bool(random.random() < 0.3),
        )
        for _ in range(aantal)
    ]


def regio_van(gemeente: str) -> str:
    """Three gemeenten make a region."""
    return f"JZ{(int(gemeente) - 1) // 3 + 1:02d}"


def gebied(feiten: Iterable[Feit]) -> dict[tuple[str, int], str]:
    """Return the division in regions of 2025."""
    return {(feit.gemeente, 2025): regio_van(feit.gemeente) for feit in feiten}


def periode_naam(soort: str, maand: int) -> str:
    """Return 2025-03, 2025-K1, 2025-H1 or 2025."""
    number = (maand - 1) // MAANDEN_PER[soort] + 1
    return {"maand": f"2025-{number:02d}", "kwartaal": f"2025-K{number}", "halfjaar": f"2025-H{number}"}.get(
        soort, "2025"
    )


def vakken(feiten: Iterable[Feit], soorten: Iterable[str]) -> dict[tuple[str, ...], list[Feit]]:
    """Return the facts of each cell (gemeente, jeugdregio, categorie, periode_soort, periode)."""
    cells: dict[tuple[str, ...], list[Feit]] = defaultdict(list)
    for feit in feiten:
        areas = [("", ""), ("", regio_van(feit.gemeente)), (feit.gemeente, "")]
        for area, categorie, soort in product(areas, ("", feit.categorie), soorten):
            cells[(*area, categorie, soort, periode_naam(soort, feit.maand))].append(feit)
    return cells


def personen(feiten: list[Feit]) -> int:
    """Return how many different persons stand behind the facts."""
    return len({feit.persoon for feit in feiten})


def _kosten(feiten: list[Feit]) -> float:
    return sum(feit.bedrag for feit in feiten)


def _uitval(feiten: list[Feit]) -> int:
    return sum(feit.uitval for feit in feiten)


def _grootste_aandeel(feiten: list[Feit]) -> float:
    per: dict[str, float] = defaultdict(float)
    for feit in feiten:
        per[feit.aanbieder] += feit.bedrag
    return max(per.values()) / max(sum(per.values()), 1)


INDICATOREN: dict[str, tuple[Callable[[list[Feit]], float], Callable[[list[Feit]], float] | None]] = {
    "jongeren_met_jeugdhulp": (personen, None),
    "instroom": (len, None),
    "kosten": (_kosten, None),
    "kosten_per_jongere": (_kosten, personen),
    "uitval": (_uitval, len),
}


def maak_waarden(
    feiten: list[Feit], indicatoren: Iterable[str] = tuple(INDICATOREN), soorten: Iterable[str] = tuple(MAANDEN_PER)
) -> pa.Table:
    """Return the rows of `indicator_waarde` for these facts."""
    cells = vakken(feiten, tuple(soorten))
    return pa.Table.from_pylist([_rij(code, cell, inside) for code in indicatoren for cell, inside in cells.items()])


def _rij(code: str, cell: tuple[str, ...], feiten: list[Feit]) -> dict[str, Any]:
    gemeente, regio, categorie, soort, periode = cell
    top, bottom = INDICATOREN[code]
    teller, noemer = float(top(feiten)), float(bottom(feiten)) if bottom else None
    return {
        "indicator": code,
        "versie": "1",
        "periode_soort": soort,
        "periode": periode,
        "niveau": "proef",
        "gemeente": gemeente or None,
        "jeugdregio": regio or None,
        "aanbieder": None,
        "product_categorie": categorie or None,
        "product_code": None,
        "uitsplitsing": None,
        "teller": teller,
        "noemer": noemer,
        "waarde": teller / noemer if noemer else teller,
        "n": personen(feiten),
        "n_aanbieders": len({feit.aanbieder for feit in feiten}),
        "grootste_aandeel": _grootste_aandeel(feiten) if code.startswith("kosten") else None,
        "dekking": 1.0,
        "status": "definitief",
    }
