"""TR061: The young person has a BRP address, correspondence address or place of stay."""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR061",
    needs=("bericht", "client", "contact"),
    violations={
        "Client": """
        SELECT jeugdige.bericht_id, jeugdige.regelnummer
        FROM client jeugdige
        JOIN bericht ON bericht.bericht_id = jeugdige.bericht_id
        WHERE bericht.berichtsoort = 'JW301'
          AND NOT EXISTS (
              SELECT 1 FROM contact
              WHERE contact.bericht_id = jeugdige.bericht_id
                AND contact.van_relatie = 0
                AND contact.soort IN ('01', '02', '03'))
        """
    },
    herstel="Geef een BRP-adres (01), correspondentieadres (02) of verblijfadres (03) van de jeugdige op.",
)
