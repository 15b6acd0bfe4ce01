"""Reads a list that a gemeente keeps itself, such as its own product codes: good lines, and a finding per bad one."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from jeugdstelsel.model import Finding, GebruikersFout

MELDINGEN: Mapping[str, str] = {
    "LIJST_CODERING": "Het bestand is niet in UTF-8. Sla het op als CSV in UTF-8.",
    "LIJST_GEEN_CSV": "Dit is geen CSV-bestand. Sla het werkblad op als CSV in UTF-8.",
    "LIJST_KOP": "De kop mist een kolom of heeft er een te veel. Neem de kop over die de handleiding geeft.",
    "LIJST_LEEG": "Er staat geen enkele regel in het bestand. Vul het aan, of laat het weg.",
    "LIJST_CELLEN": "De regel heeft meer of minder cellen dan de kop. Zet tekst met een scheidingsteken tussen "
    "aanhalingstekens.",
    "LIJST_GEMEENTE": "De gemeentecode bestaat niet. Gebruik de vier cijfers van het CBS.",
    "LIJST_SOORT": "De soort is geen productcode of productcategorie. Andere codes zijn landelijk en staan vast.",
    "LIJST_CODE": "De code past niet. Een productcode heeft vijf hoofdletters of cijfers, een categorie twee cijfers.",
    "LIJST_ZORGVORM": "Deze zorgvorm bestaat niet of is geen jeugdzorg. Kies uit: jeugdstelsel zorgvorm toon.",
    "LIJST_AANDEEL": "Het aandeel is geen getal boven 0 tot en met 1. Schrijf 0,25 of 0.25.",
    "LIJST_DATUM": "Een datum is niet te lezen. Schrijf jjjj-mm-dd; alleen geldig_tot mag leeg zijn.",
    "LIJST_PERIODE": "De laatste dag ligt voor de eerste. Beide dagen tellen mee.",
    "LIJST_REDEN": "De reden ontbreekt. Schrijf in een zin waarom de code hierbij hoort.",
    "LIJST_BRON": "De bron ontbreekt. Schrijf waar dit staat, zoals het contract of de grootboekrekening.",
    "LIJST_DUBBEL": "Deze regel staat er al. Laat er één staan.",
    "LIJST_OVERLAP": "Regels van deze code gelden deels tegelijk. Laat de ene eindigen voor de andere begint.",
    "LIJST_SOM": "De aandelen van deze code zijn op een dag samen niet 1. Vul aan met de zorgvorm onbekend.",
    "LIJST_JAAR": "Het jaar is niet te lezen of ligt voor 2015 of na 2099. Schrijf vier cijfers.",
    "LIJST_AANBIEDER": "De AGB-code heeft geen acht cijfers. Laat de cel leeg als er geen aanbieder bij hoort.",
    "LIJST_AGB": "De AGB-code van de aanbieder heeft geen acht cijfers. Vul haar aan met nullen aan het begin.",
    "LIJST_NAAM": "De naam van de aanbieder ontbreekt of is langer dan 200 tekens. Schrijf de naam voluit.",
    "LIJST_PAKKET": "De naam van het softwarepakket ontbreekt. Laat de regel weg als u het pakket niet kent.",
    "LIJST_OORZAAK": "Deze oorzaak kan niet. Kies taakgericht zonder berichten, pgb of andere betaler.",
    "LIJST_BEDRAG": "Het bedrag is geen geheel aantal eurocenten. Schrijf 1250000 voor 12.500 euro.",
}
"""What is wrong and what to do, in Dutch, by code."""

Regel: TypeAlias = dict[str, str]
Controle: TypeAlias = Callable[[Regel], str | None]
"""Looks at a line and returns the code of what is wrong, or None."""


@dataclass(frozen=True)
class Lijst:
    """The lines that can be used, by their number in the file, and what is wrong with the others."""

    regels: Mapping[int, Regel]
    bevindingen: tuple[Finding, ...]

    def zonder(self, fout: Mapping[int, str]) -> "Lijst":
        """Return the list without these lines, each with its finding."""
        kept = {number: line for number, line in self.regels.items() if number not in fout}
        found = (*self.bevindingen, *(bevinding(code, number) for number, code in fout.items()))
        return Lijst(kept, tuple(sorted(found, key=lambda finding: finding.regelnummer)))


def bevinding(code: str, regelnummer: int) -> Finding:
    """Return a finding about a line of the file; the head is line 1, and 0 is the whole file."""
    place = f"regel {regelnummer}" if regelnummer else "bestand"
    return Finding(code, place, MELDINGEN[code], regelnummer=regelnummer)


def read_lijst(path: Path, kolommen: Sequence[str], controles: Sequence[Controle]) -> Lijst:
    """Return the lines of a CSV file with these columns, separated by comma or semicolon.

    Cells are stripped. Raises GebruikersFout when the file cannot be opened; anything else is a finding.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GebruikersFout(f"{path} is niet te openen. Controleer de naam en de rechten.") from error
    except UnicodeDecodeError:
        return Lijst({}, (bevinding("LIJST_CODERING", 0),))
    separator = ";" if ";" in text.partition("\n")[0] else ","
    try:
        head = next(csv.reader(StringIO(text, newline=""), delimiter=separator), [])
        if [cell.strip() for cell in head] != list(kolommen):
            return Lijst({}, (bevinding("LIJST_KOP", 1),))
        judged = list(_judge(text, separator, kolommen, controles))
    except csv.Error:
        return Lijst({}, (bevinding("LIJST_GEEN_CSV", 0),))
    if not judged:
        return Lijst({}, (bevinding("LIJST_LEEG", 0),))
    good = {number: line for number, line, code in judged if code is None}
    return Lijst(good, tuple(bevinding(code, number) for number, _, code in judged if code is not None))


def _judge(
    text: str, separator: str, kolommen: Sequence[str], controles: Sequence[Controle]
) -> Iterator[tuple[int, Regel, str | None]]:
    """Yield each line with its number and the first thing that is wrong with it."""
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    next(rows)
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        number, cells = rows.line_num, tuple(cell.strip() for cell in row)
        if not any(cells):
            continue
        if len(cells) != len(kolommen):
            yield number, {}, "LIJST_CELLEN"
            continue
        line = dict(zip(kolommen, cells, strict=True))
        wrong = (code for check in controles if (code := check(line)) is not None)
        yield number, line, "LIJST_DUBBEL" if cells in seen else next(wrong, None)
        seen.add(cells)


def write_lijst(path: Path, kolommen: Sequence[str], regels: Sequence[Regel]) -> None:
    """Keep lines as CSV, all or nothing."""
    draft = path.with_name(f"{path.name}.nieuw")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, kolommen, lineterminator="\n")
        writer.writeheader()
        writer.writerows(regels)
    draft.replace(path)
