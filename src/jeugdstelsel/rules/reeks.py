"""The stream: the tables `reeks_*` that the rules across messages read, each as SQL over the message tables.

The text of a table reads the message tables, the tables of the stream before it, and four small ones of the judge:
`afgekeurd_bericht(bericht_id)` and `afgekeurde_prestatie(bericht_id, regelnummer)`, what does not count for later
messages, `antwoord_op(bericht_id, declaratie_bericht_id)`, the JW323 that each JW325 names, and
`technisch_afgekeurd(bericht_id)`, the JW325 messages that refuse a JW323 as a message (0001).
"""

SOORTEN = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325")
"""The messages that are judged; the others are retour messages."""

ANTWOORD_OP = """
SELECT bericht_id, declaratie_bericht_id
FROM (
    SELECT a.bericht_id, d.bericht_id AS declaratie_bericht_id,
           ROW_NUMBER() OVER (PARTITION BY a.bericht_id ORDER BY d.volgorde DESC, d.bericht_id) AS nummer
    FROM bericht a
    JOIN bericht d ON d.berichtsoort = 'JW323' AND d.gemeente = a.gemeente AND d.aanbieder = a.aanbieder
     AND d.identificatie = a.declaratie_identificatie AND d.dagtekening = a.declaratie_dagtekening
    WHERE a.berichtsoort = 'JW325' AND d.volgorde < a.volgorde
) p
WHERE nummer = 1
"""
"""The JW323 that a JW325 names: the last one before it with the same Identificatie and Dagtekening."""

TECHNISCH_AFGEKEURD = """
SELECT r.bericht_id
FROM retourcode r
JOIN bericht b ON b.bericht_id = r.bericht_id
WHERE r.klasse = 'Header' AND r.retour_code = '0001' AND b.berichtsoort = 'JW325'
GROUP BY r.bericht_id
"""

RETOUR_FOUT = """
SELECT DISTINCT r.bericht_id, r.klasse, b.afzender, b.identificatie, b.dagtekening, b.volgorde,
       CASE b.berichtsoort WHEN 'JW302' THEN 'JW301' WHEN 'JW306' THEN 'JW305' WHEN 'JW308' THEN 'JW307'
                           WHEN 'JW316' THEN 'JW315' WHEN 'JW318' THEN 'JW317' WHEN 'JW320' THEN 'JW319'
       END AS antwoord_op
FROM retourcode r
JOIN bericht b ON b.bericht_id = r.bericht_id
WHERE r.retour_code NOT IN ('0200', '0233', '8001')
"""
"""Where an answer says that something is wrong, with the header that it copied (IV028) and the kind it answers."""

AFGEWEZEN_BERICHT = """
WITH heen AS (
    SELECT h.bericht_id, f.bericht_id AS door,
           ROW_NUMBER() OVER (PARTITION BY f.bericht_id ORDER BY h.volgorde DESC, h.bericht_id) AS nummer
    FROM retour_fout f
    JOIN bericht h ON h.afzender = f.afzender AND h.identificatie = f.identificatie AND h.dagtekening = f.dagtekening
     AND h.berichtsoort = f.antwoord_op AND h.volgorde < f.volgorde
)
SELECT bericht_id, door
FROM heen
WHERE nummer = 1
UNION
SELECT a.declaratie_bericht_id, a.bericht_id
FROM retour_fout f
JOIN antwoord_op a ON a.bericht_id = f.bericht_id
WHERE f.klasse IN ('Header', 'DeclaratieAntwoord')
"""
"""The messages that the receiver rejected whole, by a retour message or JW325; they count as not sent (OP286)."""

AFGEWEZEN_PRESTATIE = """
SELECT DISTINCT p.bericht_id, p.regelnummer, t.bericht_id AS door
FROM prestatie_antwoord t
JOIN antwoord_op a ON a.bericht_id = t.bericht_id
JOIN prestatie p ON p.bericht_id = a.declaratie_bericht_id AND p.referentie_nummer = t.referentie_nummer
 AND COALESCE(p.vorig_referentie_nummer, '') = COALESCE(t.vorig_referentie_nummer, '')
"""
"""The billed lines that a JW325 sends back: rejected or, with their Client, not judged."""

REEKS_BERICHT = f"""
SELECT b.bericht_id, b.berichtsoort, b.gemeente, b.aanbieder, b.afzender, b.identificatie, b.dagtekening,
       b.declaratie_dagtekening, b.volgorde, x.bericht_id IS NULL AS geldig
FROM bericht b
LEFT JOIN afgekeurd_bericht x ON x.bericht_id = b.bericht_id
WHERE b.berichtsoort IN {SOORTEN}
"""

REEKS_TOEWIJZING = """
WITH versie AS (
    SELECT t.*, b.volgorde, b.geldig, CAST(t.toewijzingsdatum AS VARCHAR(10)) || t.toewijzingstijd AS moment
    FROM toegewezen_product t
    JOIN reeks_bericht b ON b.bericht_id = t.bericht_id
), loop AS (
    SELECT v.*, MAX(CASE WHEN geldig THEN moment END) OVER (
               PARTITION BY gemeente, aanbieder, client, toewijzing_nummer ORDER BY volgorde, bericht_id, regelnummer
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) AS hoogste
    FROM versie v
), wissel AS (
    SELECT l.*, l.geldig AND (hoogste IS NULL OR moment > hoogste) AS actueel FROM loop l
)
SELECT bericht_id, regelnummer, gemeente, aanbieder, client, toewijzing_nummer, referentie_aanbieder,
       product_categorie, product_code, toewijzingsdatum, toewijzingstijd, ingangsdatum, einddatum, reden_wijziging,
       volume, eenheid, frequentie, budget, volgorde, geldig, actueel,
       MIN(CASE WHEN actueel THEN volgorde END) OVER (
           PARTITION BY gemeente, aanbieder, client, toewijzing_nummer ORDER BY volgorde, bericht_id, regelnummer
           ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
       ) AS tot
FROM wissel
"""
"""IV013: the version with the latest date and time is the actual one, whatever came last."""

REEKS_MELDING = """
WITH bericht_op_rang AS (
    SELECT bericht_id, volgorde, geldig, ROW_NUMBER() OVER (ORDER BY volgorde, bericht_id) AS rang
    FROM reeks_bericht
    WHERE berichtsoort IN ('JW305', 'JW307')
), regel AS (
    SELECT m.*, b.volgorde, b.geldig,
           b.rang * 10000000 + CASE m.status_aanlevering WHEN '3' THEN 0 ELSE 5000000 END + m.regelnummer AS plek,
           m.gemeente || '/' || m.aanbieder || '/' || m.client
               || '/' || COALESCE(CAST(m.toewijzing_nummer AS VARCHAR(10)), '')
               || '/' || COALESCE(m.product_categorie, '') || '/' || COALESCE(m.product_code, '') AS sleutel
    FROM melding m
    JOIN bericht_op_rang b ON b.bericht_id = m.bericht_id
), afgekeurd AS (
    SELECT DISTINCT bericht_id AS wereld, sleutel FROM regel WHERE NOT geldig
), in_wereld AS (
    SELECT r.*, 'gedeeld' AS wereld, TRUE AS toetsen
    FROM regel r
    WHERE r.geldig
    UNION ALL
    SELECT r.*, a.wereld, r.bericht_id = a.wereld AS toetsen
    FROM regel r
    JOIN afgekeurd a ON a.sleutel = r.sleutel
    WHERE r.geldig OR r.bericht_id = a.wereld
)
SELECT i.*, MIN(CASE status_aanlevering WHEN '3' THEN plek END) OVER (
           PARTITION BY wereld, sleutel, soort, begindatum, einddatum, reden_beeindiging ORDER BY plek
           ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
       ) AS tot
FROM in_wereld i
"""
"""The lines of one message see each other, whatever the verdict on it; so a rejected one is judged in its own world."""

REEKS_VERZOEK = """
SELECT a.bericht_id, a.regelnummer, 'AangevraagdProduct' AS klasse, a.gemeente, a.aanbieder, a.client,
       a.referentie_aanbieder, a.product_categorie, a.product_code, b.dagtekening, b.volgorde, b.geldig
FROM aangevraagd_product a
JOIN reeks_bericht b ON b.bericht_id = a.bericht_id
UNION ALL
SELECT v.bericht_id, v.regelnummer, 'Verzoek', v.gemeente, v.aanbieder, v.client,
       v.referentie_aanbieder, NULL, NULL, b.dagtekening, b.volgorde, b.geldig
FROM verzoek v
JOIN reeks_bericht b ON b.bericht_id = v.bericht_id
"""

REEKS_ANTWOORD = """
SELECT a.bericht_id, a.regelnummer, a.gemeente, a.aanbieder, a.referentie_aanbieder, a.verzoek_antwoord,
       a.reden_afwijzing_verzoek, a.woonplaats_gemeente, b.volgorde, b.geldig
FROM antwoord a
JOIN reeks_bericht b ON b.bericht_id = a.bericht_id
"""


def _gezien(wie: str) -> str:
    """Return the join with the version of the toewijzing that was actual when `wie` came."""
    return f"""LEFT JOIN reeks_toewijzing t ON t.gemeente = {wie}.gemeente AND t.aanbieder = {wie}.aanbieder
 AND t.client = {wie}.client AND t.toewijzing_nummer = {wie}.toewijzing_nummer
 AND t.actueel AND t.volgorde < b.volgorde AND (t.tot IS NULL OR t.tot >= b.volgorde)"""


_TOEWIJZING = """t.bericht_id IS NOT NULL AS toewijzing, t.product_categorie AS toegewezen_categorie,
       t.product_code AS toegewezen_code, t.ingangsdatum AS toegewezen_ingangsdatum,
       t.einddatum AS toegewezen_einddatum, t.reden_wijziging AS toegewezen_reden, t.volume AS toegewezen_volume,
       t.eenheid AS toegewezen_eenheid, t.frequentie AS toegewezen_frequentie, t.budget AS toegewezen_budget"""

REEKS_WIJZIGING = f"""
SELECT w.*, b.volgorde, b.dagtekening, {_TOEWIJZING},
       t.bericht_id IS NOT NULL AND COALESCE(t.reden_wijziging, '') <> '13'
           AND (t.einddatum IS NULL OR t.einddatum >= b.dagtekening) AS actueel
FROM wijziging w
JOIN reeks_bericht b ON b.bericht_id = w.bericht_id
{_gezien("w")}
"""

REEKS_DECLARATIE_ANTWOORD = """
SELECT b.bericht_id, b.gemeente, b.aanbieder, a.declaratie_nummer,
       b.declaratie_basisschema_versie AS basisschema_versie, b.declaratie_bericht_versie AS bericht_versie,
       o.declaratie_bericht_id, d.basisschema_versie AS declaratie_basisschema_versie,
       d.bericht_versie AS declaratie_bericht_versie, r.bericht_id IS NOT NULL AS technisch_afgekeurd,
       b.volgorde, x.bericht_id IS NULL AS geldig
FROM bericht b
LEFT JOIN declaratie_antwoord a ON a.bericht_id = b.bericht_id
LEFT JOIN antwoord_op o ON o.bericht_id = b.bericht_id
LEFT JOIN bericht d ON d.bericht_id = o.declaratie_bericht_id
LEFT JOIN technisch_afgekeurd r ON r.bericht_id = b.bericht_id
LEFT JOIN afgekeurd_bericht x ON x.bericht_id = b.bericht_id
WHERE b.berichtsoort = 'JW325'
"""

REEKS_DECLARATIE = """
SELECT d.*, b.volgorde, b.geldig, ROW_NUMBER() OVER (ORDER BY b.volgorde, b.bericht_id) AS rang, a.toegekend_op
FROM declaratie d
JOIN reeks_bericht b ON b.bericht_id = d.bericht_id
LEFT JOIN (
    SELECT declaratie_bericht_id, MIN(volgorde) AS toegekend_op
    FROM reeks_declaratie_antwoord
    WHERE geldig AND declaratie_bericht_id IS NOT NULL
    GROUP BY declaratie_bericht_id
) a ON a.declaratie_bericht_id = d.bericht_id
"""

REEKS_PRESTATIE = f"""
SELECT p.*, b.volgorde, b.geldig AND x.bericht_id IS NULL AS geldig,
       b.rang * 10000000 + CASE p.debet_credit WHEN 'C' THEN 0 ELSE 5000000 END + p.regelnummer AS plek,
       b.toegekend_op, {_TOEWIJZING}
FROM prestatie p
JOIN reeks_declaratie b ON b.bericht_id = p.bericht_id
LEFT JOIN afgekeurde_prestatie x ON x.bericht_id = p.bericht_id AND x.regelnummer = p.regelnummer
{_gezien("p")}
"""

REEKS_PRESTATIE_ANTWOORD = """
SELECT t.*, a.declaratie_bericht_id
FROM prestatie_antwoord t
LEFT JOIN antwoord_op a ON a.bericht_id = t.bericht_id
"""

REEKS_CLIENT = """
SELECT c.bericht_id, c.regelnummer, c.gemeente, c.aanbieder, c.client, b.volgorde
FROM client c
JOIN bericht b ON b.bericht_id = c.bericht_id
WHERE b.berichtsoort IN ('JW323', 'JW325')
UNION ALL
SELECT bericht_id, regelnummer, gemeente, aanbieder, client, volgorde FROM reeks_verzoek WHERE klasse = 'Verzoek'
"""
"""The one Client of a JW317 stands in its Verzoek too, among far fewer rows."""

LICHT = {
    "reeks_toewijzing": REEKS_TOEWIJZING,
    "reeks_melding": REEKS_MELDING,
    "reeks_verzoek": REEKS_VERZOEK,
    "reeks_antwoord": REEKS_ANTWOORD,
    "reeks_wijziging": REEKS_WIJZIGING,
    "reeks_declaratie_antwoord": REEKS_DECLARATIE_ANTWOORD,
    "reeks_declaratie": REEKS_DECLARATIE,
}
"""The tables of the stream that are made at once, in this order."""

ZWAAR = {
    "reeks_prestatie": REEKS_PRESTATIE,
    "reeks_prestatie_antwoord": REEKS_PRESTATIE_ANTWOORD,
    "reeks_client": REEKS_CLIENT,
}
"""The large tables of the stream; a share of the providers at a time will do."""
