"""What went between a gemeente and a provider in a month: how many messages, and which types about help or money."""

from jeugdstelsel.model import Column, Table
from jeugdstelsel.model.indicator import Step

SOORTEN = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325")

STEP = Step(
    Table(
        "bericht_maand",
        "Hoeveel berichten in een maand tussen gemeente en aanbieder gingen, en welke soorten over hulp of geld.",
        key=("gemeente", "aanbieder", "begin"),
        columns=(
            Column("gemeente", "text", "gemeentecode"),
            Column("aanbieder", "text", "AGB code"),
            Column("begin", "date", "first day of the month"),
            Column("soorten", "integer", f"bit per message type, from the lowest: {', '.join(SOORTEN)}"),
            Column("van_aanbieder", "integer", "messages that the provider sent"),
            Column("van_gemeente", "integer", "messages that the gemeente sent"),
        ),
    ),
    needs=("bericht",),
    sql=f"""
        SELECT
            gemeente, aanbieder, eerste_van_maand(dagtekening) AS begin,
            bit_or(CASE berichtsoort {" ".join(f"WHEN '{soort}' THEN {1 << bit}" for bit, soort in enumerate(SOORTEN))}
                   ELSE 0 END) AS soorten,
            count(*) FILTER (WHERE afzender = aanbieder) AS van_aanbieder,
            count(*) FILTER (WHERE afzender <> aanbieder) AS van_gemeente
        FROM bericht
        GROUP BY gemeente, aanbieder, eerste_van_maand(dagtekening)
    """,
)
