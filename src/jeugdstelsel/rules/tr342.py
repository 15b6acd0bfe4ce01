"""TR342: What is submitted minus what is granted equals the balance of the Prestaties sent back.

A declaration that is rejected as a whole (a code other than 0200 and 8001) is granted nothing instead.
"""

from jeugdstelsel.model import Rule

RULE = Rule(
    "TR342",
    needs=("declaratie_antwoord", "prestatie_antwoord", "retourcode"),
    violations={
        "DeclaratieAntwoord": """
        SELECT antwoord.bericht_id, antwoord.regelnummer
        FROM declaratie_antwoord antwoord
        LEFT JOIN (
            SELECT bericht_id, SUM(CASE debet_credit WHEN 'C' THEN -ingediend_bedrag ELSE ingediend_bedrag END) AS saldo
            FROM prestatie_antwoord
            GROUP BY bericht_id
        ) terug ON terug.bericht_id = antwoord.bericht_id
        LEFT JOIN (
            SELECT DISTINCT bericht_id
            FROM retourcode
            WHERE klasse = 'DeclaratieAntwoord' AND retour_code NOT IN ('0200', '8001')
        ) afgekeurd ON afgekeurd.bericht_id = antwoord.bericht_id
        WHERE CASE
            WHEN afgekeurd.bericht_id IS NOT NULL THEN antwoord.toegekend_bedrag <> 0
            ELSE COALESCE(terug.saldo, 0)
                 <> CASE ingediend_debet_credit WHEN 'C' THEN -ingediend_bedrag ELSE ingediend_bedrag END
                  - CASE toegekend_debet_credit WHEN 'C' THEN -toegekend_bedrag ELSE toegekend_bedrag END
            END
        """
    },
    herstel="Stuur precies de afgewezen prestaties terug; hun saldo is het ingediende min het toegekende bedrag.",
)
