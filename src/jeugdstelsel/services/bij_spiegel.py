"""The mirror report: what one aanbieder delivered, beside its former period and its own iJw messages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.bij_meldingen import MELDINGEN
from jeugdstelsel.ingest.bij_record import Record
from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.bij import load
from jeugdstelsel.services.bij_levering import find_periode, make_delivery
from jeugdstelsel.services.grondslag import require_grondslag
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.standaard.bij import TERMIJN, Verslagperiode, bij_codes

Rij: TypeAlias = Mapping[str, Any]
LISTS: Mapping[str, Mapping[str, str]] = {
    "bij_jeugdhulp": {
        "hulpvorm": "hulpvorm",
        "verwijzer": "verwijzer",
        "gestart_met_crisis": "ja_nee",
        "reden_beeindiging": "reden_jeugdhulp",
    },
    "bij_maatregel": {"maatregel": "maatregel", "reden_beeindiging": "reden_maatregel"},
}
"""Per table the columns that are counted, with the list of their codes."""


@dataclass(frozen=True)
class SpiegelRegel:
    """How often one code occurs: young people and records delivered, records a period earlier and in the messages.

    None is not known: no former delivery, or no comparison with the messages.
    """

    kenmerk: str
    code: str
    betekenis: str
    jongeren: int
    records: int
    vorige: int | None
    berichten: int | None


@dataclass(frozen=True)
class Spiegel:
    """The mirror of one delivery; `overlap` counts young people in it only, in the messages only, and in both."""

    aanbieder: str
    soort: str
    periode: str
    ontvangen_op: date
    dagen_na_termijn: int
    regels: int
    afgekeurd: int
    synthetisch: bool
    telling: tuple[SpiegelRegel, ...]
    bevindingen: tuple[tuple[str, int, str], ...]
    overlap: tuple[int, int, int] | None
    zonder_berichten: str


def make_mirror(workdir: Path, aanbieder: str, periode: str, soort: str = "jeugdhulp") -> Spiegel:
    """Return the mirror of the delivery that stands. Raises GebruikersFout when there is none.

    Without a legal basis for 'ijw→bij', or without linked messages, the comparison with the messages is left out and
    `zonder_berichten` says why.
    """
    span = find_periode(periode, soort)
    load(workdir)
    with closing(open_warehouse(workdir, existing=True)) as connection:
        head = _head(connection, aanbieder, soort, periode)
        found = duck.run_sql(connection, FINDINGS, {"id": head["levering_id"]})
        rows = _read(connection, aanbieder, soort, span)
        known = _stands(connection, aanbieder, soort, span)
        former = _read(connection, aanbieder, soort, span.vorige) if known else None
    messages, why = _messages(workdir, aanbieder, periode, soort)
    return Spiegel(
        aanbieder, soort, periode, head["ontvangen_op"], (head["ontvangen_op"] - span.eind - TERMIJN).days,
        head["regels"], head["afgekeurd"], head["synthetisch"], tuple(_Bronnen(rows, former, messages).lines(soort)),
        tuple((code, number, MELDINGEN[code].wat) for code, number in found),
        None if messages is None else _overlap(rows, messages), why,
    )  # fmt: skip


HEAD = ("levering_id", "ontvangen_op", "regels", "afgekeurd", "synthetisch")
FINDINGS = "SELECT regel, count(*) FROM bevinding WHERE levering_id = $id GROUP BY regel ORDER BY 2 DESC, 1"
STANDING = """
    FROM bij_levering
    WHERE status = 'geldig' AND aanbieder = $aanbieder AND soort = $soort AND periode = $periode
"""


def _head(connection: duck.Connection, aanbieder: str, soort: str, periode: str) -> dict[str, Any]:
    named = {"aanbieder": aanbieder, "soort": soort, "periode": periode}
    rows = duck.run_sql(connection, f"SELECT {', '.join(HEAD)} {STANDING}", named)
    if not rows:
        raise GebruikersFout(
            f"van {aanbieder} geldt er geen levering {soort} over {periode}. Neem haar op met: jeugdstelsel bij laad"
        )
    return dict(zip(HEAD, rows[0], strict=True))


def _stands(connection: duck.Connection, aanbieder: str, soort: str, periode: Verslagperiode) -> bool:
    """Whether the period before was delivered; otherwise zero would look like nothing happened."""
    named = {"aanbieder": aanbieder, "soort": soort, "periode": periode.vorige.code}
    return bool(duck.run_sql(connection, f"SELECT 1 {STANDING}", named))


def _read(connection: duck.Connection, aanbieder: str, soort: str, periode: Verslagperiode) -> list[Rij]:
    """Return client and counted codes of each record."""
    table = _table(soort)
    columns = ("client", *LISTS[table])
    only = "" if table == "bij_jeugdhulp" else "AND soort = $soort"
    named = {"aanbieder": aanbieder, "periode": periode.code} | ({"soort": soort} if only else {})
    query = f"SELECT {', '.join(columns)} FROM {table} WHERE aanbieder = $aanbieder AND periode = $periode {only}"
    return [dict(zip(columns, row, strict=True)) for row in duck.run_sql(connection, query, named)]


def _table(soort: str) -> str:
    return "bij_jeugdhulp" if soort == "jeugdhulp" else "bij_maatregel"


def _messages(workdir: Path, aanbieder: str, periode: str, soort: str) -> tuple[list[Rij] | None, str]:
    """Return what the messages say, or None and why not."""
    try:
        require_grondslag(workdir, "ijw→bij")
        made = make_delivery(workdir, aanbieder, periode, soort, aanvullen=False)
    except (NietToegestaan, GebruikersFout) as refusal:
        return None, str(refusal)
    return [_as_row(record, soort) for record in made.records], ""


def _as_row(record: Record, soort: str) -> Rij:
    return {"client": record.jeugdige.bsn, **{name: getattr(record, name) for name in LISTS[_table(soort)]}}


@dataclass(frozen=True)
class _Bronnen:
    """The records of this period, of the period before and of the messages; None is not known."""

    nu: Sequence[Rij]
    vorige: Sequence[Rij] | None
    berichten: Sequence[Rij] | None

    def line(self, kenmerk: str, code: str, name: str, column: str, wanted: Callable[[Any], bool]) -> SpiegelRegel:
        """Count the records whose column has a wanted value."""
        mine = [row for row in self.nu if wanted(row[column])]
        before, said = (
            None if rows is None else sum(1 for row in rows if wanted(row[column]))
            for rows in (self.vorige, self.berichten)
        )
        return SpiegelRegel(kenmerk, code, name, len({row["client"] for row in mine}), len(mine), before, said)

    def lines(self, soort: str) -> Iterator[SpiegelRegel]:
        """Yield the totals, then each code that occurs; what is empty is counted as not known."""
        yield self.line("totaal", "", "alle records", "client", bool)
        for kenmerk, lijst in LISTS[_table(soort)].items():
            codes = bij_codes(lijst)
            for code in (*codes, ""):
                name = codes[code].betekenis if code else "onbekend of niet van toepassing"
                line = self.line(kenmerk, code, name, kenmerk, _equal(code))
                if line.records or line.vorige or line.berichten:
                    yield line


def _equal(code: str) -> Callable[[Any], bool]:
    return lambda value: (value or "") == code


def _overlap(nu: Sequence[Rij], berichten: Sequence[Rij]) -> tuple[int, int, int]:
    """Count the young people in the delivery only, in the messages only, and in both."""
    delivered, said = ({row["client"] for row in rows} for rows in (nu, berichten))
    return len(delivered - said), len(said - delivered), len(delivered & said)
