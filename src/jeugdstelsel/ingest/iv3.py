"""Reads a delivery of Iv3 to amounts per gemeente, year, document and taakveld, with a finding per wrong line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jeugdstelsel.ingest.iv3_toets import (
    Opgave,
    Rij,
    drop_duplicates,
    drop_other_units,
    drop_sums,
    drop_zeros,
    is_balance,
    judge_line,
    opgave_van,
    warn_of_negatives,
    warn_of_sums,
)
from jeugdstelsel.ingest.iv3_vorm import Regel, is_empty, recognise
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.standaard import iv3

MEESTE_BEVINDINGEN = 1_000
"""Findings of one delivery that are told one by one; the rest is counted."""


@dataclass(frozen=True)
class Iv3Lezing:
    """What came out of one delivery. `vorm` is empty when it was refused as a whole; `balans` counts balance posts.

    Rows are of the sociaal domein (taakveld 6), and the sum of everything per gemeente as taakveld `totaal`.
    """

    vorm: str
    rijen: tuple[Rij, ...]
    bevindingen: tuple[Finding, ...]
    balans: int = 0


def read_iv3(files: Mapping[str, bytes]) -> Iv3Lezing:
    """Read the files of one delivery by their content; nothing in them raises.

    An amount that was not reported has no row. The files of OpenSpending lie in a folder named after their gemeente.
    """
    form = recognise(files)
    if isinstance(form, Finding):
        return Iv3Lezing("", (), (form,))
    findings: list[Finding] = []
    rows: list[Rij] = []
    balance = lines = 0
    for line in form.regels:
        lines += 1
        if isinstance(line, Regel) and is_balance(line):
            balance += 1
            continue
        judged = line if isinstance(line, Finding) else _judge_filled(line)
        if isinstance(judged, Finding):
            findings.append(judged)
        elif judged:
            rows.append(judged)
    if not lines:
        findings.append(Finding("IV3_LEEG", "levering", "Er staan geen bedragen in de levering. Haal haar opnieuw op."))
    return _finish(form.naam, rows, findings, balance)


def _judge_filled(line: Regel) -> Finding | Rij | None:
    return None if is_empty(line.bedrag) and is_empty(line.overkant) else judge_line(line)


def _finish(form: str, rows: list[Rij], findings: list[Finding], balance: int) -> Iv3Lezing:
    """Judge the rows among each other, in an order in which each judgement may rely on the one before."""
    if form != "breed":
        findings += warn_of_sums(rows)
    for step in (drop_duplicates, drop_sums, drop_zeros, drop_other_units):
        rows, found = step(rows)
        findings += found
    findings += warn_of_negatives(rows)
    return Iv3Lezing(form, tuple(_narrow(rows)), _limit(findings), balance)


def _narrow(rows: Iterable[Rij]) -> list[Rij]:
    """Keep the sociaal domein, and the sum of all taakvelden where the delivery itself does not give it."""
    kept = [row for row in rows if row.taakveld.split(".")[0] in ("6", "totaal")]
    given = {opgave_van(row) for row in kept if row.taakveld in ("6", "totaal")}
    totals: dict[Opgave, int] = defaultdict(int)
    first: dict[Opgave, Rij] = {}
    for row in rows:
        if row.taakveld not in iv3.BUITEN_TOTAAL and opgave_van(row) not in given:
            totals[opgave_van(row)] += row.bedrag
            first.setdefault(opgave_van(row), row)
    complete = {opgave_van(row) for row in rows if row.taakveld.split(".")[0] not in ("6", "totaal")}
    for opgave in totals.keys() & complete:
        side = "L" if opgave[3] == "lasten" else "B"
        kept.append(replace(first[opgave], taakveld="totaal", categorie=side, bedrag=totals[opgave]))
    return kept


def _limit(findings: list[Finding]) -> tuple[Finding, ...]:
    if len(findings) <= MEESTE_BEVINDINGEN:
        return tuple(findings)
    rest = len(findings) - MEESTE_BEVINDINGEN
    tekst = f"Er zijn nog {rest} bevindingen. Verhelp eerst deze en lever opnieuw aan."
    more = Finding("IV3_MEER", "levering", tekst, ernst=Ernst.WAARSCHUWING)
    return (*findings[:MEESTE_BEVINDINGEN], more)
