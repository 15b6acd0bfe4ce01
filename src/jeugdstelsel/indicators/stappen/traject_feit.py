"""Every traject that was really meant, with its dates as months of the window and its waiting times."""

from jeugdstelsel.indicators.populaties import GROEP, PERSOON
from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

STEP = Step(
    Table(
        "traject_feit",
        "Elk traject dat echt was bedoeld, met zijn datums als maanden van het venster en zijn wachttijden.",
        key=("persoon", "groep", "eerste_start"),
        columns=(
            Column("groep", "integer", "combination of gemeente, provider and product"),
            Column("persoon", "integer", "young person"),
            Column("verwijzer", "text", "COD327 or 'onbekend'"),
            Column("eerste_start", "date", "first day of help, empty when not yet started on the reference date"),
            Column("laatste_dag", "date", "last day of help of an ended traject; empty while it runs or is paused"),
            Column("reden", "text", "JZ588 of the last stop"),
            Column("duur", "integer", "days from first start to last stop, both counted, of an ended traject"),
            Column("maand_instroom", "integer", "month of the first start; empty outside the window"),
            Column("maand_uitstroom", "integer", "month of the last stop; empty outside the window"),
            Column("maand_verzocht", "integer", "month of the request; empty outside the window"),
            Column("maand_toegewezen", "integer", "month of the toewijzing; empty outside the window"),
            Column("maand_ingegaan", "integer", "month of the ingangsdatum; empty outside the window"),
            Column("wacht_verzoek", "integer", "days from request to toewijzing, at least 0"),
            Column(
                "wacht_toewijzing", "integer", "days from toewijzing to first start, at least 0; empty before the start"
            ),
            Column(
                "wacht_ingang", "integer", "days from ingangsdatum to first start, at least 0; empty before the start"
            ),
            Column("actief", "integer", "bit per month of the window: months with at least one day of help"),
            Column("lopend", "integer", "bit per month of the window: months on whose last day help was running"),
            Column("gedeclareerd", "integer", "bit per month of the window: months with costs"),
        ),
    ),
    needs=("traject", "levermaand", "kosten_reeks"),
    sql=f"""
        WITH
        kosten_per_traject AS (
            SELECT traject, bit_or(gedeclareerd) AS gedeclareerd
            FROM kosten_reeks
            WHERE traject IS NOT NULL
            GROUP BY traject
        ),
        bekend AS (
            SELECT
                getal_van(traject_id) AS traject, {PERSOON} AS persoon, {GROEP} AS groep,
                coalesce(verwijzer, 'onbekend') AS verwijzer,
                datum_verzoek, toewijzingsdatum, ingangsdatum,
                CASE WHEN eerste_start <= $peildatum THEN eerste_start END AS eerste_start,
                CASE WHEN status = 'gestopt' AND laatste_stop <= $peildatum THEN laatste_stop END AS laatste_dag,
                reden_laatste_stop, duur_bruto_dagen
            FROM traject
            WHERE status <> 'vervallen'
        )
        SELECT
            t.groep, t.persoon, t.verwijzer, t.eerste_start, t.laatste_dag,
            t.reden_laatste_stop AS reden, t.duur_bruto_dagen AS duur,
            CASE WHEN maandnummer(t.eerste_start) - $basis_maand BETWEEN 0 AND $laatste_maand
                AND t.eerste_start <= $peildatum
                 THEN maandnummer(t.eerste_start) - $basis_maand END AS maand_instroom,
            CASE WHEN maandnummer(t.laatste_dag) - $basis_maand BETWEEN 0 AND $laatste_maand
                AND t.laatste_dag <= $peildatum
                 THEN maandnummer(t.laatste_dag) - $basis_maand END AS maand_uitstroom,
            CASE WHEN maandnummer(t.datum_verzoek) - $basis_maand BETWEEN 0 AND $laatste_maand
                AND t.datum_verzoek <= $peildatum
                 THEN maandnummer(t.datum_verzoek) - $basis_maand END AS maand_verzocht,
            CASE WHEN maandnummer(t.toewijzingsdatum) - $basis_maand BETWEEN 0 AND $laatste_maand
                AND t.toewijzingsdatum <= $peildatum
                 THEN maandnummer(t.toewijzingsdatum) - $basis_maand END AS maand_toegewezen,
            CASE WHEN maandnummer(t.ingangsdatum) - $basis_maand BETWEEN 0 AND $laatste_maand
                AND t.ingangsdatum <= $peildatum
                 THEN maandnummer(t.ingangsdatum) - $basis_maand END AS maand_ingegaan,
            greatest(dagen(t.datum_verzoek, t.toewijzingsdatum), 0) AS wacht_verzoek,
            greatest(dagen(t.toewijzingsdatum, t.eerste_start), 0) AS wacht_toewijzing,
            greatest(dagen(t.ingangsdatum, t.eerste_start), 0) AS wacht_ingang,
            coalesce(l.actief, 0) AS actief, coalesce(l.lopend, 0) AS lopend,
            coalesce(k.gedeclareerd, 0) AS gedeclareerd
        FROM bekend t
        LEFT JOIN levermaand l ON l.traject = t.traject
        LEFT JOIN kosten_per_traject k ON k.traject = t.traject
    """,
)
