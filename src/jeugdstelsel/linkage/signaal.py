"""What is overdue, contradictory or unpaid in a chain, and from which day (terms: OP090, OP271-OP274, OP288)."""

from jeugdstelsel.linkage import OPEN_EIND, PAUZE, Step, na_werkdagen
from jeugdstelsel.tables.signaal import TABLE

TRAJECT = "t.traject_id AS sleutel, t.traject_id, t.gemeente, t.aanbieder, t.client"
GEEN_DAG = "CAST(NULL AS DATE)"

STEP = Step(
    TABLE,
    needs=(
        "traject_stand",
        "toewijzing",
        "toewijzing_aanvraag",
        "aanvraag",
        "aanvraag_stand",
        "actuele_melding",
        "regiemelding",
        "start",
        "stop",
        "leverperiode",
        "rekening",
        "onbeantwoord",
    ),
    sql=f"""
        WITH termijn AS (
            SELECT v.sleutel, v.gemeente, v.aanbieder, v.client, v.nieuw,
                   {na_werkdagen("v.dagtekening")} AS eerste_termijn,
                   plus_dagen(v.dagtekening, 56) AS laatste_termijn,
                   least(s.toegewezen_op, s.afgewezen_op, s.onderzoek_op) AS eerste_antwoord,
                   least(s.toegewezen_op, s.afgewezen_op) AS eindantwoord, s.onderzoek_op
            FROM aanvraag v JOIN aanvraag_stand s ON s.sleutel = v.sleutel
        ),
        looptijd AS (
            SELECT traject_id, gemeente, aanbieder, client, ingangsdatum,
                   max(COALESCE(einddatum, {OPEN_EIND})) OVER (
                       PARTITION BY gemeente, aanbieder, client, product_categorie, product_code
                       ORDER BY ingangsdatum NULLS LAST, traject_id
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS eerder_tot
            FROM toewijzing WHERE NOT vervallen
        ),
        opvolging AS (
            SELECT traject_id, begindatum, gemeente, aanbieder, client,
                   max(COALESCE(einddatum, {OPEN_EIND})) OVER (
                       PARTITION BY traject_id, product_categorie, product_code ORDER BY begindatum, aanbieder
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS eerder_tot
            FROM start
        ),
        alle AS (
            SELECT {TRAJECT}, 'TOEWIJZING_ONBEKEND' AS code, {GEEN_DAG} AS sinds
            FROM traject_stand t WHERE t.toewijzing_nummer IS NOT NULL AND t.toewijzingsdatum IS NULL
            UNION ALL
            SELECT {TRAJECT}, 'GEEN_START', plus_dagen(t.einddatum, 1)
            FROM traject_stand t WHERE t.status = 'toegewezen' AND t.einddatum IS NOT NULL
            UNION ALL
            SELECT {TRAJECT}, 'GEDECLAREERD_ZONDER_START', {GEEN_DAG}
            FROM traject_stand t JOIN rekening r ON r.traject_id = t.traject_id
            WHERE t.eerste_start IS NULL AND t.status <> 'vervallen' AND r.netto > 0
            UNION ALL
            SELECT {TRAJECT}, 'GEEN_STOP', plus_dagen({na_werkdagen("t.einddatum")}, 1)
            FROM traject_stand t WHERE t.status = 'gestart' AND t.einddatum IS NOT NULL
            UNION ALL
            SELECT {TRAJECT}, 'START_TE_LAAT', plus_dagen(s.termijn, 1)
            FROM (
                SELECT traject_id, eerst_gemeld, {na_werkdagen("vanaf")} AS termijn
                FROM (
                    SELECT s.traject_id, s.eerst_gemeld, greatest(s.begindatum, z.ontvangen) AS vanaf
                    FROM start s LEFT JOIN toewijzing z ON z.traject_id = s.traject_id
                ) v
            ) s JOIN traject_stand t ON t.traject_id = s.traject_id
            WHERE s.eerst_gemeld > s.termijn
            UNION ALL
            SELECT {TRAJECT}, 'STOP_TE_LAAT', plus_dagen({na_werkdagen("p.einddatum")}, 1)
            FROM stop p JOIN traject_stand t ON t.traject_id = p.traject_id
            WHERE p.rang = 1 AND p.eerst_gemeld > {na_werkdagen("p.einddatum")}
              AND NOT EXISTS (
                SELECT 1 FROM stop q
                WHERE q.traject_id = p.traject_id AND q.start_begindatum = p.start_begindatum
                  AND q.reden_beeindiging = {PAUZE} AND p.reden_beeindiging <> {PAUZE})
            UNION ALL
            SELECT {TRAJECT}, 'STOP_ZONDER_START', {GEEN_DAG}
            FROM stop p JOIN traject_stand t ON t.traject_id = p.traject_id WHERE NOT p.eigen_start
            UNION ALL
            SELECT {TRAJECT}, 'DUBBELE_START', o.begindatum
            FROM opvolging o JOIN traject_stand t ON t.traject_id = o.traject_id WHERE o.begindatum <= o.eerder_tot
            UNION ALL
            SELECT {TRAJECT}, 'BUITEN_LOOPTIJD', {GEEN_DAG}
            FROM leverperiode l JOIN traject_stand t ON t.traject_id = l.traject_id
            WHERE l.begindatum < t.ingangsdatum OR l.begindatum > t.einddatum OR l.einddatum > t.einddatum
            UNION ALL
            SELECT {TRAJECT}, 'OVERLAP', t.ingangsdatum
            FROM looptijd t WHERE t.ingangsdatum <= t.eerder_tot
            UNION ALL
            SELECT {TRAJECT}, 'ANDERE_AANBIEDER', {GEEN_DAG}
            FROM toewijzing t JOIN regiemelding m ON m.traject_id = t.traject_id WHERE m.aanbieder <> t.aanbieder
            UNION ALL
            SELECT {TRAJECT}, 'ANDERE_AANBIEDER', {GEEN_DAG}
            FROM toewijzing t JOIN rekening r ON r.traject_id = t.traject_id
            WHERE r.aanbieder <> t.aanbieder OR r.laatste_aanbieder <> t.aanbieder
            UNION ALL
            SELECT {TRAJECT}, 'VERVALLEN_IN_GEBRUIK', {GEEN_DAG}
            FROM toewijzing t JOIN actuele_melding m ON m.gemeente = t.gemeente AND m.client = t.client
                AND m.toewijzing_nummer = t.toewijzing_nummer
            WHERE t.vervallen
            UNION ALL
            SELECT {TRAJECT}, 'VERVALLEN_IN_GEBRUIK', {GEEN_DAG}
            FROM toewijzing t JOIN rekening r ON r.traject_id = t.traject_id WHERE t.vervallen AND r.netto > 0
            UNION ALL
            SELECT {TRAJECT}, 'NIET_BETAALD', plus_dagen({na_werkdagen("o.dagtekening", 2)}, 1)
            FROM onbeantwoord o JOIN traject_stand t ON t.traject_id = o.traject_id
            UNION ALL
            SELECT {TRAJECT}, 'VERZOEK_TE_LAAT',
                   CASE WHEN v.eerste_antwoord > v.eerste_termijn THEN plus_dagen(v.eerste_termijn, 1)
                        ELSE plus_dagen(v.laatste_termijn, 1) END
            FROM toewijzing_aanvraag r
            JOIN termijn v ON v.sleutel = r.sleutel
            JOIN traject_stand t ON t.traject_id = r.traject_id
            WHERE v.eerste_antwoord > v.eerste_termijn
               OR (v.eindantwoord > v.laatste_termijn AND v.onderzoek_op IS NOT NULL)
            UNION ALL
            SELECT v.sleutel, CAST(NULL AS STRING), v.gemeente, v.aanbieder, v.client, 'VERZOEK_ONBEANTWOORD',
                   plus_dagen(CASE WHEN v.onderzoek_op IS NULL THEN v.eerste_termijn ELSE v.laatste_termijn END, 1)
            FROM termijn v WHERE v.eindantwoord IS NULL
        )
        SELECT sleutel, traject_id, gemeente, aanbieder, client, code, min(sinds) AS sinds
        FROM alle
        GROUP BY sleutel, traject_id, gemeente, aanbieder, client, code
    """,
)
