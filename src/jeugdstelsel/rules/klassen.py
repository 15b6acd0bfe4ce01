"""The berichtklassen that several rules within a message read, and the questions those rules share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Klasse:
    """A berichtklasse as rows of a table.

    `alleen` picks its rows when the table holds more than one klasse. `ingangsdatum` and `einddatum`
    name the columns with the first and last day; a condition writes them as `{ingangsdatum}` and `{einddatum}`.
    """

    naam: str
    tabel: str
    alleen: str = ""
    ingangsdatum: str = "ingangsdatum"
    einddatum: str = "einddatum"

    def where(self, condition: str = "") -> str:
        """Return the WHERE clause for the rows of this klasse that meet `condition`, in its own columns."""
        own = condition.format(ingangsdatum=self.ingangsdatum, einddatum=self.einddatum)
        parts = [self.alleen, f"({own})" if self.alleen and own else own]
        return " WHERE " + " AND ".join(part for part in parts if part) if any(parts) else ""


CLIENT = Klasse("Client", "client")
RELATIE = Klasse("Relatie", "relatie")
CONTACT = Klasse("Contact", "contact", "van_relatie = 0")
RELATIE_CONTACT = Klasse("Relatie/Contact", "contact", "van_relatie > 0")
TOEGEWEZEN = Klasse("ToegewezenProduct", "toegewezen_product")
START = Klasse("StartProduct", "melding", "soort = 'start'")
STOP = Klasse("StopProduct", "melding", "soort = 'stop'")
AANGEVRAAGD = Klasse(
    "AangevraagdProduct",
    "aangevraagd_product",
    ingangsdatum="toewijzing_ingangsdatum",
    einddatum="toewijzing_einddatum",
)
ONGEWIJZIGD = Klasse("OngewijzigdProduct", "wijziging", "soort = 'ongewijzigd'")
TE_WIJZIGEN = Klasse("TeWijzigenProduct", "wijziging", "soort = 'te_wijzigen'", ingangsdatum="gewenste_ingangsdatum")
NIEUW = Klasse("NieuwProduct", "wijziging", "soort = 'nieuw'", ingangsdatum="gewenste_ingangsdatum")
DECLARATIE = Klasse("Declaratie", "declaratie")
DECLARATIE_ANTWOORD = Klasse("DeclaratieAntwoord", "declaratie_antwoord")
PRESTATIE = Klasse("Prestatie", "prestatie")
PRESTATIE_ANTWOORD = Klasse("Prestatie", "prestatie_antwoord")
ANTWOORD = Klasse("Antwoord", "antwoord")


def rows_where(condition: str, *klassen: Klasse) -> dict[str, str]:
    """Return per berichtklasse the query for its rows that meet `condition`."""
    return _per_naam((k.naam, f"SELECT bericht_id, regelnummer FROM {k.tabel}{k.where(condition)}") for k in klassen)


def rows_with_header_where(condition: str, *klassen: Klasse) -> dict[str, str]:
    """As `rows_where`, for a condition that also reads the header (`dagtekening`, `release`)."""
    return _per_naam(
        (
            k.naam,
            f"SELECT bericht_id, regelnummer FROM {k.tabel} JOIN bericht USING (bericht_id){k.where(condition)}",
        )
        for k in klassen
    )


def doubles(key: str, *klassen: Klasse) -> dict[str, str]:
    """Return the query for the last row of every group with the same `key`; an empty part of a key is a value."""
    return _per_naam(
        (
            k.naam,
            (
                f"SELECT bericht_id, MAX(regelnummer) AS regelnummer FROM {k.tabel}{k.where()}"
                f" GROUP BY bericht_id, {key} HAVING COUNT(*) > 1"
            ),
        )
        for k in klassen
    )


def overlaps(klasse: Klasse, counts: str = "") -> dict[str, str]:
    """Return the query for the rows of one klasse that overlap an earlier row for the same product.

    Only rows that meet `counts` take part. Both days of a period are inside; an empty last day never ends.
    Same product: equal category and code; when one has no code, equal category; no product at all equals everything.
    """
    return {
        klasse.naam: f"""
        WITH product AS (
            SELECT bericht_id, regelnummer, product_categorie, product_code,
                   {klasse.ingangsdatum} AS van, {klasse.einddatum} AS tot
            FROM {klasse.tabel}{klasse.where(counts)}
        )
        SELECT DISTINCT p.bericht_id, p.regelnummer
        FROM product p
        JOIN product eerder ON eerder.bericht_id = p.bericht_id AND eerder.regelnummer < p.regelnummer
        WHERE COALESCE(p.product_categorie = eerder.product_categorie, TRUE)
          AND COALESCE(p.product_code = eerder.product_code, TRUE)
          AND COALESCE(p.tot >= eerder.van, TRUE)
          AND COALESCE(eerder.tot >= p.van, TRUE)
        """
    }


def merge(*violations: Mapping[str, str]) -> dict[str, str]:
    """Return the queries of several groups of berichtklassen as one mapping; a klasse in two groups gets both."""
    return _per_naam((naam, query) for group in violations for naam, query in group.items())


def _per_naam(queries: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for naam, query in queries:
        found.setdefault(naam, []).append(query)
    return {naam: "\nUNION ALL\n".join(parts) for naam, parts in found.items()}
