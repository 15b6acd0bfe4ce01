"""What a release changed: a table of every figure that differs, and a page that a reader understands."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv

from jeugdstelsel.publish.uitgave import SYNTHETISCH, Uitgave, vergelijk

_KOP = ("nieuw", "vervallen", "bijgesteld", "hersteld", "andere toestand")


def schrijf_wijzigingen(
    folder: Path,
    cijfers: pa.Table,
    metagegevens: Mapping[str, Any],
    nummer: int,
    vorige: Uitgave | None,
    toelichting: str = "",
) -> None:
    """Write wijzigingen.csv and errata.md: what differs from the release before.

    A figure that was 'voorlopig' is bijgesteld, one that was 'definitief' is hersteld: that is an erratum. A figure
    that became or was secret or unknown is neither.
    """
    before = vorige.cijfers if vorige else cijfers.slice(0, 0)
    changes = vergelijk(cijfers, before)
    told = changes if vorige else changes.slice(0, 0)
    label = pa.repeat(pa.scalar("ja" if metagegevens.get(SYNTHETISCH) else "nee"), told.num_rows)
    pacsv.write_csv(told.append_column(SYNTHETISCH, label), folder / "wijzigingen.csv")
    lines = [f"# Wijzigingen in uitgave {nummer}", ""]
    if metagegevens.get("let_op"):
        lines += [f"**SYNTHETISCH.** {metagegevens['let_op']}", ""]
    if vorige is None:
        lines += ["Dit is de eerste uitgave; er is niets om mee te vergelijken."]
    else:
        lines += [f"Vergeleken met uitgave {vorige.nummer} van {vorige.moment.date()}.", ""]
        lines += [*_tabel(changes), "", *_definities(metagegevens, vorige.metagegevens)]
    lines += ["", "## Toelichting", "", toelichting.strip() or "Er is geen toelichting gegeven."]
    (folder / "errata.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _soort(row: Mapping[str, Any]) -> str:
    if row["verschil"] != "gewijzigd":
        return str(row["verschil"])
    if row["toestand_oud"] != row["toestand_nieuw"]:
        return "andere toestand"
    return "hersteld" if row["status_oud"] == "definitief" else "bijgesteld"


def _tabel(changes: pa.Table) -> list[str]:
    """Return the counts per indicator as a Markdown table, with the errata said first."""
    names = ["indicator", "verschil", "status_oud", "toestand_oud", "toestand_nieuw"]
    counts: dict[str, Counter[str]] = {}
    for row in changes.group_by(names).aggregate([([], "count_all")]).to_pylist():
        counts.setdefault(row["indicator"], Counter())[_soort(row)] += row["count_all"]
    if not counts:
        return ["Geen enkel cijfer is anders."]
    errata = sum(count["hersteld"] for count in counts.values())
    said = f"Erratum: {errata} cijfers die definitief heetten, zijn hersteld." if errata else "Er zijn geen errata."
    return [
        said, "", f"| indicator | {' | '.join(_KOP)} |", f"|---|{'---:|' * len(_KOP)}",
        *(f"| {code} | {' | '.join(str(counts[code][kind]) for kind in _KOP)} |" for code in sorted(counts)),
        "", "Bijgesteld: was voorlopig. Hersteld: was definitief. Elk cijfer staat in wijzigingen.csv.",
    ]  # fmt: skip


def _definities(nieuw: Mapping[str, Any], oud: Mapping[str, Any]) -> list[str]:
    """Return which definitions read otherwise now, and which settings of disclosure control changed."""
    before = {each["code"]: each for each in oud.get("indicatoren", ())}
    told = ("definitie", "eenheid", "teller", "noemer", "begrip")
    changed = [
        each["code"]
        for each in nieuw.get("indicatoren", ())
        if each["code"] in before and any(each.get(name) != before[each["code"]].get(name) for name in told)
    ]
    plain = json.loads(json.dumps(nieuw["instellingen"]))
    settings = [name for name, value in plain.items() if oud["instellingen"].get(name) != value]
    return [
        f"Gewijzigde definities: {', '.join(changed) or 'geen'}.",
        f"Gewijzigde instellingen van de onthullingsbeveiliging: {', '.join(settings) or 'geen'}.",
    ]
