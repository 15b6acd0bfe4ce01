"""Share of starts, stops and billed lines that can be linked to a toewijzing."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="koppelbaar",
    titel="Koppelbaarheid van berichten",
    betekenis=(
        "Het deel van de gemelde starts en stops en de gedeclareerde regels dat hoort bij een bekende toewijzing."
    ),
    eenheid="aandeel",
    teller="starts, stops en declaratieregels met een bekende toewijzing",
    noemer="starts, stops en declaratieregels",
    bronnen=("JW301", "JW305", "JW307", "JW323"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking(reden="het aantal starts, stops en declaratieregels per plaats wordt niet gepubliceerd"),
    needs=("melding_stand", "kosten_stand", "cel"),
    sql="""
        WITH regels AS (
            SELECT cel, periode, gekoppeld, meldingen AS regels FROM melding_stand
            UNION ALL
            SELECT k.cel, k.periode, k.gekoppeld, k.prestaties
            FROM kosten_stand k
            JOIN cel c ON c.cel = k.cel
            WHERE c.product_categorie = '' AND c.product_code = ''
        )
        SELECT cel, periode, sum(gekoppeld) AS teller, sum(regels) AS noemer, deel(sum(gekoppeld),
            sum(regels)) AS waarde
        FROM regels
        GROUP BY cel, periode
    """,
    beperkingen=(
        "Een taakgerichte start of stop heeft geen toewijzingnummer en telt als niet koppelbaar.",
        "Niet naar product: een niet-koppelbaar bericht heeft vaak geen betrouwbaar product.",
        "Toewijzingen van vóór de eerste levering zijn onbekend en verlagen dit cijfer.",
    ),
    populatie="keten",
)
