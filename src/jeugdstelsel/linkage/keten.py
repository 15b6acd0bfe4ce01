"""The whole chain of one traject, event by event: the state machine made visible (ijw.md 5.2)."""

from jeugdstelsel.linkage.afgewezen_bericht import AFWIJZEND, RETOUR_VAN

COLUMNS = ("dagtekening", "gebeurtenis", "begindatum", "einddatum", "code", "bedrag", "bericht_id", "telt")
"""dagtekening of the message, what happened, the period and code it names, eurocent, the message,
and whether it counts: a message that was rejected counts as not sent."""

KETEN = f"""
    WITH dit AS (
        SELECT traject_id, gemeente, aanbieder, client, toewijzing_nummer FROM traject WHERE traject_id = $traject_id
    ),
    versie AS (
        SELECT v.bericht_id, v.aanbieder, v.referentie_aanbieder, v.ingangsdatum, v.einddatum, v.reden_wijziging,
               row_number() OVER (
                   ORDER BY v.toewijzingsdatum NULLS LAST, v.toewijzingstijd NULLS LAST, v.bericht_id) AS nummer
        FROM dit d JOIN toegewezen_product v ON v.gemeente = d.gemeente AND v.client = d.client
            AND v.toewijzing_nummer = d.toewijzing_nummer
    ),
    vraag AS (
        SELECT a.bericht_id, a.aanbieder, a.referentie_aanbieder, a.toewijzing_ingangsdatum AS begindatum,
               a.toewijzing_einddatum AS einddatum, a.verwijzer_type AS code
        FROM dit d JOIN aangevraagd_product a ON a.gemeente = d.gemeente AND a.client = d.client
        UNION ALL
        SELECT q.bericht_id, q.aanbieder, q.referentie_aanbieder, CAST(NULL AS DATE), CAST(NULL AS DATE),
               q.reden_verzoek
        FROM dit d JOIN verzoek q ON q.gemeente = d.gemeente AND q.client = d.client
    ),
    gevraagd AS (
        SELECT a.bericht_id, a.aanbieder, a.referentie_aanbieder, a.begindatum, a.einddatum, a.code
        FROM vraag a
        WHERE EXISTS (SELECT 1 FROM versie v WHERE v.aanbieder = a.aanbieder
                        AND v.referentie_aanbieder = a.referentie_aanbieder)
    ),
    regie AS (
        SELECT m.bericht_id, m.soort, m.begindatum, m.einddatum, m.reden_beeindiging, m.status_aanlevering
        FROM dit d JOIN melding m ON m.gemeente = d.gemeente AND m.client = d.client
        WHERE m.toewijzing_nummer = d.toewijzing_nummer
           OR (d.toewijzing_nummer IS NULL AND m.toewijzing_nummer IS NULL AND EXISTS (
                  SELECT 1 FROM taakgericht t
                  WHERE t.traject_id = d.traject_id AND t.aanbieder = m.aanbieder AND t.begindatum = m.begindatum
                    AND t.product_categorie IS NOT DISTINCT FROM m.product_categorie
                    AND t.product_code IS NOT DISTINCT FROM m.product_code))
    ),
    rekening AS (
        SELECT p.bericht_id, p.debet_credit, min(p.begindatum) AS begindatum, max(p.einddatum) AS einddatum,
               CAST(sum(p.ingediend_bedrag) AS BIGINT) AS bedrag
        FROM dit d JOIN prestatie p ON p.gemeente = d.gemeente AND p.client = d.client
            AND p.toewijzing_nummer = d.toewijzing_nummer
        GROUP BY p.bericht_id, p.debet_credit
    ),
    alle AS (
        SELECT bericht_id, 'verzocht' AS gebeurtenis, begindatum, einddatum, code, CAST(NULL AS BIGINT) AS bedrag
        FROM gevraagd
        UNION ALL
        SELECT w.bericht_id, CASE w.verzoek_antwoord WHEN '1' THEN 'afgewezen' ELSE 'in onderzoek' END,
               CAST(NULL AS DATE), CAST(NULL AS DATE), w.reden_afwijzing_verzoek, CAST(NULL AS BIGINT)
        FROM dit d JOIN antwoord w ON w.gemeente = d.gemeente
        WHERE EXISTS (SELECT 1 FROM gevraagd g WHERE g.aanbieder = w.aanbieder
                        AND g.referentie_aanbieder = w.referentie_aanbieder)
        UNION ALL
        SELECT bericht_id, CASE WHEN reden_wijziging = '13' THEN 'ingetrokken' WHEN nummer = 1 THEN 'toegewezen'
                                ELSE 'gewijzigd' END,
               ingangsdatum, einddatum, reden_wijziging, CAST(NULL AS BIGINT)
        FROM versie
        UNION ALL
        SELECT bericht_id,
               CASE WHEN status_aanlevering = '3' THEN soort || ' verwijderd'
                    WHEN soort = 'stop' AND reden_beeindiging = '20' THEN 'onderbroken'
                    WHEN soort = 'stop' THEN 'gestopt'
                    WHEN EXISTS (SELECT 1 FROM regie p WHERE p.soort = 'stop' AND p.reden_beeindiging = '20'
                                   AND p.einddatum < r.begindatum) THEN 'hervat'
                    ELSE 'gestart' END,
               begindatum, einddatum, reden_beeindiging, CAST(NULL AS BIGINT)
        FROM regie r
        UNION ALL
        SELECT bericht_id, CASE debet_credit WHEN 'C' THEN 'gecrediteerd' ELSE 'gedeclareerd' END,
               begindatum, einddatum, CAST(NULL AS STRING), bedrag
        FROM rekening
        UNION ALL
        SELECT DISTINCT a.bericht_id, 'declaratie beantwoord', CAST(NULL AS DATE), CAST(NULL AS DATE),
               CAST(NULL AS STRING), CAST(NULL AS BIGINT)
        FROM rekening r JOIN bericht d ON d.bericht_id = r.bericht_id
        JOIN bericht a ON a.berichtsoort = 'JW325' AND a.gemeente = d.gemeente AND a.aanbieder = d.aanbieder
            AND a.declaratie_identificatie = d.identificatie AND a.declaratie_dagtekening = d.dagtekening
    )
    SELECT b.dagtekening, a.gebeurtenis, a.begindatum, a.einddatum, a.code, a.bedrag, a.bericht_id,
           NOT EXISTS (
               SELECT 1 FROM bericht h JOIN bericht r ON {RETOUR_VAN}
               WHERE h.bericht_id = a.bericht_id AND r.bericht_id IN ({AFWIJZEND})) AS telt
    FROM alle a JOIN bericht b ON b.bericht_id = a.bericht_id
    ORDER BY b.dagtekening NULLS LAST, b.berichtsoort, a.begindatum NULLS LAST, a.bericht_id, a.gebeurtenis
"""
"""Every event of the chain of `$traject_id`, in order of dagtekening."""
