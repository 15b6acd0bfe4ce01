"""Trajecten that follow each other without a gap: one episode of care."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "episode",
    "Trajecten of one young person, aanbieder and category that follow each other without a gap, "
    "also after a move to another gemeente; made by the linkage.",
    key=("traject_id",),
    columns=(
        Column("traject_id", "text", "traject"),
        Column("episode_id", "text", "traject_id of the first traject of the episode"),
        Column("volgnummer", "integer", "place within the episode, from 1"),
        Column("client", "text", "pseudonym"),
        Column("gemeente", "text", "gemeentecode"),
        Column("vorige_traject_id", "text", "traject it continues; empty for the first"),
        Column("vorige_gemeente", "text", "gemeente of that traject"),
        Column("aansluiting", "text", "eerste, vervolg, verhuizing (other gemeente) or herindeling (JZ002 11)"),
        Column("begindatum", "date", "first day of the traject: ingangsdatum, or else the first start"),
        Column("einddatum", "date", "last day of the traject: einddatum, or else the last stop; empty is open"),
    ),
)
