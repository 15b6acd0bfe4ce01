"""What the linkage changed its mind about between two runs: merges, splits and what became known."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "koppeling_log",
    "Waar de koppeling tussen twee verwerkingen op terugkwam; geschiedenis, dus opnieuw bouwen maakt dit niet opnieuw.",
    key=("moment", "soort", "traject_id", "oud"),
    columns=(
        Column("moment", "text", "moment van de verwerking, ISO 8601"),
        Column(
            "soort", "text", "samengevoegd, gesplitst, hernoemd, toewijzing_bekend, vervallen, verdwenen of episode"
        ),
        Column("traject_id", "text", "traject waar het om gaat; bij samengevoegd, gesplitst en hernoemd het nieuwe"),
        Column("oud", "text", "wat het was: traject_id, episode_id of status"),
        Column("nieuw", "text", "wat het werd"),
    ),
)
