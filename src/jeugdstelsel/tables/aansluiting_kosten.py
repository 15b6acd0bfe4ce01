"""Declared costs beside the accounts of the gemeente, with every difference split into causes."""

from jeugdstelsel.model import Column, Table

TABLE = Table(
    "aansluiting_kosten",
    "Gedeclareerde kosten naast Iv3, met elk verschil gesplitst in oorzaken: iv3 min gedeclareerd is hun som.",
    key=("niveau", "gebied", "lijn", "aanbieder", "post", "oorzaak", "grond"),
    columns=(
        Column("niveau", "text", "land, jeugdregio of gemeente"),
        Column("gebied", "text", "NL, JZ-code of gemeentecode"),
        Column("periode", "text", "jaar"),
        Column("soort", "text", "totaal, deel, of rest als Iv3 voor deze zorgvorm geen eigen taakveld heeft"),
        Column("lijn", "text", "zorgvorm waarop beide bronnen te vergelijken zijn"),
        Column("aanbieder", "text", "AGB-code; leeg als het bedrag niet bij één aanbieder hoort"),
        Column("post", "text", "iv3, gedeclareerd of oorzaak"),
        Column("oorzaak", "text", "oorzaak van een deel van het verschil; alleen bij post oorzaak"),
        Column("grond", "text", "gemeten, geschat, opgegeven of rest; alleen bij post oorzaak"),
        Column("bedrag", "integer", "eurocent"),
        Column("jongeren", "integer", "verschillende jongeren achter de hele post van deze lijn, niet op te tellen"),
    ),
)
