"""For which calculation the kept sums hold."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "sommen_stand",
    "Bij welke berekening de bewaarde optellingen over jongeren horen; geen rij als zij niet meer gelden.",
    key=("kenmerk",),
    columns=(
        Column("peildatum", "date", "laatste dag die meetelde"),
        Column("kenmerk", "text", "vingerafdruk van de definities, het venster en de gebieden waarmee is geteld"),
    ),
)
