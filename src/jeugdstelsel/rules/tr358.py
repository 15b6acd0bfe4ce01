"""TR358: The total of a declaration is the balance of its Prestaties."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR358",
    needs=("declaratie", "prestatie"),
    violations={
        "Declaratie": """
        SELECT declaratie.bericht_id, declaratie.regelnummer
        FROM declaratie
        LEFT JOIN (
            SELECT bericht_id, SUM(CASE debet_credit WHEN 'C' THEN -ingediend_bedrag ELSE ingediend_bedrag END) AS saldo
            FROM prestatie
            GROUP BY bericht_id
        ) som ON som.bericht_id = declaratie.bericht_id
        WHERE COALESCE(som.saldo, 0) <> CASE debet_credit WHEN 'C' THEN -totaal_bedrag ELSE totaal_bedrag END
        """
    },
    herstel="Maak het totaalbedrag gelijk aan de som van debet min credit van de prestaties.",
)
