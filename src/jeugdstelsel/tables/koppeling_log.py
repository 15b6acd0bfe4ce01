"""What the linkage changed its mind about between two runs: merges, splits and what became known."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "koppeling_log",
    "What the linkage changed its mind about between two runs; history, so a rebuild does not make it again.",
    key=("moment", "soort", "traject_id", "oud"),
    columns=(
        Column("moment", "text", "moment of the run, ISO 8601"),
        Column(
            "soort", "text", "samengevoegd, gesplitst, hernoemd, toewijzing_bekend, vervallen, verdwenen or episode"
        ),
        Column("traject_id", "text", "traject it is about; for samengevoegd, gesplitst and hernoemd the new one"),
        Column("oud", "text", "what it was: traject_id, episode_id or status"),
        Column("nieuw", "text", "what it became"),
    ),
)
