"""The register of releases: every release is kept for ever with what was known when, and none can be changed."""

import csv
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from jeugdstelsel.model import Fout, GebruikersFout
from jeugdstelsel.publish.boom import Gebied
from jeugdstelsel.publish.instellingen import Instellingen, from_dict, to_dict

BLAD = "uitgave.json"
SYNTHETISCH = "synthetisch"


@dataclass(frozen=True)
class Uitgave:
    """One release. `moment` is when it was made, `gebied` the division in regions it was made with.

    `kenmerk` is the SHA-256 of its contents and of the release before it (`vorige`).
    """

    nummer: int
    moment: datetime
    instellingen: Instellingen
    cijfers: pa.Table
    gebied: Gebied
    metagegevens: Mapping[str, Any]
    kenmerk: str
    vorige: str
    map: Path

    @property
    def synthetisch(self) -> bool:
        """Whether the figures are about an invented country."""
        return bool(self.metagegevens.get(SYNTHETISCH))


def bewaar(
    cijfers: pa.Table,
    *,
    register: Path,
    moment: datetime,
    instellingen: Instellingen,
    gebied: Gebied,
    metagegevens: Mapping[str, Any],
    vul_aan: Callable[[Path, int], None] = lambda map, nummer: None,
) -> Uitgave:
    """Add a release to the register and return it; `vul_aan` writes more files in its folder, given its number.

    Raises Fout when another release was added meanwhile or when an earlier one was changed.
    """
    numbers = _nummers(register)
    before = _lees_blad(register, numbers[-1])["kenmerk"] if numbers else ""
    number = numbers[-1] + 1 if numbers else 1
    draft = register / f".in_wording_{uuid4().hex}"
    draft.mkdir(parents=True)
    try:
        _schrijf_cijfers(cijfers, draft, metagegevens)
        _schrijf_gebied(gebied, draft / "gebied.csv")
        vul_aan(draft, number)
        sheet = {
            "nummer": number,
            "moment": moment.isoformat(),
            "vorige": before,
            "instellingen": to_dict(instellingen),
            "metagegevens": dict(metagegevens),
            "bestanden": {path.name: _kenmerk(path.read_bytes()) for path in sorted(draft.iterdir())},
        }
        sheet["kenmerk"] = _kenmerk_van(sheet)
        (draft / BLAD).write_text(json.dumps(sheet, ensure_ascii=False, indent=1), encoding="utf-8")
        _zet_vast(draft, register / f"{number:04d}")
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return lees_uitgave(register, number)


def lees_uitgave(register: Path, nummer: int) -> Uitgave:
    """Return a release; raises GebruikersFout when it is not there and Fout when it was changed."""
    folder = register / f"{nummer:04d}"
    if not (folder / BLAD).exists():
        raise GebruikersFout(f"Uitgave {nummer} staat niet in {register}. Aanwezig: {_nummers(register) or 'geen'}.")
    sheet = _lees_blad(register, nummer)
    return Uitgave(
        nummer=nummer,
        moment=datetime.fromisoformat(sheet["moment"]),
        instellingen=from_dict(sheet["instellingen"]),
        cijfers=pq.read_table(folder / "cijfers.parquet").drop_columns([SYNTHETISCH]),
        gebied=_lees_gebied(folder / "gebied.csv"),
        metagegevens=sheet["metagegevens"],
        kenmerk=sheet["kenmerk"],
        vorige=sheet["vorige"],
        map=folder,
    )


def lees_uitgaven(register: Path) -> tuple[Uitgave, ...]:
    """Return every release of the register, the oldest first; raises Fout when one is missing or was changed."""
    releases = tuple(lees_uitgave(register, number) for number in _nummers(register))
    before = ""
    for release in releases:
        if release.vorige != before:
            raise Fout(
                f"Uitgave {release.nummer} sluit niet aan op de uitgave ervoor: er ontbreekt er een of er is "
                "een vervangen. Zet het register terug uit een reservekopie."
            )
        before = release.kenmerk
    return releases


def lees_uitgave_op(register: Path, dag: date) -> Uitgave:
    """Return the release that stood on a day: the last one made on or before it; raises GebruikersFout without one."""
    numbers = _nummers(register)
    for number in reversed(numbers):
        if datetime.fromisoformat(_lees_blad(register, number)["moment"]).date() <= dag:
            return lees_uitgave(register, number)
    if not numbers:
        raise GebruikersFout("er is nog geen uitgave gemaakt. Maak er een met: jeugdstelsel publiceer")
    first = lees_uitgave(register, numbers[0])
    raise GebruikersFout(
        f"op {dag} was er nog geen uitgave; de eerste is van {first.moment.date()}. Met --nagerekend rekent u uit wat "
        "er toen was ontvangen."
    )


def vergelijk(nieuw: pa.Table, oud: pa.Table) -> pa.Table:
    """Return the figures that differ: key, waarde, toestand and status before and after, and `verschil`.

    `verschil` is nieuw, vervallen or gewijzigd; a figure of an unchanged cell is not there.
    """
    keys = [name for name in nieuw.column_names if name not in ("waarde", "dekking", "status", "toestand")]
    joined = _vol(oud, keys, "_oud").join(_vol(nieuw, keys, "_nieuw"), keys=keys, join_type="full outer")
    before, after = joined["toestand_oud"], joined["toestand_nieuw"]
    same_value = pc.equal(
        pc.fill_null(joined["waarde_oud"], -1e300),
        pc.fill_null(joined["waarde_nieuw"], -1e300),
    )
    same = pc.fill_null(pc.and_(pc.equal(before, after), same_value), False)
    kind = pc.if_else(
        pc.is_null(before),
        "nieuw",
        pc.if_else(pc.is_null(after), "vervallen", "gewijzigd"),
    )
    changed = joined.append_column("verschil", kind).filter(pc.invert(same))
    return changed.sort_by([(name, "ascending") for name in keys])


def _vol(table: pa.Table, keys: list[str], achter: str) -> pa.Table:
    columns = {name: pc.fill_null(table[name], "") for name in keys}
    return pa.table(columns | {f"{name}{achter}": table[name] for name in ("waarde", "toestand", "status")})


def _nummers(register: Path) -> list[int]:
    return sorted(int(path.parent.name) for path in register.glob(f"[0-9]*/{BLAD}"))


def _kenmerk(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _kenmerk_van(sheet: Mapping[str, Any]) -> str:
    content = {key: value for key, value in sheet.items() if key != "kenmerk"}
    return _kenmerk(json.dumps(content, ensure_ascii=False, sort_keys=True).encode())


def _lees_blad(register: Path, nummer: int) -> dict[str, Any]:
    folder = register / f"{nummer:04d}"
    sheet: dict[str, Any] = json.loads((folder / BLAD).read_text(encoding="utf-8"))
    intact = sheet.get("kenmerk") == _kenmerk_van(sheet) and all(
        (folder / name).exists() and _kenmerk((folder / name).read_bytes()) == mark
        for name, mark in sheet["bestanden"].items()
    )
    if not intact:
        raise Fout(
            f"Uitgave {nummer} in {register} is na het uitbrengen veranderd. Zet haar terug uit een reservekopie."
        )
    return sheet


def _schrijf_cijfers(cijfers: pa.Table, folder: Path, metagegevens: Mapping[str, Any]) -> None:
    """Write the figures as Parquet and CSV; every row and the Parquet metadata say whether they are synthetic."""
    label = "ja" if metagegevens.get(SYNTHETISCH) else "nee"
    table = cijfers.append_column(SYNTHETISCH, pa.array([label] * cijfers.num_rows, pa.string()))
    notes = json.dumps(dict(metagegevens), ensure_ascii=False)
    table = table.replace_schema_metadata({"jeugdstelsel": notes})
    pq.write_table(table, folder / "cijfers.parquet", compression="zstd")
    pacsv.write_csv(table, folder / "cijfers.csv")
    (folder / "metagegevens.json").write_text(
        json.dumps(dict(metagegevens), ensure_ascii=False, indent=1), encoding="utf-8"
    )


def _schrijf_gebied(gebied: Gebied, pad: Path) -> None:
    with pad.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["gemeente", "jaar", "jeugdregio"])
        writer.writerows([gemeente, jaar, regio] for (gemeente, jaar), regio in sorted(gebied.items()))


def _lees_gebied(pad: Path) -> dict[tuple[str, int], str]:
    with pad.open(newline="", encoding="utf-8") as file:
        return {(row["gemeente"], int(row["jaar"])): row["jeugdregio"] for row in csv.DictReader(file)}


def _zet_vast(draft: Path, final: Path) -> None:
    """Make the files read-only, safe on disk and visible under their number in one step."""
    for path in draft.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
        path.chmod(0o444)
    try:
        draft.rename(final)
    except OSError as error:
        raise Fout(f"Uitgave {final.name} is intussen al gemaakt. Begin opnieuw, dan telt die uitgave mee.") from error
