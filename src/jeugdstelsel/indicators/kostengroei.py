"""What the change of costs between two periods is made of: the factors of every product, as portable SQL.

The costs of a product in a period are the product of seven factors:

    young inhabitants × young people with costs per inhabitant × products per young person
    × share of this product in those × months per young person × units per month × price per unit

A product is one categorie, code and unit; minutes and hours are one unit. Lines billed in euros (unit 83) have no
volume: their unit is the month. Only what was not rejected counts, so the money equals `kosten.netto`.

The queries read `kostenregel` (linkage/kostenregel.py).
"""

FACTOREN = ("bevolking", "gebruik", "stapeling", "mix", "duur", "inzet", "prijs")
"""The factors, in the order of the product above."""

DELEN = (*FACTOREN, "aanbod")
"""The parts of a change: one per factor, and what is billed in one of the periods only."""

TITELS = {
    "bevolking": "Bevolking: meer of minder inwoners tot 23 jaar",
    "gebruik": "Gebruik: meer of minder jongeren per inwoner",
    "stapeling": "Stapeling: meer of minder soorten hulp per jongere",
    "mix": "Mix: andere soorten hulp",
    "duur": "Duur: meer of minder maanden per jongere",
    "inzet": "Inzet: meer of minder eenheden per maand",
    "prijs": "Prijs: duurder of goedkoper per eenheid",
    "aanbod": "Nieuw of vervallen aanbod",
}


def titel_van(deel: str, bevat: str = "") -> str:
    """Return what a part of a change is called, with what is taken together with it (`bevat`, between spaces)."""
    first, *more = bevat.split() or [deel]
    return " en ".join([TITELS[first], *(TITELS[name].lower() for name in more)])


BETEKENIS = (
    "Waardoor de gedeclareerde kosten van de ene periode op de andere veranderden. De delen tellen samen op tot het "
    "verschil."
)
EENHEID = "euro"
BRONNEN = ("JW323", "JW325", "CBS bevolking")
BEPERKINGEN = (
    "Een ontleding beschrijft en bewijst geen oorzaak.",
    "De bevolking tot 23 jaar is die op 1 januari van het jaar, van de gemeenten met kosten; een schatting zolang geen "
    "CBS-cijfers naar leeftijd zijn geladen. Binnen één jaar is dit deel daarom nul.",
    "Bij declaraties in euro's (eenheid 83) is de eenheid een maand: inzet telt dan mee in prijs.",
    "Taakgerichte financiering, pgb en facturen buiten iJw ontbreken.",
    "De delen van gemeenten tellen niet op tot die van hun regio: een jongere telt in elk gebied één keer.",
)

_MAAND = """
    WITH
    persoon_maand AS (
        SELECT periode, product_categorie, product_code, eenheid, client, maand, sum(netto) AS netto,
               sum(volume) AS volume
        FROM kostenregel
        GROUP BY periode, product_categorie, product_code, eenheid, client, maand
    ),
    product AS (
        SELECT
            periode, product_categorie, product_code, eenheid, sum(netto) AS netto,
            CASE WHEN eenheid = '83' THEN count(*) FILTER (WHERE netto > 0) ELSE coalesce(sum(volume), 0) END AS volume,
            count(*) FILTER (WHERE netto > 0) AS maanden,
            count(DISTINCT CASE WHEN netto > 0 THEN client END) AS jongeren
        FROM persoon_maand
        GROUP BY periode, product_categorie, product_code, eenheid
    ),
    vergelijkbaar AS (
        SELECT product_categorie, product_code, eenheid, 1 AS ja
        FROM product
        WHERE netto > 0 AND volume > 0 AND maanden > 0
        GROUP BY product_categorie, product_code, eenheid
        HAVING count(*) = 2
    )
"""

PRODUCTEN = (
    _MAAND
    + """
    , per_aanbieder AS (
        SELECT periode, product_categorie, product_code, eenheid, aanbieder, sum(netto) AS netto
        FROM kostenregel
        GROUP BY periode, product_categorie, product_code, eenheid, aanbieder
        HAVING sum(netto) > 0
    ),
    markt AS (
        SELECT periode, product_categorie, product_code, eenheid, count(*) AS aanbieders,
               deel(max(netto), sum(netto)) AS grootste
        FROM per_aanbieder
        GROUP BY periode, product_categorie, product_code, eenheid
    )
    SELECT
        p.periode, p.product_categorie, p.product_code, p.eenheid, CAST(p.netto AS BIGINT) AS netto,
        CAST(p.volume AS BIGINT) AS volume, p.maanden, p.jongeren, coalesce(m.aanbieders, 0) AS aanbieders,
        coalesce(m.grootste, 1.0) AS grootste, coalesce(v.ja, 0) AS vergelijkbaar
    FROM product p
    LEFT JOIN markt m ON m.periode = p.periode AND m.product_categorie = p.product_categorie
        AND m.product_code = p.product_code AND m.eenheid = p.eenheid
    LEFT JOIN vergelijkbaar v ON v.product_categorie = p.product_categorie AND v.product_code = p.product_code
        AND v.eenheid = p.eenheid
    ORDER BY p.product_categorie, p.product_code, p.eenheid, p.periode
    """
)
"""A row per product and period. `volume` is in minutes for hours, and in months for lines billed in euros;
`vergelijkbaar` is 1 when costs, volume and months are above zero in both periods, so that there is a price."""

JONGEREN = (
    _MAAND
    + """
    SELECT p.periode, count(DISTINCT p.client) AS jongeren
    FROM persoon_maand p
    JOIN vergelijkbaar v ON v.product_categorie = p.product_categorie AND v.product_code = p.product_code
        AND v.eenheid = p.eenheid
    WHERE p.netto > 0
    GROUP BY p.periode
    """
)
"""Different young people with costs of a comparable product, per period."""

BEVOLKING = """
    SELECT b.jaar, count(*) AS gemeenten, CAST(sum(b.tot_23) AS BIGINT) AS tot_23
    FROM bevolking b
    WHERE b.jaar IN ($van_jaar, $naar_jaar) AND b.gemeente IN (SELECT gemeente FROM kostenregel)
    GROUP BY b.jaar
"""
"""Young inhabitants on 1 January of the gemeenten with costs in either period."""

GEMEENTEN = "SELECT gemeente, count(DISTINCT periode) AS perioden FROM kostenregel GROUP BY gemeente"
"""In how many of the two periods each gemeente has costs."""
