"""On which day the linkage of the whole warehouse stands."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "koppeling_stand",
    "Op welke dag de koppeling van alles staat; één rij, of geen voor de eerste keer.",
    key=("peildatum",),
    columns=(Column("peildatum", "date", "termijnen die vóór deze dag afliepen, zijn te laat"),),
)
