"""The levels at which indicators are computed, as rows: a new crossing is a row, not a new query."""

from typing import Any

from jeugdstelsel.model import Column, GebruikersFout, Table

DIMENSIES = {
    "gemeente": "met_gemeente",
    "jeugdregio": "met_jeugdregio",
    "aanbieder": "met_aanbieder",
    "productcategorie": "met_categorie",
    "productcode": "met_code",
}
"""The word for each dimension in the name of a level, and its column in `niveau`."""

LAND = "land"
KRUIS = " × "
STANDAARD = (
    LAND,
    "jeugdregio",
    "gemeente",
    "aanbieder",
    "productcategorie",
    "productcode",
)
"""The levels that are always computed; any other crossing is computed when asked."""

NIVEAU = Table(
    "niveau",
    "A level at which indicators are computed.",
    key=("niveau",),
    columns=(
        Column("niveau", "text", "land, one dimension, or several joined by ' × '"),
        *(Column(name, "boolean", f"whether {word} is part of the level") for word, name in DIMENSIES.items()),
    ),
)


def make_niveau(name: str) -> dict[str, Any]:
    """Return the row of a level; raises GebruikersFout when a word is no dimension."""
    words = [] if name == LAND else name.split(KRUIS)
    unknown = sorted(set(words) - set(DIMENSIES))
    if unknown or len(set(words)) < len(words):
        raise GebruikersFout(
            f"Het niveau '{name}' bestaat niet. Kies '{LAND}', of een of meer van "
            f"{', '.join(DIMENSIES)}, verbonden met '{KRUIS}'."
        )
    return {"niveau": name, **{column: word in words for word, column in DIMENSIES.items()}}
