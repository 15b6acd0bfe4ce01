"""TR416: One Client has one debit per toewijzing, product and period in a message."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR416",
    needs=("prestatie",),
    violations={
        "Prestatie": """
        SELECT bericht_id, MAX(regelnummer) AS regelnummer
        FROM prestatie
        WHERE debet_credit = 'D'
        GROUP BY bericht_id, client_regelnummer, toewijzing_nummer, product_categorie, product_code,
                 begindatum, einddatum
        HAVING COUNT(*) > 1
        """
    },
    herstel="Voeg de debetregels voor hetzelfde product en dezelfde periode samen.",
)
