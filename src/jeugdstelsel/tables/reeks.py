"""The columns that every table of the stream (`reeks_*`) adds to what the messages say."""

from jeugdstelsel.model import Column

VOLGORDE = Column("volgorde", "integer", "place of the message in the order of judging")
GELDIG = Column("geldig", "boolean", "whether it counts for later messages: neither rejected by us nor by the receiver")
PLEK = Column("plek", "integer", "place in the order of judging; in one message removals and credits come first")

TOEWIJZING = (
    Column("toewijzing", "boolean", "whether the toewijzing was known when this message was judged"),
    Column("toegewezen_categorie", "text", "Product/Categorie of the version that was actual then"),
    Column("toegewezen_code", "text", "Product/Code of that version"),
    Column("toegewezen_ingangsdatum", "date", "first day of that version"),
    Column("toegewezen_einddatum", "date", "last day of that version; empty is open"),
    Column("toegewezen_reden", "text", "RedenWijziging of that version; 13 means removed"),
    Column("toegewezen_volume", "integer", "Omvang/Volume of that version"),
    Column("toegewezen_eenheid", "text", "Omvang/Eenheid of that version"),
    Column("toegewezen_frequentie", "text", "Omvang/Frequentie of that version"),
    Column("toegewezen_budget", "integer", "Budget of that version, eurocent"),
)
"""What the actual version of the toewijzing said at the moment of judging (IV013); empty when unknown."""
