"""The reconciliation as it goes into a release."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from jeugdstelsel.model import NietToegestaan
from jeugdstelsel.services.aansluiting_deur import Aansluiting, Getal, sluit_alles_aan


def regels(workdir: Path, peildatum: date) -> tuple[list[dict[str, Any]], str]:
    """Return every number of the reconciliation of the last whole year and its halves, and why there are none.

    Half years are laid beside Beleidsinformatie only, so they have no rows without a delivery of it. Without a legal
    basis there are no rows, and the second value says so in Dutch; else it is empty.
    """
    year = peildatum.year - 1
    try:
        laid = list(sluit_alles_aan(workdir, f"{year}"))
        if any(found.vergeleken.bij_leveringen for found in laid):
            laid += [found for half in ("H1", "H2") for found in sluit_alles_aan(workdir, f"{year}-{half}")]
    except NietToegestaan as error:
        return [], str(error)
    return [row for found in laid for row in _plat(found)], ""


def _plat(found: Aansluiting) -> Iterator[dict[str, Any]]:
    """Yield every number of one area as a row of aansluiting.csv."""
    compared = found.vergeleken
    about = {
        "periode": compared.periode.naam, "niveau": found.niveau, "gebied": found.gebied, "status": found.status,
        "peildatum": compared.peildatum.isoformat(), "iv3_document": compared.document,
        "bij_leveringen": compared.bij_leveringen, "schaal": found.schaal or "",
        "synthetisch": "ja" if compared.synthetisch else "nee",
    }  # fmt: skip
    for row in (*_jongeren(found), *_kosten(found)):
        yield {**about, **row}


def _jongeren(found: Aansluiting) -> Iterator[dict[str, Any]]:
    for line in found.jongeren:
        place = {"onderwerp": "jongeren", "lijn": line.zorgvorm, "aanbieder": line.aanbieder}
        yield {**place, "deel": "samen", **_getal(line.totaal)}
        for deel, number in line.delen.items():
            yield {**place, "deel": deel, **_getal(number)}
            for cause, part in line.oorzaken.get(deel, {}).items():
                yield {**place, "deel": deel, "oorzaak": cause, **_getal(part)}


def _kosten(found: Aansluiting) -> Iterator[dict[str, Any]]:
    for line in found.kosten:
        place = {"onderwerp": "kosten", "lijn": line.lijn, "soort": line.soort}
        for deel, number in (("iv3", line.iv3), ("gedeclareerd", line.gedeclareerd), ("verschil", line.verschil)):
            yield {**place, "deel": deel, **_getal(number)}
        for cause, number in line.oorzaken.items():
            yield {
                **place,
                "deel": "oorzaak",
                "oorzaak": cause,
                "grond": line.grond.get(cause, "rest"),
                **_getal(number),
            }


def _getal(number: Getal) -> dict[str, Any]:
    return {"waarde": "" if number.waarde is None else number.waarde, "toestand": number.toestand}
