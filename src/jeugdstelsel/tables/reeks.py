"""The columns that every table of the stream (`reeks_*`) adds to what the messages say."""

from jeugdstelsel.model import Column

VOLGORDE = Column("volgorde", "integer", "plaats van het bericht in de volgorde van oordelen")
GELDIG = Column(
    "geldig", "boolean", "of het telt voor latere berichten: niet door ons en niet door de ontvanger afgekeurd"
)
PLEK = Column(
    "plek", "integer", "plaats in de volgorde van oordelen; binnen een bericht gaan verwijderingen en credits voor"
)

TOEWIJZING = (
    Column("toewijzing", "boolean", "of de toewijzing bekend was toen dit bericht werd beoordeeld"),
    Column("toegewezen_categorie", "text", "Product/Categorie van de versie die toen actueel was"),
    Column("toegewezen_code", "text", "Product/Code van die versie"),
    Column("toegewezen_ingangsdatum", "date", "eerste dag van die versie"),
    Column("toegewezen_einddatum", "date", "laatste dag van die versie; leeg is open"),
    Column("toegewezen_reden", "text", "RedenWijziging van die versie; 13 betekent: verwijderd"),
    Column("toegewezen_volume", "integer", "Omvang/Volume van die versie"),
    Column("toegewezen_eenheid", "text", "Omvang/Eenheid van die versie"),
    Column("toegewezen_frequentie", "text", "Omvang/Frequentie van die versie"),
    Column("toegewezen_budget", "integer", "Budget van die versie, eurocent"),
)
"""What the actual version of the toewijzing said at the moment of judging (IV013); empty when unknown."""
