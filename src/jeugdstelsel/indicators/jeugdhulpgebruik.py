"""Young people with help per young inhabitant."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="jeugdhulpgebruik",
    titel="Jeugdhulpgebruik",
    betekenis="Het deel van de inwoners tot 23 jaar dat in de periode ten minste één dag jeugdhulp kreeg.",
    eenheid="aandeel",
    teller="jongeren met ten minste één leverdag",
    noemer="inwoners tot 23 jaar op 1 januari, in de gemeenten waarvan berichten zijn ontvangen",
    bronnen=("JW305", "JW307", "CBS bevolking"),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking("binomiaal", van="bevolking"),
    needs=("personen", "groep", "groep_cel", "cel", "periode", "bevolking"),
    sql="""
        WITH
        gemeente_cel AS (
            SELECT DISTINCT c.cel, g.gemeente
            FROM groep_cel c
            JOIN groep g ON g.groep = c.groep
            JOIN cel l ON l.cel = c.cel
            WHERE l.aanbieder = '' AND l.product_categorie = '' AND l.product_code = ''
        ),
        inwoners AS (
            SELECT g.cel, p.periode, sum(b.tot_23) AS tot_23
            FROM gemeente_cel g
            JOIN bevolking b ON b.gemeente = g.gemeente
            JOIN periode p ON extract(year FROM p.begin) = b.jaar
            GROUP BY g.cel, p.periode
        )
        SELECT i.cel, i.periode, j.aantal AS teller, i.tot_23 AS noemer, deel(j.aantal, i.tot_23) AS waarde
        FROM inwoners i
        JOIN personen j ON j.cel = i.cel AND j.periode = i.periode AND j.populatie = 'actief'
    """,
    beperkingen=(
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
        "De bevolking tot 23 jaar is een schatting zolang geen CBS-cijfers naar leeftijd zijn geladen.",
        "Jongeren van 23 jaar en ouder staan wel in de teller als er berichten over hen zijn.",
        "Alleen voor land, jeugdregio en gemeente.",
    ),
    populatie="actief",
)
