"""The reconciliation: messages beside Beleidsinformatie and Iv3, per area, with the causes of the difference."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from jeugdstelsel import standaard
from jeugdstelsel.publish.csvw import AANSLUITING
from jeugdstelsel.services.bijlage import perioden, zoek
from jeugdstelsel.services.herkomst import lees_herkomst
from jeugdstelsel.standaard.zorgvorm import zorgvormen
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel, als_csv
from jeugdstelsel.web.pagina import Pagina
from jeugdstelsel.web.templatetags.stelsel import getal, procent
from jeugdstelsel.web.vraag import bekend_op, kast_van, kies, naam_van

NIVEAUS = ("land", "jeugdregio", "gemeente")
DELEN = (("samen", "Samen"), ("beide", "In beide"), ("alleen ijw", "Alleen berichten"), ("alleen bij", "Alleen BIJ"))
BEDRAGEN = (("iv3", "Iv3"), ("gedeclareerd", "Gedeclareerd"), ("verschil", "Verschil"))
ZACHT = ("geschat", "deels geschat", "opgegeven", "deels opgegeven")
"""Grounds of a cause that a reader must see beside the amount."""
Rij = Mapping[str, Any]


def _inhoud(request: HttpRequest) -> Mapping[str, Any] | HttpResponse:
    blad = kast_van(request).blad
    known = perioden(blad, AANSLUITING)
    here = {"blad": blad, "bekend_op": bekend_op(request), "niveaus": NIVEAUS}
    if not known:
        return here | {"waarom_niet": lees_herkomst(blad).get("geen_aansluiting", "")}
    period = kies(request, "periode", known, known[0])
    niveau = kies(request, "niveau", NIVEAUS, "land")
    places = _plaatsen(niveau)
    gebied = kies(request, "plaats", places, next(iter(places)))
    found = zoek(blad, AANSLUITING, {"periode": period, "niveau": niveau, "gebied": gebied})
    if request.GET.get("formaat") == "csv":
        rows = [list(row.values()) for row in found.to_pylist()]
        return als_csv(f"aansluiting-{gebied}-{period}", found.column_names, rows)
    rows = found.to_pylist()
    people = _jongeren(rows)
    providers = _jongeren(rows, aanbieders=True) if niveau != "land" else {}
    return here | {
        "periode": period, "perioden": known, "niveau": niveau, "plaats": gebied, "plaatsen": places.items(),
        "waar": places[gebied], "over": rows[0] if rows else None,
        "schaal": f"{rows[0]['schaal']:g}".replace(".", ",") if rows and rows[0]["schaal"] else "",
        "soort": "jaar" if len(period) == 4 else "halfjaar",
        "jongeren": _tabel_jongeren(people, places[gebied]), "aanbieders": _tabel_aanbieders(providers, places[gebied]),
        "kosten": _tabel_kosten([row for row in rows if row["onderwerp"] == "kosten"], places[gebied]),
    }  # fmt: skip


def _plaatsen(niveau: str) -> dict[str, str]:
    """Return the places of a level by code, in the order of their names."""
    if niveau == "land":
        return {"NL": "Nederland"}
    if niveau == "jeugdregio":
        return dict(sorted(standaard.jeugdregios().items(), key=lambda item: item[1]))
    now = {code: each.naam for code, each in standaard.gemeenten().items() if each.geldig_tot_en_met is None}
    return dict(sorted(now.items(), key=lambda item: item[1]))


def _jongeren(rows: Iterable[Rij], *, aanbieders: bool = False) -> dict[str, list[Rij]]:
    """Return the rows about young people by zorgvorm, or by aanbieder."""
    found: dict[str, list[Rij]] = {}
    for row in rows:
        if row["onderwerp"] == "jongeren" and bool(row["aanbieder"]) == aanbieders:
            found.setdefault(row["aanbieder"] or row["lijn"], []).append(row)
    return found


def _tabel_jongeren(people: Mapping[str, Sequence[Rij]], waar: str) -> Tabel | None:
    """Return a row per zorgvorm: how many young people each source knows, and why they differ."""
    lines = [[Cel(zorgvormen()[form].naam), *_delen(rows)] for form, rows in people.items()]
    head = ("Zorgvorm", *(name for _, name in DELEN), "Oorzaken")
    return Tabel(f"Jongeren per bron, {waar}", head, lines) if lines else None


def _tabel_aanbieders(people: Mapping[str, Sequence[Rij]], waar: str) -> Tabel | None:
    lines = [
        [Cel(naam_van("aanbieder", code), reverse("aanbieder", args=[code])), *_delen(rows)]
        for code, rows in sorted(people.items())
    ]
    head = ("Aanbieder (AGB-code)", *(name for _, name in DELEN), "Oorzaken")
    return Tabel(f"Jongeren per bron en aanbieder, {waar}", head, lines) if lines else None


def _delen(rows: Sequence[Rij]) -> list[Cel]:
    cells = {row["deel"]: row for row in rows if not row["oorzaak"]}
    numbers = [Cel(_toon(cells.get(deel)), getal=True) for deel, _ in DELEN]
    return [*numbers, Cel("; ".join(_oorzaken(rows, met_deel=True)))]


def _tabel_kosten(rows: Sequence[Rij], waar: str) -> Tabel | None:
    """Return a row per line of costs; the total is the last."""
    lines: dict[tuple[str, str], list[Rij]] = {}
    for row in rows:
        lines.setdefault((row["soort"], row["lijn"]), []).append(row)
    cells = [[Cel(_naam(soort, lijn)), *_bedragen(parts)] for (soort, lijn), parts in lines.items()]
    head = ("Zorgvorm", *(name for _, name in BEDRAGEN), "Verschil van Iv3", "Oorzaken")
    return Tabel(f"Kosten in euro, {waar}", head, cells) if cells else None


def _bedragen(rows: Sequence[Rij]) -> list[Cel]:
    cells = {row["deel"]: row for row in rows if not row["oorzaak"]}
    iv3, gap = cells["iv3"]["waarde"], cells["verschil"]["waarde"]
    share = procent(gap / iv3) if iv3 and gap is not None else ""
    numbers = [Cel(_toon(cells.get(deel)), getal=True) for deel, _ in BEDRAGEN]
    return [*numbers, Cel(share, getal=True), Cel("; ".join(_oorzaken(rows)))]


def _naam(soort: str, lijn: str) -> str:
    if soort == "totaal":
        return "Totaal"
    return zorgvormen()[lijn].naam + (", zonder eigen taakveld" if soort == "rest" else "")


def _oorzaken(rows: Sequence[Rij], *, met_deel: bool = False) -> list[str]:
    """Return the causes that may be told, and that there are more when one may not."""
    named = [row for row in rows if row["oorzaak"]]
    told = [
        f"{row['deel'] + ': ' if met_deel else ''}{row['oorzaak']}"
        f"{' (' + row['grond'] + ')' if row['grond'] in ZACHT else ''} {getal(row['waarde'])}"
        for row in named
        if row["waarde"]
    ]
    return [*told, "overige oorzaken geheim"] if any(row["toestand"] == "geheim" for row in named) else told


def _toon(row: Rij | None) -> str:
    return "" if row is None else getal(row["waarde"], row["toestand"])


PAGINA = Pagina(
    "aansluiting", "Aansluiting van bronnen", _inhoud, menu="Aansluiting", onder="over", volgorde=4,
    voorbeelden=("/aansluiting", "/aansluiting?niveau=gemeente&plaats=0363"),
    api=("/v1/aansluitregels",),
)  # fmt: skip
