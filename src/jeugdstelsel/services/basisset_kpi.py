"""The KPIs: for each a horizon, an owner, where it began, and a goal or the word that there is none yet."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.basisset import bekende_indicatoren
from jeugdstelsel.services.kast import Kast, open_kast
from jeugdstelsel.services.realisatie_register import Vastlegging, stand_van
from jeugdstelsel.standaard.routekaart import routekaartindicatoren

KORT, LANG = "kort", "lang"
HORIZONNEN = (KORT, LANG)
"""Movement that shows soon, or only in the longer run (Voortgangsbrief juni 2025, paragraph 5)."""
GEEN_DOEL = "doel nog niet vastgesteld"
GEEN_NULMETING = "nulmeting nog niet bekend"
_SOORTEN = ("jaar", "halfjaar", "kwartaal", "maand")


@dataclass(frozen=True)
class Kpi(Vastlegging):
    """One KPI on an indicator of the country.

    The baseline (`nul_*`) is the published figure of `nul_periode` as it read when it was recorded: it does not move
    when the figure is revised. `nul_toestand` says what it is without a value (geheim, onbekend). A goal has a year
    and the document it stands in; None is GEEN_DOEL.
    """

    register: ClassVar[str] = "kpis"
    een_per: ClassVar[tuple[str, ...]] = ("kpi",)
    kpi: str
    naam: str
    indicator: str
    horizon: str
    eigenaar: str
    doel: Decimal | None = None
    doel_jaar: int | None = None
    doel_bron: str = ""
    nul_periode: str = ""
    nul_waarde: Decimal | None = None
    nul_toestand: str = ""
    nul_status: str = ""
    nul_peildatum: date | None = None
    nul_uitgave: int | None = None

    def keur(self) -> None:
        """Raise GebruikersFout when a horizon or owner is missing, or a goal says not when and where."""
        if self.horizon not in HORIZONNEN:
            raise GebruikersFout(f"de horizon is {' of '.join(HORIZONNEN)}.")
        lacks = [name for name in ("kpi", "naam", "indicator", "eigenaar") if not getattr(self, name).strip()]
        if lacks:
            raise GebruikersFout(f"een kpi is niet volledig. Nog leeg: {', '.join(lacks)}.")
        given = (self.doel is not None, self.doel_jaar is not None, bool(self.doel_bron.strip()))
        if len(set(given)) > 1:
            raise GebruikersFout("een doel heeft een getal, een jaar en een document. Geef ze alle drie, of geen.")


@dataclass(frozen=True)
class Kpistand:
    """A KPI beside the last published figure of its indicator; `nu` is None where there is no such figure."""

    kpi: Kpi
    nu: dict[str, Any] | None

    @property
    def indicator(self) -> str:
        """The title of the indicator; its code when another set it."""
        known = all_indicators().get(self.kpi.indicator) or routekaartindicatoren().get(self.kpi.indicator)
        return known.titel if known else self.kpi.indicator

    @property
    def eenheid(self) -> str:
        """The unit of the figure; empty for what this program does not compute."""
        ours = all_indicators().get(self.kpi.indicator)
        return ours.eenheid if ours else ""


def lees_kpis(workdir: Path, *, horizon: str = "", op: date | None = None) -> list[Kpistand]:
    """Return the KPIs as known on a day (now), of one horizon when it is named."""
    chosen = [each for each in stand_van(workdir, Kpi, op).values() if horizon in ("", each.horizon)]
    return [Kpistand(each, laatste_cijfer(workdir, each, op)) for each in chosen]


def met_nulmeting(workdir: Path, kpi: Kpi) -> Kpi:
    """Return a KPI with the published figure of its `nul_periode` as baseline; without a period it has none.

    Raises GebruikersFout when nobody defined the indicator, or when nothing was published on that period.
    """
    if kpi.indicator not in bekende_indicatoren(workdir):
        raise GebruikersFout(f"de indicator '{kpi.indicator[:60]}' bestaat niet. Stel hem eerst voor.")
    before = stand_van(workdir, Kpi).get(kpi.kpi)
    if before and (before.indicator, before.nul_periode) == (kpi.indicator, kpi.nul_periode):
        return replace(kpi, **{name: getattr(before, name) for name in kpi.__dict__ if name.startswith("nul_")})
    if not kpi.nul_periode:
        return kpi
    cabinet = open_kast(workdir)
    found = [row for row in _reeks(cabinet, kpi.indicator) if row["periode"] == kpi.nul_periode]
    if not found:
        raise GebruikersFout(
            f"over {kpi.nul_periode[:20]} is geen landelijk cijfer van {kpi.indicator} gepubliceerd. "
            "Kies een andere periode, of laat haar leeg."
        )
    return replace(kpi, **_nul(cabinet, found[0]))


def laatste_cijfer(workdir: Path, kpi: Kpi, op: date | None = None) -> dict[str, Any] | None:
    """Return the last published figure of the country in the kind of period of the baseline (else years)."""
    try:
        rows = _reeks(open_kast(workdir, op), kpi.indicator, _soort(kpi.nul_periode))
    except GebruikersFout:
        return None
    return rows[-1] if rows else None


def _nul(kast: Kast, row: dict[str, Any]) -> dict[str, Any]:
    value = row["waarde"]
    return {
        "nul_waarde": None if value is None else Decimal(str(value)), "nul_toestand": row["toestand"] or "",
        "nul_status": row["status"] or "", "nul_peildatum": kast.blad.peildatum, "nul_uitgave": kast.blad.nummer,
    }  # fmt: skip


def _reeks(kast: Kast, indicator: str, soort: str = "") -> list[dict[str, Any]]:
    """Return the figures of the country as a whole, not split."""
    kinds = (soort,) if soort else _SOORTEN
    return [row for kind in kinds for row in kast.reeks(indicator, "land", "", kind) if not row["uitsplitsing"]]


def _soort(periode: str) -> str:
    """Return the kind of a period by the way it is written: 2025, 2025-H1, 2025-K1 or 2025-01."""
    mark = periode[5:6]
    return {"": "jaar", "H": "halfjaar", "K": "kwartaal"}.get(mark, "maand")
