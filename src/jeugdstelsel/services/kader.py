"""Recomputes the money of the Hervormingsagenda from its lines and says where the printed totals differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jeugdstelsel.standaard.kader import (
    KADERJAREN,
    MAATREGELJAREN,
    Bedragen,
    Investering,
    budgetreeks,
    investeringen,
    maatregelen,
)

AFRONDING = 1
"""Millions by which a printed total may differ through rounding (Hervormingsagenda, footnote 71)."""

GELIJK, AFGEROND, TEGENSTRIJDIG = "gelijk", "afronding", "tegenstrijdig"


@dataclass(frozen=True)
class Controle:
    """One total: recomputed from its parts beside what is printed, in millions; None where nothing is printed.

    `oordeel` is gelijk, afronding (a difference that footnote 71 explains) or tegenstrijdig.
    """

    wat: str
    jaar: str
    berekend: int
    gedrukt: int | None
    plaats: str
    marge: int = 0

    @property
    def verschil(self) -> int:
        """Recomputed minus printed; nothing printed counts as zero."""
        return self.berekend - (self.gedrukt or 0)

    @property
    def oordeel(self) -> str:
        """What the difference means."""
        if self.verschil == 0:
            return GELIJK
        return AFGEROND if abs(self.verschil) <= self.marge else TEGENSTRIJDIG


def controleer() -> tuple[Controle, ...]:
    """Return every total of Bijlagen 1, 2 and 3, recomputed."""
    return (*_budgetreeks(), *_maatregelen(), *_investeringen(), *_tussen_bijlagen())


def _som(parts: Iterable[Bedragen], jaar: str) -> int:
    return sum(part[jaar] or 0 for part in parts)


def _budgetreeks() -> Iterator[Controle]:
    lines = budgetreeks()
    for jaar in KADERJAREN:
        parts = [lines[name].bedragen for name in ("1", "2", "3")]
        yield Controle(
            "Budgetreeks: regel 1 + 2 + 3",
            jaar,
            _som(parts, jaar),
            lines["totaal"].bedragen[jaar],
            "Bijlage 1",
            AFRONDING,
        )
    for jaar in ("2026", "2027", "2028"):
        parts = [lines[name].bedragen for name in ("2a", "2b", "2c")]
        yield Controle("Regel 2: 2a + 2b + 2c", jaar, _som(parts, jaar), lines["2"].bedragen[jaar], "Bijlage 1")


def _maatregelen() -> Iterator[Controle]:
    rows = [row for row in maatregelen().values() if not row.gedrukt_totaal]
    total = maatregelen()["totaal"]
    for jaar in MAATREGELJAREN:
        yield Controle(
            "Maatregelen: som van de rijen", jaar, _som((row.bedragen for row in rows), jaar), total.bedragen[jaar],
            "Bijlage 2",
        )  # fmt: skip
    for naam in ("onzeker", "haalbaar"):
        found = sum(getattr(row, naam) or 0 for row in rows)
        yield Controle(f"Maatregelen: {naam}", "structureel", found, getattr(total, naam), "Bijlage 2")
    kwaliteit = maatregelen()["m15"].bedragen["structureel"] or 0
    yield Controle(
        "Onzeker + haalbaar + investering in kwaliteit (die in geen van beide staat)", "structureel",
        (total.onzeker or 0) + (total.haalbaar or 0) + kwaliteit, total.bedragen["structureel"], "Bijlage 2",
    )  # fmt: skip
    kasschuif = maatregelen()["m16"].bedragen
    yield Controle(
        "Kasschuif over 2023-2028", "2023-2028", sum(kasschuif[j] or 0 for j in MAATREGELJAREN), 0, "Bijlage 2"
    )


def _investeringen() -> Iterator[Controle]:
    rows = [row for row in investeringen().values() if not row.gedrukt_totaal]
    for jaar in MAATREGELJAREN:
        yield from (_per_bron(rows, bron, jaar) for bron in ("", "Gemeentefonds", "Centraal"))


def _per_bron(rows: Iterable[Investering], bron: str, jaar: str) -> Controle:
    """Compare the investments of one source of money (all of them when empty) with the printed total."""
    parts = [row.bedragen for row in rows if not bron or row.geldbron == bron]
    printed = investeringen()[f"totaal {bron}".strip()].bedragen[jaar]
    return Controle(f"Investeringen: {bron or 'alle bronnen'}", jaar, _som(parts, jaar), printed, "Bijlage 3")


def _tussen_bijlagen() -> Iterator[Controle]:
    """Compare what one annex takes from another."""
    for jaar in KADERJAREN[1:]:
        measures = maatregelen()["totaal"].bedragen[jaar] or 0
        yield Controle(
            "Regel 2b = totaal van Bijlage 2", jaar, measures, budgetreeks()["2b"].bedragen[jaar], "Bijlage 1 en 2"
        )
        invested = investeringen()["totaal"].bedragen[jaar] or 0
        printed = budgetreeks()["investeringen"].bedragen[jaar]
        yield Controle("Waarvan investeringen = totaal van Bijlage 3", jaar, invested, printed, "Bijlage 1 en 3")
    friction = maatregelen()["m08"].bedragen
    paid = investeringen()["i06"].bedragen
    yield Controle(
        "Frictiekosten 2023 + 2024: Bijlage 2 en 3 zijn dezelfde 70 (met terugwerkende kracht, noot 78)", "2023-2024",
        (friction["2023"] or 0) + (friction["2024"] or 0), (paid["2023"] or 0) + (paid["2024"] or 0), "Bijlage 2 en 3",
    )  # fmt: skip
