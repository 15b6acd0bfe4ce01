"""What a place is called for a reader: a gemeente, jeugdregio, provider or product by its code."""

from pathlib import Path

from jeugdstelsel import standaard
from jeugdstelsel.services.aanbieders import naam_van_aanbieder


def naam_van(werkmap: Path, niveau: str, code: str) -> str:
    """Return the name of a place at a level, its code when it has none; Nederland for an empty code."""
    if niveau == "gemeente" and code in standaard.gemeenten():
        return standaard.gemeenten()[code].naam
    if niveau == "jeugdregio":
        return standaard.jeugdregios().get(code, code)
    if niveau == "productcategorie":
        found = standaard.productcategorieen().get(code)
        return f"{code} {found.omschrijving}" if found else code
    if niveau == "aanbieder":
        return naam_van_aanbieder(werkmap, code)
    return code or "Nederland"
