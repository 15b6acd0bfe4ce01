"""Quality of the data per supplier: the scores that may leave, over time, and what a defect does to the figures."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.model import Finding, GebruikersFout
from jeugdstelsel.services.aansluiting_deur import sluit_aan
from jeugdstelsel.services.compute import find_indicator
from jeugdstelsel.services.eigen_lijst import Regel, read_lijst
from jeugdstelsel.services.show import find_code, name_of
from jeugdstelsel.services.verklaar import read_period
from jeugdstelsel.services.warehouse import open_warehouse

Soort = Literal["land", "gemeente", "aanbieder", "pakket"]
KOLOMMEN = ("aanbieder", "pakket", "geldig_van", "geldig_tot", "bron")
"""The head of the list of packages: who uses what, from and up to which day (both inside; the last may be empty)."""
ONBEKEND = "onbekend"
EVER = "9999-12-31"


@dataclass(frozen=True)
class Score:
    """A score: the indicator, a short name, the problem it shows, whether high or low is good, and how it is split."""

    indicator: str
    kort: str
    knelpunt: str
    goed: Literal["hoog", "laag"]
    uitsplitsing: str = ""


SCORES = (
    Score("koppelbaar", "Gekoppeld", "koppelen", "hoog"),
    Score("lokale_codes", "Eigen codes", "codes", "laag"),
    Score("productcodes_in_gebruik", "Codes", "codes", "laag"),
    Score("berichtsoorten_ongebruikt", "Soorten niet", "berichtsoorten", "laag"),
    Score("volledigheid", "Volledig", "volledigheid", "hoog"),
    Score("tijdigheid_verzoek", "Verzoek op tijd", "tijdigheid", "hoog"),
    Score("tijdigheid_start", "Start op tijd", "tijdigheid", "hoog"),
    Score("tijdigheid_stop", "Stop op tijd", "tijdigheid", "hoog"),
    Score("tijdigheid_declaratie", "Declaratie op tijd", "tijdigheid", "hoog"),
    Score("bevindingen_per_duizend", "Per 1000", "bevindingen", "laag", "alle"),
)
"""The four problems that CBS named, punctuality, and what the check of messages found."""

BIJ = Score("dekking_bij", "In berichten én BIJ", "volledigheid", "hoog")
"""No indicator, since it links two sources: of the young people in Beleidsinformatie, the share in the messages too."""
BETEKENIS_BIJ = {
    "titel": "Ook in de berichten, van Beleidsinformatie",
    "betekenis": "Het deel van de jongeren in Beleidsinformatie Jeugd dat ook in de berichten hulp heeft.",
    "eenheid": "aandeel",
    "bronnen": ("BIJ", "JW301", "JW305", "JW307", "JW323"),
}


@dataclass(frozen=True)
class Pakket:
    """The software package of one provider; both days are inside."""

    aanbieder: str
    naam: str
    van: datetime.date
    tot: datetime.date
    bron: str


@dataclass(frozen=True)
class Cijfer:
    """One score of one place in one period; `waarde` is None unless `toestand` is gepubliceerd.

    `regel` is filled for findings per rule. `aanbieders` is of a package: how many are in the score.
    """

    plaats: str
    indicator: str
    regel: str
    periode: str
    waarde: float | None
    toestand: str
    status: str
    aanbieders: int | None = None


@dataclass(frozen=True)
class Kwaliteit:
    """The scores of one or more places, and what was wrong in the list of packages.

    `namen` has the name of each place for a reader: that of a gemeente or provider with its code.
    """

    soort: Soort
    cijfers: tuple[Cijfer, ...]
    peildatum: str
    synthetisch: bool
    bevindingen: tuple[Finding, ...] = ()
    namen: Mapping[str, str] = field(default_factory=dict)

    @property
    def perioden(self) -> tuple[str, ...]:
        """The periods that have a score, in order."""
        return tuple(sorted({cijfer.periode for cijfer in self.cijfers}))

    @property
    def plaatsen(self) -> tuple[str, ...]:
        """The places that have a score, in order."""
        return tuple(sorted({cijfer.plaats for cijfer in self.cijfers}))


def read_quality(
    workdir: Path, soort: Soort, plaats: str | None = None, *, per: str = "kwartaal", pakketten: Path | None = None
) -> Kwaliteit:
    """Return the scores of one place, or of all places of a kind, for every period of this length.

    `pakketten` is a list with KOLOMMEN; no message names a package, so a provider that is not on it is 'onbekend'.
    Raises GebruikersFout for an unknown place, when nothing was computed, or when the list is missing.
    """
    if soort == "pakket" and pakketten is None:
        raise GebruikersFout(
            "geen bericht noemt het softwarepakket. Geef met --pakketten een lijst met de kolommen "
            f"{', '.join(KOLOMMEN)}."
        )
    listed, findings = read_packages(pakketten) if pakketten else ((), ())
    code = find_code(soort, plaats) if plaats and soort in ("gemeente", "aanbieder") else plaats
    with closing(open_warehouse(workdir, existing=True)) as connection:
        rows = _read(connection, "aanbieder" if soort == "pakket" else soort, per)
        peildatum = duck.run_sql(connection, "SELECT max(peildatum) FROM koppeling_stand")[0][0]
        synthetic = duck.run_sql(connection, "SELECT count(*) > 0 FROM levering WHERE synthetisch")[0][0]
    scores = _per_package(rows, listed) if soort == "pakket" else [_cijfer(row) for row in rows]
    wanted = [score for score in scores if code is None or score.plaats == code]
    if not wanted:
        raise GebruikersFout(
            f"er zijn geen scores van {f'{soort} {plaats}' if plaats else soort} per {per}. "
            f"Reken eerst met: jeugdstelsel bereken --werkmap {workdir}"
        )
    names = {place: name_of(soort, place, workdir) for place in {score.plaats for score in wanted}}
    return Kwaliteit(soort, tuple(wanted), str(peildatum), bool(synthetic), findings, names)


def describe(indicator: str) -> Mapping[str, Any]:
    """Return titel, betekenis, eenheid and bronnen of a score."""
    if indicator == BIJ.indicator:
        return BETEKENIS_BIJ
    found = find_indicator(indicator)
    return {name: getattr(found, name) for name in BETEKENIS_BIJ}


def with_bij(workdir: Path, found: Kwaliteit) -> Kwaliteit:
    """Return the scores of a place with its coverage beside Beleidsinformatie, for every half year and year.

    Of the published numbers of the reconciliation. Raises NietToegestaan without a legal basis for the link.
    """
    if found.soort == "pakket" or len(found.plaatsen) != 1:
        raise GebruikersFout("vergelijken met Beleidsinformatie gaat per gemeente of aanbieder, of voor Nederland.")
    periods = [name for name in found.perioden if read_period(name).soort in ("halfjaar", "jaar")]
    figures = [figure for period in periods if (figure := _coverage(workdir, found, period))]
    if not figures:
        raise GebruikersFout(
            "er is geen Beleidsinformatie van deze perioden. Laad haar met jeugdstelsel bij laad, en vraag "
            "--per halfjaar of jaar."
        )
    return replace(found, cijfers=(*found.cijfers, *figures))


def _coverage(workdir: Path, found: Kwaliteit, periode: str) -> Cijfer | None:
    """Return the share of the young people in Beleidsinformatie who have messages too; None when there are none."""
    place = found.plaatsen[0]
    gemeente, aanbieder = (place if found.soort == kind else "" for kind in ("gemeente", "aanbieder"))
    laid = sluit_aan(workdir, periode, gemeente=gemeente, per_aanbieder=bool(aanbieder))
    for line in laid.jongeren:
        if (line.zorgvorm, line.aanbieder) == ("jeugdzorg", aanbieder):
            both, missed = line.delen["beide"], line.delen["alleen bij"]
            state = next((part.toestand for part in (both, missed) if part.waarde is None), "gepubliceerd")
            total = (both.waarde or 0) + (missed.waarde or 0)
            if not laid.vergeleken.bij_leveringen or (state == "gepubliceerd" and not total):
                return None
            value = round((both.waarde or 0) / total, 2) if state == "gepubliceerd" else None
            return Cijfer(place, BIJ.indicator, "", periode, value, state, laid.status)
    return None


def _read(connection: duck.Connection, niveau: str, per: str) -> list[dict[str, Any]]:
    """Return every score at a level as it may leave, with the denominator to weigh it by."""
    names = ("plaats", "indicator", "regel", "periode", "waarde", "toestand", "status", "gewicht")
    part = f"c.{niveau}" if niveau != "land" else "'Nederland'"
    same = "gemeente", "jeugdregio", "aanbieder", "product_categorie", "product_code", "uitsplitsing"
    rows = duck.run_sql(
        connection,
        f"""
        SELECT {part}, c.indicator, coalesce(c.uitsplitsing, ''), c.periode, c.waarde, c.toestand, c.status,
               coalesce(w.noemer, 1)
        FROM cijfer c
        JOIN indicator_waarde w ON w.indicator = c.indicator AND w.periode = c.periode AND w.niveau = c.niveau
            AND {" AND ".join(f"w.{name} IS NOT DISTINCT FROM c.{name}" for name in same)}
        WHERE c.niveau = $niveau AND c.periode_soort = $per AND list_contains($codes, c.indicator)
        ORDER BY 1, 2, 3, 4
        """,
        {"niveau": niveau, "per": per, "codes": [score.indicator for score in SCORES]},
    )
    return [dict(zip(names, row, strict=True)) for row in rows]


def _cijfer(row: Mapping[str, Any]) -> Cijfer:
    return Cijfer(
        row["plaats"], row["indicator"], row["regel"], row["periode"], row["waarde"], row["toestand"], row["status"]
    )


def _per_package(rows: Iterable[Mapping[str, Any]], packages: Sequence[Pakket]) -> list[Cijfer]:
    """Return the scores of each package: the mean of what is public of its providers, weighed by their numbers.

    Only figures that may leave go in, so that nothing of a secret provider can be worked out of the mean.
    """
    groups: dict[tuple[str, str, str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        name = package_of(packages, row["plaats"], row["periode"])
        groups.setdefault((name, row["indicator"], row["regel"], row["periode"]), []).append(row)
    return [_mean(key, found) for key, found in sorted(groups.items())]


def _mean(key: tuple[str, str, str, str], rows: Sequence[Mapping[str, Any]]) -> Cijfer:
    public = [row for row in rows if row["waarde"] is not None]
    weight = sum(row["gewicht"] for row in public)
    if not weight:
        states = {row["toestand"] for row in rows}
        return Cijfer(*key, None, "geheim" if "geheim" in states else ONBEKEND, rows[0]["status"], 0)
    mean = sum(row["waarde"] * row["gewicht"] for row in public) / weight
    return Cijfer(*key, round(mean, 3), "gepubliceerd", rows[0]["status"], len(public))


def package_of(packages: Sequence[Pakket], aanbieder: str, periode: str) -> str:
    """Return the package that a provider used on the last day of a period, or 'onbekend'."""
    day = read_period(periode).eind
    names = (found.naam for found in packages if found.aanbieder == aanbieder and found.van <= day <= found.tot)
    return next(names, ONBEKEND)


# ---- the list of packages ------------------------------------------------------------------------------------------


def read_packages(path: Path) -> tuple[tuple[Pakket, ...], tuple[Finding, ...]]:
    """Return the lines of a list of packages that can be used, and a finding per line that cannot."""
    listed = read_lijst(path, KOLOMMEN, (_check_provider, _check_words, _check_days))
    listed = listed.zonder(_overlaps(listed.regels))
    return tuple(_package(line) for line in listed.regels.values()), listed.bevindingen


def _package(line: Regel) -> Pakket:
    van, tot = (datetime.date.fromisoformat(line[name] or EVER) for name in ("geldig_van", "geldig_tot"))
    return Pakket(line["aanbieder"], line["pakket"], van, tot, line["bron"])


def _check_provider(line: Regel) -> str | None:
    return None if re.fullmatch(r"\d{8}", line["aanbieder"]) else "LIJST_AGB"


def _check_words(line: Regel) -> str | None:
    if not line["pakket"] or line["pakket"] == ONBEKEND:
        return "LIJST_PAKKET"
    return None if line["bron"] else "LIJST_BRON"


def _check_days(line: Regel) -> str | None:
    try:
        package = _package({**line, "geldig_van": line["geldig_van"] or "leeg"})
    except ValueError:
        return "LIJST_DATUM"
    return "LIJST_PERIODE" if package.tot < package.van else None


def _overlaps(lines: Mapping[int, Regel]) -> dict[int, str]:
    """Return the lines of a provider that name a package for days that an earlier line has already."""
    found: dict[int, str] = {}
    kept: list[Pakket] = []
    for number, line in lines.items():
        package = _package(line)
        if any(
            other.aanbieder == package.aanbieder and other.van <= package.tot and package.van <= other.tot
            for other in kept
        ):
            found[number] = "LIJST_OVERLAP"
        else:
            kept.append(package)
    return found
