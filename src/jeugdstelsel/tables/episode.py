"""Trajecten that follow each other without a gap: one episode of care."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "episode",
    "Trajecten van één jongere bij één aanbieder in één categorie die op elkaar aansluiten, ook na een verhuizing naar een andere gemeente; gemaakt door de koppeling.",
    key=("traject_id",),
    columns=(
        Column("traject_id", "text", "traject"),
        Column("episode_id", "text", "traject_id van het eerste traject van de episode"),
        Column("volgnummer", "integer", "plaats binnen de episode, vanaf 1"),
        Column("client", "text", "pseudoniem"),
        Column("gemeente", "text", "gemeentecode"),
        Column("vorige_traject_id", "text", "traject dat het voortzet; leeg bij het eerste"),
        Column("vorige_gemeente", "text", "gemeente van dat traject"),
        Column("aansluiting", "text", "eerste, vervolg, verhuizing (andere gemeente) of herindeling (JZ002 11)"),
        Column("begindatum", "date", "eerste dag van het traject: ingangsdatum, of anders de eerste start"),
        Column("einddatum", "date", "laatste dag van het traject: einddatum, of anders de laatste stop; leeg is open"),
    ),
)
