"""Judges lines of Iv3: each by itself, and then against each other so that nothing is counted twice."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from statistics import median
from typing import TypeAlias

from jeugdstelsel import standaard
from jeugdstelsel.ingest.iv3_vorm import Regel, is_empty
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.standaard import iv3

DOCUMENTEN: Mapping[str, str] = {
    "0": "begroting",
    **{str(number): f"kwartaal {number}" for number in range(1, 5)},
    "5": "jaarrekening",
}
GROOTSTE = 100_000_000
"""Thousands of euro: more than all gemeenten together spend in a year."""
EENHEID_FACTOR = 200
"""Real spending of a gemeente lies between 1/73 and 9 times its own median (2017-2026); another unit is 1000 times."""
MEESTE_CIJFERS = 20
"""Digits before the point; more is no amount, and would only cost time."""
_GETAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SOORT = re.compile(r"(\d{4})X00([0-5])")
_BALANS = re.compile(r"[AP]\d\w*")
_CODE = re.compile(r"(?=\D*\d)[\w.]{1,8}")
_ZIJDE: Mapping[str, str] = {"L": "lasten", "B": "baten"}


@dataclass(frozen=True, slots=True)
class Rij:
    """One accepted amount in eurocent, with the place it came from."""

    gemeente: str
    jaar: int
    document: str
    indeling: str
    taakveld: str
    zijde: str
    categorie: str
    bedrag: int
    bestand: str = ""
    nummer: int = 0


Opgave: TypeAlias = tuple[str, int, str, str]
"""What one gemeente says of one side of one document: gemeente, jaar, document, zijde."""


def opgave_van(row: Rij) -> Opgave:
    """Return the opgave that a row belongs to."""
    return row.gemeente, row.jaar, row.document, row.zijde


def is_balance(line: Regel) -> bool:
    """Whether a line is a post of the balance sheet, which is no spending."""
    return _BALANS.fullmatch(line.taakveld) is not None


def judge_line(line: Regel) -> Finding | Rij:
    """Return the row of a line, or what is wrong with it."""
    for check in CHECKS:
        finding = check(line)
        if finding:
            return finding
    jaar, document = _document(line.verslagsoort)
    return Rij(
        line.gemeente[-4:],
        jaar,
        document,
        _indeling(jaar),
        line.taakveld,
        _ZIJDE[line.categorie[0]],
        _categorie(line.categorie),
        _eurocent(line.bedrag) or 0,
        line.bestand,
        line.nummer,
    )


def _at(line: Regel | Rij) -> str:
    return f"{line.bestand}, regel {line.nummer}"


def _got(value: str) -> str:
    """Return what we got, for a code only: what is no code may be anything, also a name or a BSN."""
    return f" Gekregen: {value}." if _CODE.fullmatch(value) else ""


@cache
def _document(code: str) -> tuple[int, str]:
    found = _SOORT.fullmatch(code)
    return (int(found[1]), DOCUMENTEN[found[2]]) if found else (0, "")


@cache
def _indeling(jaar: int) -> str:
    found = iv3.indeling_van(jaar)
    return found.code if found else ""


@cache
def _categorie(code: str) -> str:
    return code.removesuffix("TOTAAL")


@cache
def _exists(code: str, jaar: int) -> bool:
    return standaard.gemeente_bestaat(code, date(jaar, 1, 1))


# --- one line -------------------------------------------------------------------------------------------------------


def _check_dimensions(line: Regel) -> Finding | None:
    if line.gemeente and line.verslagsoort and line.taakveld and line.categorie:
        return None
    tekst = "Gemeente, taakveld, categorie of verslagsoort is leeg. Vul alle vier de dimensies in."
    if not line.gemeente:
        tekst = "De gemeente is leeg. Vul haar in, of geef haar bij OpenSpending mee met --gemeente."
    return Finding("IV3_DIMENSIE", _at(line), tekst, regelnummer=line.nummer)


def _check_document(line: Regel) -> Finding | None:
    if _document(line.verslagsoort)[1]:
        return None
    tekst = f"Deze verslagsoort kennen wij niet.{_got(line.verslagsoort)} Gebruik bijvoorbeeld 2024X000 of 2024X005."
    return Finding("IV3_VERSLAGSOORT", _at(line), tekst, regelnummer=line.nummer)


def _check_year(line: Regel) -> Finding | None:
    jaar = _document(line.verslagsoort)[0]
    if not _indeling(jaar):
        tekst = f"Iv3 kent taakvelden vanaf {iv3.EERSTE_JAAR}.{_got(line.verslagsoort)} Laat eerdere jaren weg."
    elif line.jaar and line.jaar != str(jaar):
        tekst = f"De verslagsoort is van een ander jaar dan de tabel.{_got(line.verslagsoort)} Zet het goede jaar erin."
    else:
        return None
    return Finding("IV3_JAAR", _at(line), tekst, regelnummer=line.nummer)


def _check_name(line: Regel) -> Finding | None:
    """Compare the document with the name the file itself gives it."""
    document = _document(line.verslagsoort)[1]
    said = next((word for word in ("begroting", "jaarrekening", "kwartaal") if word in line.soort.lower()), "")
    if not said or document.startswith(said):
        return None
    tekst = f"De code zegt {document}, de naam in het bestand zegt {said}. Kies een van beide; zij tellen nooit samen."
    return Finding("IV3_DOCUMENT", _at(line), tekst, regelnummer=line.nummer)


def _check_gemeente(line: Regel) -> Finding | None:
    code = line.gemeente[-4:]
    if line.gemeente in (code, f"GM{code}") and code in standaard.gemeenten():
        return None
    tekst = f"Deze gemeente kennen wij niet.{_got(line.gemeente)} Gebruik GM met vier cijfers, zoals GM0363."
    return Finding("IV3_GEMEENTE", _at(line), tekst, regelnummer=line.nummer)


def _check_existence(line: Regel) -> Finding | None:
    code, jaar = line.gemeente[-4:], _document(line.verslagsoort)[0]
    if _exists(code, jaar):
        return None
    tekst = f"Gemeente {code} bestond niet op 1 januari {jaar}. Gebruik de code die in dat jaar gold."
    return Finding("IV3_GEMEENTE_JAAR", _at(line), tekst, regelnummer=line.nummer)


def _check_taakveld(line: Regel) -> Finding | None:
    jaar = _document(line.verslagsoort)[0]
    known = iv3.taakvelden()
    if (_indeling(jaar), line.taakveld) in known:
        return None
    others = [i for i in iv3.indelingen() if (i.code, line.taakveld) in known]
    if others:
        years = ", ".join(f"{i.eerste_jaar}-{i.laatste_jaar or 'heden'}" for i in others)
        tekst = f"Taakveld {line.taakveld} hoort bij {years} en niet bij {jaar}. Gebruik de code van het verslagjaar."
        return Finding("IV3_TAAKVELD_JAAR", _at(line), tekst, regelnummer=line.nummer)
    tekst = f"Dit taakveld kennen wij niet.{_got(line.taakveld)} Gebruik een code uit de taakveldenlijst van het jaar."
    return Finding("IV3_TAAKVELD", _at(line), tekst, regelnummer=line.nummer)


def _check_side(line: Regel) -> Finding | None:
    if line.categorie[0] in _ZIJDE and (is_empty(line.overkant) or _eurocent(line.overkant) == 0):
        return None
    if line.categorie[0] not in _ZIJDE:
        tekst = f"De categorie begint niet met L (lasten) of B (baten).{_got(line.categorie)} Zet de zijde ervoor."
    else:
        tekst = "Lasten en baten staan op dezelfde regel. Zet elk op een eigen regel met een eigen categorie (L of B)."
    return Finding("IV3_ZIJDE", _at(line), tekst, regelnummer=line.nummer)


def _check_categorie(line: Regel) -> Finding | None:
    if _categorie(line.categorie) in iv3.categorieen():
        return None
    tekst = f"Deze categorie kennen wij niet.{_got(line.categorie)} Gebruik een categorie van Iv3, zoals L3.8."
    return Finding("IV3_CATEGORIE", _at(line), tekst, regelnummer=line.nummer)


def _check_amount(line: Regel) -> Finding | None:
    amount = _eurocent(line.bedrag)
    if amount is None:
        tekst = (
            "Het bedrag is geen getal. Geef het in duizenden euro's, zonder komma, punt voor duizendtallen of teken."
        )
    elif abs(amount) > GROOTSTE * iv3.DUIZEND_EURO:
        tekst = "Het bedrag is groter dan alle gemeenten samen uitgeven. Geef het in duizenden euro's."
    else:
        return None
    return Finding("IV3_BEDRAG", _at(line), tekst, regelnummer=line.nummer)


def _eurocent(value: object) -> int | None:
    """Return an amount in thousands of euro as eurocents, or None for what is no amount of whole cents."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and not _GETAL.fullmatch(value.strip()):
        return None
    exact = Decimal(str(value).strip())
    if not exact.is_finite() or exact.adjusted() > MEESTE_CIJFERS:
        return None
    cents = exact * iv3.DUIZEND_EURO
    return int(cents) if cents == cents.to_integral_value() else None


CHECKS: tuple[Callable[[Regel], Finding | None], ...] = (
    _check_dimensions,
    _check_document,
    _check_year,
    _check_name,
    _check_gemeente,
    _check_existence,
    _check_taakveld,
    _check_side,
    _check_categorie,
    _check_amount,
)


# --- lines among each other -----------------------------------------------------------------------------------------


def drop_duplicates(rows: Iterable[Rij]) -> tuple[list[Rij], list[Finding]]:
    """Keep each amount once; of two that differ neither is kept, for nobody can say which is right."""
    first: dict[tuple[object, ...], Rij] = {}
    wrong: set[tuple[object, ...]] = set()
    findings = []
    for row in rows:
        key = (*opgave_van(row), row.taakveld, row.categorie)
        earlier = first.setdefault(key, row)
        if earlier is row:
            continue
        if earlier.bedrag == row.bedrag:
            tekst = f"Deze regel staat er al, op regel {earlier.nummer}. Hij telt één keer; haal de dubbele weg."
            ernst = Ernst.WAARSCHUWING
        else:
            wrong.add(key)
            tekst = f"Regel {earlier.nummer} geeft een ander bedrag. Beide zijn niet opgenomen; houd de goede over."
            ernst = Ernst.FOUT
        findings.append(Finding("IV3_DUBBEL", _at(row), tekst, ernst=ernst, regelnummer=row.nummer))
    return [row for key, row in first.items() if key not in wrong], findings


def drop_sums(rows: Sequence[Rij]) -> tuple[list[Rij], list[Finding]]:
    """Leave out a sum that stands beside its own parts: of a taakveld, and of a categorie within it."""
    taakvelden: dict[Opgave, set[str]] = defaultdict(set)
    categorieen: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for row in rows:
        taakvelden[opgave_van(row)].add(row.taakveld)
        categorieen[*opgave_van(row), row.taakveld].add(row.categorie)
    kept, findings = [], []
    for row in rows:
        below = set(_below(row.indeling, row.taakveld)) & taakvelden[opgave_van(row)]
        kinds = {c for c in categorieen[*opgave_van(row), row.taakveld] if c != row.categorie}
        parts = below or {kind for kind in kinds if kind.startswith(row.categorie)}
        if not parts:
            kept.append(row)
            continue
        names = ", ".join(sorted(parts)[:4])
        tekst = (
            f"Dit is een som die naast zijn delen staat ({names}). De delen tellen, de som niet; lever een van beide."
        )
        findings.append(Finding("IV3_SOM", _at(row), tekst, regelnummer=row.nummer))
    return kept, findings


@cache
def _below(indeling: str, code: str) -> tuple[str, ...]:
    """Return every code below a sum; the sums of the whole domain and of everything are control totals beside it."""
    if code in ("6", "totaal"):
        return ()
    subs = iv3.subcodes(indeling, code)
    return subs + tuple(deeper for sub in subs for deeper in _below(indeling, sub))


def warn_of_sums(rows: Iterable[Rij]) -> list[Finding]:
    """Warn once per document of a code that is no taakveld of Iv3 but the sum of some."""
    seen: dict[tuple[int, str, str], Rij] = {}
    counts: dict[tuple[int, str, str], int] = defaultdict(int)
    for row in rows:
        if iv3.taakvelden()[row.indeling, row.taakveld].verzamelcode:
            key = (row.jaar, row.document, row.taakveld)
            seen.setdefault(key, row)
            counts[key] += 1
    findings = []
    for key, row in seen.items():
        tekst = (
            f"{row.taakveld} is in {row.jaar} een som van taakvelden ({counts[key]} regels). "
            "De bedragen zijn opgenomen als som; lever liever de taakvelden zelf."
        )
        ernst = Ernst.WAARSCHUWING
        findings.append(Finding("IV3_VERZAMELCODE", _at(row), tekst, ernst=ernst, regelnummer=row.nummer))
    return findings


def warn_of_negatives(rows: Iterable[Rij]) -> list[Finding]:
    """Warn of amounts below zero; they happen in real accounts and are kept."""
    tekst = "Het bedrag is negatief. Het is opgenomen zoals het er staat; controleer of het teken klopt."
    return [
        Finding("IV3_NEGATIEF", _at(row), tekst, ernst=Ernst.WAARSCHUWING, regelnummer=row.nummer)
        for row in rows
        if row.bedrag < 0
    ]


def drop_zeros(rows: Sequence[Rij]) -> tuple[list[Rij], list[Finding]]:
    """Leave out an opgave with zeros only: no gemeente spends nothing, so it was not delivered."""
    filled = {opgave_van(row) for row in rows if row.bedrag}
    empty = {opgave_van(row): row for row in reversed(rows) if opgave_van(row) not in filled}
    findings = []
    for (gemeente, jaar, document, side), row in sorted(empty.items()):
        tekst = (
            f"Gemeente {gemeente} heeft in {jaar} ({document}, {side}) alleen nullen. Dat is geen opgave; "
            "niet opgenomen. Lever de opgave aan zodra die er is."
        )
        ernst = Ernst.WAARSCHUWING
        findings.append(Finding("IV3_NULLEN", _at(row), tekst, ernst=ernst, regelnummer=row.nummer))
    return [row for row in rows if opgave_van(row) in filled], findings


def drop_other_units(rows: Sequence[Rij]) -> tuple[list[Rij], list[Finding]]:
    """Leave out the opgave of a gemeente whose spending on youth is hundreds of times as much or as little as usual."""
    given: dict[Opgave, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    first: dict[Opgave, Rij] = {}
    for row in rows:
        given[opgave_van(row)][row.taakveld] += row.bedrag
        first.setdefault(opgave_van(row), row)
    wrong, findings = set(), []
    for opgave, amounts in given.items():
        if not _is_other_unit(opgave, amounts):
            continue
        wrong.add(opgave)
        tekst = (
            f"De uitgaven aan jeugd van gemeente {opgave[0]} in {opgave[1]} ({opgave[2]}) zijn honderden malen wat "
            "gewoon is voor deze gemeente, of omgekeerd. Niet opgenomen. Geef de bedragen in duizenden euro's."
        )
        row = first[opgave]
        findings.append(Finding("IV3_EENHEID", _at(row), tekst, regelnummer=row.nummer))
    return [row for row in rows if opgave_van(row) not in wrong], findings


def _is_other_unit(opgave: Opgave, amounts: Mapping[str, int]) -> bool:
    """Whether spending is far too much, or far too little while every taakveld of youth is there."""
    parts = _youth_parts(amounts, opgave[1])
    usual = _usual_youth(opgave[0]) if opgave[3] == "lasten" else None
    now = abs(sum(part for part in parts if part is not None))
    if not usual or not now:
        return False
    return now / usual >= EENHEID_FACTOR or (None not in parts and now / usual <= 1 / EENHEID_FACTOR)


def _youth_parts(amounts: Mapping[str, int], jaar: int) -> list[int | None]:
    """Return the amounts of the taakvelden of youth that can be followed over all years; None is not reported."""
    indeling = _indeling(jaar)
    line = next(line for line in iv3.lijnen() if line.code == "jeugd")
    return [iv3.roll_up(amounts, indeling, code) for code in line.taakvelden[indeling]]


@cache
def _usual_youth(gemeente: str) -> float | None:
    """Return the median spending on youth of a gemeente over the years and documents that we have."""
    given: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for amount in iv3.bedragen(gemeente):
        given[amount.jaar, amount.document][amount.taakveld] = amount.bedrag
    sums = (sum(part or 0 for part in _youth_parts(amounts, jaar)) for (jaar, _), amounts in given.items())
    known = [youth for youth in sums if youth]
    return median(known) if known else None
