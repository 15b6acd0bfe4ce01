"""Whose chains a run builds: everyone, or only the young people whom new messages concern."""

from jeugdstelsel.linkage import Step
from jeugdstelsel.linkage.afgewezen_bericht import AFWIJZEND, RETOUR_VAN
from jeugdstelsel.model import Column, Table

GEEFT = Table(
    "bereik",
    "De jongeren van wie deze verwerking de ketens maakt.",
    key=("client",),
    columns=(Column("client", "text", "pseudonym"),),
)

STEP = Step(
    GEEFT,
    needs=("toegewezen_product", "melding", "aangevraagd_product", "verzoek", "prestatie"),
    sql="""
        SELECT client FROM toegewezen_product WHERE client IS NOT NULL
        UNION SELECT client FROM melding WHERE client IS NOT NULL
        UNION SELECT client FROM aangevraagd_product WHERE client IS NOT NULL
        UNION SELECT client FROM verzoek WHERE client IS NOT NULL
        UNION SELECT client FROM prestatie WHERE client IS NOT NULL
    """,
)

NIEUW_BERICHT = """
    SELECT b.bericht_id, b.berichtsoort FROM bericht b
    WHERE NOT EXISTS (SELECT 1 FROM gekoppeld g WHERE g.levering_id = b.levering_id)
"""
"""The messages of deliveries that were never linked."""

GERAAKT_BERICHT = f"""
    SELECT bericht_id, berichtsoort FROM nieuw_bericht
    UNION
    SELECT h.bericht_id, h.berichtsoort
    FROM nieuw_bericht n JOIN bericht r ON r.bericht_id = n.bericht_id JOIN bericht h ON {RETOUR_VAN}
    WHERE r.bericht_id IN ({AFWIJZEND})
    UNION
    SELECT d.bericht_id, d.berichtsoort
    FROM nieuw_bericht n
    JOIN bericht a ON a.bericht_id = n.bericht_id AND a.berichtsoort = 'JW325'
    JOIN bericht d ON d.berichtsoort = 'JW323' AND d.gemeente = a.gemeente AND d.aanbieder = a.aanbieder
        AND d.identificatie = a.declaratie_identificatie AND d.dagtekening = a.declaratie_dagtekening
"""
"""The new messages and the messages that they answer."""

GERAAKTE_CLIENT = """
    SELECT client FROM toegewezen_product WHERE bericht_id IN (SELECT bericht_id FROM geraakt_bericht)
    UNION SELECT client FROM melding WHERE bericht_id IN (SELECT bericht_id FROM geraakt_bericht)
    UNION SELECT client FROM aangevraagd_product WHERE bericht_id IN (SELECT bericht_id FROM geraakt_bericht)
    UNION SELECT client FROM verzoek WHERE bericht_id IN (SELECT bericht_id FROM geraakt_bericht)
    UNION SELECT client FROM prestatie
        WHERE bericht_id IN (SELECT bericht_id FROM geraakt_bericht WHERE berichtsoort = 'JW323')
    UNION SELECT client FROM client WHERE bericht_id IN (SELECT bericht_id FROM geraakt_bericht)
    UNION
    SELECT p.client
    FROM antwoord a
    JOIN aangevraagd_product p ON p.gemeente = a.gemeente AND p.aanbieder = a.aanbieder
        AND p.referentie_aanbieder = a.referentie_aanbieder
    WHERE a.bericht_id IN (SELECT bericht_id FROM geraakt_bericht)
    UNION
    SELECT v.client
    FROM antwoord a
    JOIN verzoek v ON v.gemeente = a.gemeente AND v.aanbieder = a.aanbieder
        AND v.referentie_aanbieder = a.referentie_aanbieder
    WHERE a.bericht_id IN (SELECT bericht_id FROM geraakt_bericht)
    UNION
    SELECT s.client
    FROM signaal s CROSS JOIN koppeling_stand k
    WHERE s.sinds > least(k.peildatum, $peildatum) AND s.sinds <= greatest(k.peildatum, $peildatum)
"""
"""The young people named in those messages, the askers of an answered request, and everyone with
a term that ran out between the peildatum of the last run and this one."""
