"""How a message fills the hallway: which element goes to which column."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Source:
    """Rows of one table from one repeating klasse of a message.

    `row` is the path whose occurrences are the rows; paths in `columns` (value) and `present`
    (whether the element is there) are relative to it. `constants` are the same for every row.
    `bsn` is the path of the BSN: within the row, within the row of the enclosing klasse, or empty.
    `when` names a required element of an optional klasse: without it there is no row.
    `ordinal_as` also stores the ordinal of the row in another column; `regelnummer` is then 1.
    """

    table: str
    row: str
    columns: Mapping[str, str]
    bsn: str = ""
    present: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    constants: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    when: str = ""
    ordinal_as: str = ""
    parent_ordinal_as: str = ""

    def element(self, column: str) -> str:
        """Return the full element path that fills a column."""
        return f"{self.row}/{self.columns.get(column) or self.present[column]}"


@dataclass(frozen=True)
class Message:
    """One message type and the rows it gives."""

    berichtsoort: str
    sources: tuple[Source, ...]


GEBOORTEDATUM = {"geboortedatum": "Geboortedatum/Datum", "datum_gebruik": "Geboortedatum/DatumGebruik"}
PRODUCT = {"product_categorie": "Product/Categorie", "product_code": "Product/Code"}
OMVANG = {
    "volume": "Omvang/Volume",
    "eenheid": "Omvang/Eenheid",
    "frequentie": "Omvang/Frequentie",
    "budget": "Budget",
}
PRESTATIE = {
    "referentie_nummer": "ProductReferentie/ReferentieNummer",
    "vorig_referentie_nummer": "ProductReferentie/VorigReferentieNummer",
    "toewijzing_nummer": "ToewijzingNummer",
    "product_categorie": "ProductCategorie",
    "product_code": "ProductCode",
    "begindatum": "ProductPeriode/Begindatum",
    "einddatum": "ProductPeriode/Einddatum",
    "geleverd_volume": "GeleverdVolume",
    "eenheid": "Eenheid",
    "product_tarief": "ProductTarief",
    "ingediend_bedrag": "IngediendBedrag/Bedrag",
    "debet_credit": "IngediendBedrag/DebetCredit",
}
CLIENT = "Bericht/Client"
CLIENT_BSN = "Client/Bsn"
"""Path of the BSN from the root row, for messages with one client."""


def short_client() -> Source:
    """The client of a message that names the young person with the short name."""
    columns = {**GEBOORTEDATUM, "geslacht": "Geslacht"}
    return Source("client", "Bericht", {k: f"Client/{v}" for k, v in columns.items()}, bsn=CLIENT_BSN)
