"""The populations: in which months a young person or provider counts in which, as bits, and how those are counted."""

from jeugdstelsel.model import Column

MAANDEN = {
    "actief": "months with at least one day of help",
    "lopend": "months on whose last day help was running",
    "instroom": "month of the first start",
    "uitstroom": "month of the last stop",
    "verzocht": "month of the request",
    "toegewezen": "month of the toewijzing",
    "ingegaan": "month of the ingangsdatum",
    "gedeclareerd": "months with costs",
}
NUMMERS = ("persoon", "groep", "geheel", "traject", "cel")
"""Columns with numbers that stand for names within one calculation; another engine gives other numbers."""

PERSOON = "getal_van(client)"
"""The number of a young person, because numbers count faster than pseudonyms."""

GROEP = """getal_van_vier(
                gemeente, aanbieder, coalesce(product_categorie, 'onbekend'), coalesce(product_code, 'onbekend'))"""
"""The number of a combination of gemeente, provider and product; the grain of all facts."""

VAK = """getal_van(
                niveau || '|' || gemeente || '|' || jeugdregio || '|' || aanbieder || '|' || product_categorie
                || '|' || product_code)"""
"""The number of a cell: the same in every calculation, so that sums of different days can be added up."""

KETEN = "gedeclareerd | instroom | uitstroom"
"""The population `keten`: costs, start or stop."""

KOLOMMEN = tuple(Column(name, "integer", f"bit per month of the window: {text}") for name, text in MAANDEN.items())
SAMEN = ", ".join(f"bit_or({name}) AS {name}" for name in MAANDEN)
"""The months of several rows together."""


def tel_maanden(tabel: str) -> str:
    """Return the SQL that counts, per population and cell, the rows of a table with the same months."""
    return "\n            UNION ALL\n".join(
        f"            SELECT '{name}' AS populatie, cel, {bits} AS maanden, count(*) AS aantal FROM {tabel}"
        f" WHERE ({bits}) <> 0 GROUP BY cel, {bits}"
        for name, bits in ({name: name for name in MAANDEN} | {"keten": KETEN}).items()
    )


def tel_perioden(telling: str) -> str:
    """Return the SQL that brings such counts per months to counts per period."""
    return f"""
        SELECT t.populatie, t.cel, p.periode, CAST(sum(t.aantal) AS BIGINT) AS aantal
        FROM {telling} t
        JOIN periode p ON (t.maanden & CASE WHEN t.populatie = 'lopend' THEN p.slotmaand ELSE p.maanden END) <> 0
        GROUP BY t.populatie, t.cel, p.periode
    """
