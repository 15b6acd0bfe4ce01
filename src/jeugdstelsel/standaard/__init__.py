"""The outside world as dated data: releases of iJw, products, gemeenten and regions.

Every dated folder holds our own CSV files and a `bron.toml` that says what came from where.
"""

from jeugdstelsel.standaard.bestand import Bron, data_folders, read_bron
from jeugdstelsel.standaard.gebied import (
    FOLDER_GEBIED,
    Bevolking,
    Gemeente,
    Herindeling,
    bevolking,
    bevolking_per_gemeente,
    gemeente_bestaat,
    gemeenten,
    gemeenten_op,
    herindelingen,
    jeugdregio_van,
    jeugdregios,
    opvolger,
    opvolgers,
    provincies,
)
from jeugdstelsel.standaard.grenzen import KAART_BREEDTE, KAART_HOOGTE, grenzen
from jeugdstelsel.standaard.producten import (
    FOLDER_JZ21,
    Productcategorie,
    Productcode,
    hulpvormen,
    productcategorieen,
    productcodes,
)
from jeugdstelsel.standaard.regelboek import (
    Regel,
    RegelPlaats,
    Retourcode,
    Termijn,
    Toewijzingsvariant,
    regels,
    regels_per_element,
    retourcodes,
    sleutels,
    termijnen,
    toewijzingsvarianten,
)
from jeugdstelsel.standaard.schema import (
    FOLDER,
    Bericht,
    Code,
    Datatype,
    Element,
    berichten,
    codelijst,
    datatypes,
    elementen,
    lijsten,
    namespace,
    release,
)


def bronnen() -> tuple[Bron, ...]:
    """Return where all outside data of this program comes from, to name in exports and on pages."""
    first = (FOLDER, FOLDER_JZ21, FOLDER_GEBIED)
    return tuple(read_bron(folder) for folder in (*first, *(name for name in data_folders() if name not in first)))


__all__ = [
    "KAART_BREEDTE",
    "KAART_HOOGTE",
    "Bericht",
    "Bevolking",
    "Bron",
    "Code",
    "Datatype",
    "Element",
    "Gemeente",
    "Herindeling",
    "Productcategorie",
    "Productcode",
    "Regel",
    "RegelPlaats",
    "Retourcode",
    "Termijn",
    "Toewijzingsvariant",
    "berichten",
    "bevolking",
    "bevolking_per_gemeente",
    "bronnen",
    "codelijst",
    "datatypes",
    "elementen",
    "gemeente_bestaat",
    "gemeenten",
    "gemeenten_op",
    "grenzen",
    "herindelingen",
    "hulpvormen",
    "jeugdregio_van",
    "jeugdregios",
    "lijsten",
    "namespace",
    "opvolger",
    "opvolgers",
    "productcategorieen",
    "productcodes",
    "provincies",
    "regels",
    "regels_per_element",
    "release",
    "retourcodes",
    "sleutels",
    "termijnen",
    "toewijzingsvarianten",
]
