"""Take deliveries of Beleidsinformatie Jeugd in: archive first, then the rows of the deliveries that stand."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from shutil import copyfile
from typing import IO

from jeugdstelsel.engines import duckdb as duck
from jeugdstelsel.ingest.bij import MAX_BYTES, read_delivery
from jeugdstelsel.ingest.bij_meldingen import MELDINGEN, bevinding
from jeugdstelsel.ingest.bij_record import Bestand, Hulp, Maatregel, Record
from jeugdstelsel.ingest.pseudonym import Key, make_pseudonyms
from jeugdstelsel.ingest.unpack import clean_name, require_existing
from jeugdstelsel.model import Ernst, Finding, GebruikersFout, Instelling
from jeugdstelsel.services.intake import rows_to_table
from jeugdstelsel.services.warehouse import open_warehouse
from jeugdstelsel.standaard.bij import (
    GEBOORTE_ONGEBOREN,
    Indeling,
    Verslagperiode,
    lengte_van,
    periode_van,
    read_indeling,
    read_periode,
    standaard_indeling,
)
from jeugdstelsel.store import Archive, Delivery, read_key

FOLDER = "bij"
"""Folder in the work folder with the archive of these deliveries and what the user gave to read them with."""
PERIODEN = Instelling(
    "bij_perioden",
    2,
    "Hoeveel afgelopen verslagperioden nog met een correctie zijn te vervangen.",
    "jeugdstelsel",
    date(2026, 11, 22),
    "Het protocol (7.6) zegt dat het CBS in beginsel alleen de laatste en de voorlaatste periode verwerkt.",
)
GROUP = 500
"""Deliveries that are stored together."""
_TABLES = ("bij_jeugdhulp", "bij_maatregel", "bij_uitkomst")


@dataclass(frozen=True)
class Genomen:
    """What became of one delivery: what it is about (without its records), `status` as in bij_levering, how many."""

    naam: str
    bestand: Bestand
    status: str
    records: int
    al_bekend: bool = False


def check(paths: Iterable[Path], indeling: Path | None = None) -> Iterator[tuple[Path, Bestand]]:
    """Yield what each delivery under the paths says; nothing is stored. Raises GebruikersFout for a missing path."""
    layouts = [standaard_indeling(), *_layout(indeling)]
    for path in _files(paths):
        with path.open("rb") as stream:
            yield path, _read(stream, layouts)


def load(
    workdir: Path,
    paths: Iterable[Path] = (),
    *,
    van: str = "onbekend",
    door: str = "onbekend",
    ontvangen: date | None = None,
    indeling: Path | None = None,
    postcodes: Path | None = None,
) -> list[Genomen]:
    """Take deliveries in, and finish what an earlier run left; without paths only that.

    `ontvangen` is the day they arrived, today without it. `indeling` (TOML) and `postcodes` (CSV) are kept in the work
    folder; then everything is read anew from the archive, as after another key. Raises GebruikersFout for bad input.
    """
    files = _files(paths)
    own = workdir / FOLDER
    if not (files or indeling or postcodes or own.exists()):
        return []
    _keep_aids(own, indeling, postcodes)
    with closing(open_warehouse(workdir)) as connection:
        archive = Archive(own)
        archive.tidy()
        given = [_keep(archive, file, van, door, ontvangen) for file in files]
        known = {delivery.levering_id for delivery in archive.deliveries()}
        archive.record(given)
        store = _Store(connection, archive, read_key(workdir), own)
        store.prepare(anew=bool(indeling or postcodes))
        taken = dict(store.take())
        return [taken.get(one.levering_id) or _said(connection, one, one.levering_id in known) for one in given]


def _said(connection: duck.Connection, delivery: Delivery, known: bool) -> Genomen:
    """Return what was said of a delivery that had been taken in before."""
    columns = "soort, aanbieder, periode, regels, afgekeurd, status, records"
    query = f"SELECT {columns} FROM bij_levering WHERE levering_id = $id"
    row = duck.run_sql(connection, query, {"id": delivery.levering_id})[0]
    bestand = Bestand(row[0] or "", row[1] or "", read_periode(row[2] or ""), row[3], row[4])
    return Genomen(delivery.naam, bestand, row[5], row[6], known)


def _files(paths: Iterable[Path]) -> list[Path]:
    """Return the files to read: a file itself, and of a folder every CSV in it."""
    paths = list(paths)
    require_existing(paths)
    return [file for path in paths for file in (sorted(path.rglob("*.csv")) if path.is_dir() else [path])]


def _keep(archive: Archive, file: Path, van: str, door: str, ontvangen: date | None) -> Delivery:
    with file.open("rb") as stream:
        levering_id, size = archive.keep(stream)
    moment = datetime.now(UTC).isoformat(timespec="seconds") if ontvangen is None else ontvangen.isoformat()
    return Delivery(levering_id, clean_name(file.name), size, moment, van, door)


def _keep_aids(own: Path, indeling: Path | None, postcodes: Path | None) -> None:
    """Keep the layout and the list of postcodes with the data, after the check that they can be read."""
    own.mkdir(parents=True, exist_ok=True)
    if indeling:
        _layout(indeling)
        copyfile(indeling, own / "indeling.toml")
    if postcodes:
        read_postcodes(postcodes)
        copyfile(postcodes, own / "postcodes.csv")


def _layout(path: Path | None) -> list[Indeling]:
    if path is None or not path.exists():
        return []
    try:
        return [read_indeling(path.read_text(encoding="utf-8"))]
    except ValueError as error:
        raise GebruikersFout(
            f"de indeling {path} is niet te gebruiken. Neem een indeling uit de handleiding als voorbeeld."
        ) from error


def read_postcodes(path: Path) -> Mapping[str, str]:
    """Return {postcode: gemeentecode} from a CSV with the columns postcode and gemeente; raise GebruikersFout."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        separator = ";" if ";" in text.partition("\n")[0] else ","
        rows = csv.DictReader(text.splitlines(), delimiter=separator)
        return {row["postcode"].replace(" ", "").upper(): row["gemeente"].zfill(4) for row in rows}
    except (UnicodeDecodeError, KeyError, AttributeError, csv.Error) as error:
        raise GebruikersFout(
            f"de lijst {path} is niet te lezen. Geef een CSV in UTF-8 met de kolommen postcode en gemeente."
        ) from error


def _read(stream: IO[bytes], layouts: Sequence[Indeling]) -> Bestand:
    """Return the delivery in the first layout whose columns it has; of a file without end only the beginning."""
    data = stream.read(MAX_BYTES + 1)
    read = [read_delivery(data, layout) for layout in layouts]
    return next((bestand for bestand in read if bestand.soort), read[0])


def late(periode: Verslagperiode, soort: str, ontvangen: date) -> str:
    """Return whether a period was on the day of receipt still `loopt`, `open` for corrections, or `dicht`."""
    if periode.eind >= ontvangen:
        return "loopt"
    newest = periode_van(ontvangen, lengte_van(soort))
    for _ in range(PERIODEN.waarde):
        newest = newest.vorige
    return "open" if periode.begin >= newest.begin else "dicht"


class _Store:
    """Replays deliveries in order of arrival, so that the newest one of each aanbieder, soort and period stands."""

    def __init__(self, connection: duck.Connection, archive: Archive, key: Key, own: Path) -> None:
        self._connection, self._archive, self._key = connection, archive, key
        self._layouts = [standaard_indeling(), *_layout(own / "indeling.toml")]
        aid = own / "postcodes.csv"
        self._postcodes = read_postcodes(aid) if aid.exists() else {}
        self._standing: dict[tuple[str, str, str], str] = {}
        self._replaced: list[str] = []
        self._rows: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)

    def prepare(self, *, anew: bool) -> None:
        """Empty the tables when they must be made anew, or were made with another key.

        Raises GebruikersFout when the messages have yet another key: pseudonyms of two keys never mix.
        """
        mark = make_pseudonyms(["sleutelcontrole"], self._key)[0]
        if duck.read_note(self._connection, "client") not in (None, mark):
            raise GebruikersFout(
                "de sleutel hoort niet bij de berichten in deze werkmap. Zet de goede sleutel terug, of verwerk de "
                "berichten opnieuw met deze sleutel."
            )
        if anew or duck.read_note(self._connection, "bij_levering") not in (None, mark):
            ids = "SELECT levering_id FROM bij_levering"
            duck.run_sql(self._connection, f"DELETE FROM bevinding WHERE levering_id IN ({ids})")
            for name in (*_TABLES, "bij_levering"):
                duck.run_sql(self._connection, f"DELETE FROM {name}")
        duck.write_note(self._connection, "bij_levering", mark)
        rows = duck.run_sql(
            self._connection, "SELECT aanbieder, soort, periode, levering_id FROM bij_levering WHERE status = 'geldig'"
        )
        self._standing = {(row[0], row[1], row[2]): row[3] for row in rows}

    def take(self) -> Iterator[tuple[str, Genomen]]:
        """Store every delivery of the archive that is not stored yet, a group at a time, each group all or nothing."""
        stored = {row[0] for row in duck.run_sql(self._connection, "SELECT levering_id FROM bij_levering")}
        numbered = enumerate(self._archive.deliveries(), start=1)
        fresh = (item for item in numbered if item[1].levering_id not in stored)
        while group := list(islice(fresh, GROUP)):
            done = [(delivery.levering_id, self._take_one(number, delivery)) for number, delivery in group]
            self._flush()
            yield from done

    def _take_one(self, number: int, delivery: Delivery) -> Genomen:
        with self._archive.open(delivery.levering_id) as stream:
            bestand = _read(stream, self._layouts)
        received = date.fromisoformat(delivery.ontvangen_op[:10])
        bestand = self._with_verdict(bestand, received)
        if bestand.bruikbaar:
            self._stand(delivery.levering_id, bestand)
        head = (
            delivery.levering_id, number, received, bestand.soort or None, bestand.aanbieder or None, _code(bestand),
            bestand.regels, bestand.afgekeurd, len(bestand.records), "geldig" if bestand.bruikbaar else "afgekeurd",
            bestand.synthetisch,
        )  # fmt: skip
        self._rows["bij_levering"].append(head)
        self._rows["bevinding"] += (_finding_row(delivery.levering_id, bestand, found) for found in bestand.findings)
        return Genomen(delivery.naam, replace(bestand, records=()), str(head[-2]), len(bestand.records))

    def _with_verdict(self, bestand: Bestand, received: date) -> Bestand:
        """Refuse what came too early, and a correction that came too late (protocol 7.6)."""
        if not bestand.bruikbaar or bestand.periode is None:
            return bestand
        state = late(bestand.periode, bestand.soort, received)
        if state == "open":
            return bestand
        code = "BIJ_PERIODE_LOOPT" if state == "loopt" else "BIJ_LAAT"
        if state == "dicht" and _key(bestand) in self._standing:
            code = "BIJ_CORRECTIE_TE_OUD"
        said = replace(bestand, findings=(bevinding(code, bestand.soort), *bestand.findings))
        refused = MELDINGEN[code].ernst is Ernst.FOUT
        return replace(said, afgekeurd=bestand.regels, records=()) if refused else said

    def _stand(self, levering_id: str, bestand: Bestand) -> None:
        """Put the rows of a delivery in the place of those of the one that stood."""
        old = self._standing.get(_key(bestand))
        if old:
            self._replaced.append(old)
        self._standing[_key(bestand)] = levering_id
        for record, client in zip(
            bestand.records, pseudonyms_of(bestand.aanbieder, bestand.records, self._key), strict=True
        ):
            self._add(levering_id, bestand, record, client)

    def _add(self, levering_id: str, bestand: Bestand, record: Record, client: str) -> None:
        who, about = self._who(record, client), (bestand.aanbieder, _code(bestand))
        if isinstance(record, Hulp):
            self._rows["bij_jeugdhulp"].append((levering_id, record.regel, *about, *who, *_hulp_row(record)))
            self._rows["bij_uitkomst"] += (
                (levering_id, record.regel, *about, client, record.hulpvorm, record.datum_aanvang,
                 meting.informant, meting.nut, meting.zonder_hulp or None)
                for meting in record.metingen
            )  # fmt: skip
        else:
            row = (levering_id, record.regel, bestand.soort, *about, *who, *_maatregel_row(record))
            self._rows["bij_maatregel"].append(row)

    def _flush(self) -> None:
        """Write the rows of a group, then take away what no longer stands."""
        with duck.transaction(self._connection):
            for name, rows in self._rows.items():
                if rows:
                    duck.append(self._connection, name, rows_to_table(name, rows))
            for old in self._replaced:
                self._remove(old)
        self._rows, self._replaced = defaultdict(list), []

    def _remove(self, levering_id: str) -> None:
        """Take away the rows of a delivery that no longer stands; the archive keeps it."""
        old = {"id": levering_id}
        for name in _TABLES:
            duck.run_sql(self._connection, f"DELETE FROM {name} WHERE levering_id = $id", old)
        marked = "UPDATE bij_levering SET status = 'vervangen' WHERE levering_id = $id"
        duck.run_sql(self._connection, marked, old)

    def _who(self, record: Record, client: str) -> tuple[object, ...]:
        """Return client, bsn_soort, geboortejaar, geslacht and gemeente; the rest of the person stays behind."""
        person = record.jeugdige
        year = None if person.geboortedatum == GEBOORTE_ONGEBOREN else int(person.geboortedatum[:4])
        place = person.woonplaats if len(person.woonplaats) == 4 else self._postcodes.get(person.woonplaats)
        return client, person.bsn_soort, year, person.geslacht, place


def pseudonyms_of(aanbieder: str, records: Sequence[Record], key: Key) -> list[str]:
    """Return the pseudonym of each young person: of the BSN, or without one of what the aanbieder knows instead."""
    people = [record.jeugdige for record in records]
    return make_pseudonyms([p.bsn if p.bsn_soort == "bekend" else f"bij|{aanbieder}|{p.sleutel}" for p in people], key)


def _key(bestand: Bestand) -> tuple[str, str, str]:
    """Return what only one delivery stands for."""
    return bestand.aanbieder, bestand.soort, _code(bestand) or ""


def _code(bestand: Bestand) -> str | None:
    return bestand.periode.code if bestand.periode else None


def _hulp_row(record: Hulp) -> tuple[object, ...]:
    return (
        record.verwijzer, record.hulpvorm, record.gestart_met_crisis, record.datum_aanvang, record.datum_einde,
        record.reden_beeindiging or None,
    )  # fmt: skip


def _maatregel_row(record: Maatregel) -> tuple[object, ...]:
    return (
        record.maatregel, record.datum_aanvang, record.datum_einde, record.reden_beeindiging or None,
        record.nazorg or None, record.erkende_interventie or None, record.datum_overgedragen,
        record.datum_overgedragen_gekregen,
    )  # fmt: skip


def _finding_row(levering_id: str, bestand: Bestand, finding: Finding) -> tuple[object, ...]:
    sender = bestand.aanbieder or None
    return (
        levering_id, "", "BIJ", None, sender, sender, finding.regel, finding.ernst.value, None, finding.klasse,
        finding.regelnummer, finding.plaats, finding.tekst,
    )  # fmt: skip
