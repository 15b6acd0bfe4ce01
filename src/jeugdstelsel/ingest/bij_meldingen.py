"""What can be wrong with a delivery of Beleidsinformatie: a code, how bad it is, and what to do, without any quote."""

from collections.abc import Mapping
from dataclasses import dataclass

from jeugdstelsel.model import Ernst, Finding

FOUT, LET_OP = Ernst.FOUT, Ernst.WAARSCHUWING


@dataclass(frozen=True)
class Melding:
    """`wat` is wrong, and what to `doe`; both in Dutch for the sender."""

    ernst: Ernst
    wat: str
    doe: str


MELDINGEN: Mapping[str, Melding] = {
    # the whole file
    "BIJ_LEEG": Melding(FOUT, "Er staat geen enkele regel met gegevens in het bestand", "Maak de levering opnieuw."),
    "BIJ_TE_GROOT": Melding(FOUT, "Het bestand is groter dan een levering kan zijn", "Lever per verslagperiode."),
    "BIJ_CODERING": Melding(
        FOUT, "De tekens in het bestand zijn niet te lezen", "Sla het bestand op als CSV in UTF-8."
    ),
    "BIJ_CP1252": Melding(
        LET_OP, "Het bestand is niet in UTF-8 maar in de oude codering van Windows", "Sla het voortaan op in UTF-8."
    ),
    "BIJ_GEEN_CSV": Melding(
        FOUT, "Dit is geen CSV-bestand, of een aanhalingsteken sluit niet", "Sla het werkblad op als CSV."
    ),
    "BIJ_KOP": Melding(
        FOUT, "De kop van het bestand heeft niet de kolommen van een levering", "Neem de kop van de handleiding over."
    ),
    "BIJ_MEER": Melding(
        LET_OP, "Er zijn nog meer bevindingen; alleen de eerste duizend staan hier", "Herstel die eerst."
    ),
    # which delivery it is
    "BIJ_AANBIEDER": Melding(FOUT, "De aanbieder is geen AGB-code van acht cijfers", "Vul de AGB-code in."),
    "BIJ_PERIODE_VORM": Melding(
        FOUT,
        "De verslagperiode is niet te lezen of past niet bij de soort levering",
        "Schrijf 2025-H1 voor een halfjaar; jeugdreclassering gaat per kwartaal: 2025-K1.",
    ),
    "BIJ_AFZENDER": Melding(
        FOUT,
        "De regel is van een andere aanbieder of periode dan de eerste regel",
        "Lever per aanbieder en per periode een eigen bestand.",
    ),
    "BIJ_PERIODE_LOOPT": Melding(
        FOUT, "De verslagperiode was nog niet voorbij toen de levering binnenkwam", "Lever na afloop van de periode."
    ),
    "BIJ_CORRECTIE_TE_OUD": Melding(
        FOUT,
        "Dit is een correctie op een periode die niet meer wordt bijgewerkt; de eerdere levering blijft staan",
        "Alleen de laatste en de voorlaatste periode zijn nog te corrigeren.",
    ),
    "BIJ_LAAT": Melding(
        LET_OP,
        "De periode is te oud om door het CBS nog te worden verwerkt; wij nemen haar wel op",
        "Lever voortaan binnen drie weken na afloop.",
    ),
    # one line
    "BIJ_KOLOMMEN": Melding(
        FOUT, "De regel heeft een ander aantal kolommen dan de kop", "Controleer scheidingstekens en aanhalingstekens."
    ),
    "BIJ_VERPLICHT": Melding(FOUT, "Een verplicht gegeven ontbreekt", "Vul het aan."),
    "BIJ_BSN_VORM": Melding(
        FOUT, "Het BSN heeft geen negen cijfers", "Herstel het; een voorloopnul valt weg in een rekenblad."
    ),
    "BIJ_BSN_ELFPROEF": Melding(FOUT, "Het BSN voldoet niet aan de elfproef", "Neem het BSN over uit het dossier."),
    "BIJ_BSN_VERWISSELD": Melding(
        FOUT,
        "De code voor een onbekend BSN en die voor een ongeboren kind lijken verwisseld, zoals in 2014",
        "Schrijf negen negens bij onbekend en negen nullen bij ongeboren.",
    ),
    "BIJ_ONGEBOREN_NEGEN": Melding(
        LET_OP,
        "De geboortedatum van een ongeboren kind heeft negen nullen; het veld heeft acht posities",
        "Schrijf acht nullen; wij lezen het zo.",
    ),
    "BIJ_ONGEBOREN_2015": Melding(
        LET_OP,
        "De geboortedatum van een ongeboren kind staat er zoals in 2015: acht negens",
        "Schrijf acht nullen; wij lezen het zo.",
    ),
    "BIJ_GEBOORTEDATUM": Melding(
        FOUT,
        "De geboortedatum bestaat niet, of ligt meer dan negen maanden na de aanvang",
        "Schrijf JJJJMMDD, met 00 voor wat onbekend is.",
    ),
    "BIJ_LEEFTIJD": Melding(
        LET_OP, "De jeugdige was bij de aanvang 23 jaar of ouder", "Controleer geboortedatum en datum van aanvang."
    ),
    "BIJ_WOONPLAATS": Melding(
        FOUT, "De woonplaats is geen postcode en geen gemeentecode", "Schrijf 1234AB, of vier cijfers."
    ),
    "BIJ_GEMEENTE": Melding(
        FOUT, "Deze gemeente bestond niet in de verslagperiode", "Gebruik de gemeentecode van het CBS van dat jaar."
    ),
    "BIJ_CODE": Melding(FOUT, "De code staat niet in de lijst", "Kies een code uit de lijst; let op de nul ervoor."),
    "BIJ_CODE_VERVALLEN": Melding(
        FOUT, "De code hoort bij een oude versie van het protocol", "Kies een code van versie 7."
    ),
    "BIJ_DATUM": Melding(FOUT, "De datum bestaat niet", "Schrijf JJJJMMDD."),
    "BIJ_DATUM_ONBEKEND": Melding(
        FOUT, "Een onbekende dag of maand mag alleen bij de geboortedatum", "Vul de hele datum in."
    ),
    "BIJ_EINDE_VOOR_AANVANG": Melding(FOUT, "Het einde ligt voor de aanvang", "Verbeter een van beide datums."),
    "BIJ_TOEKOMST": Melding(
        FOUT, "Een datum ligt na het eind van de verslagperiode", "Lever een einde pas als het er is."
    ),
    "BIJ_BUITEN_PERIODE": Melding(
        FOUT, "De hulp of maatregel was al geëindigd voor de verslagperiode begon", "Laat de regel weg."
    ),
    "BIJ_REDEN_ZONDER_EINDE": Melding(
        FOUT, "Er is een reden van beëindiging en geen datum van einde", "Vul de datum in of haal de reden weg."
    ),
    "BIJ_EINDE_ZONDER_REDEN": Melding(FOUT, "Er is een einde en geen reden van beëindiging", "Vul de reden in."),
    "BIJ_WIJKTEAM": Melding(
        LET_OP, "Hulp door een wijk- of buurtteam heeft altijd verwijzer 06", "Verander de verwijzer; wij lezen 06."
    ),
    # between lines
    "BIJ_DUBBEL": Melding(LET_OP, "De sleutel staat er al en de regels zijn samengevoegd", "Lever één regel."),
    "BIJ_TWEELING": Melding(
        LET_OP,
        "Twee jeugdigen zonder BSN zijn verder gelijk; door het eigen kenmerk zijn zij apart gehouden",
        "Controleer of het een tweeling is.",
    ),
    "BIJ_OVERLAP": Melding(
        LET_OP,
        "De hulp overlapt met eerdere hulp van dezelfde vorm en is daarmee samengevoegd",
        "Lever één regel met de eerste aanvang en het laatste einde.",
    ),
    "BIJ_AMBULANT_BIJ_VERBLIJF": Melding(
        LET_OP,
        "Hulp zonder verblijf tijdens verblijf bij dezelfde aanbieder hoort bij dat verblijf en telt niet apart",
        "Laat de regel weg.",
    ),
    # outcome
    "BIJ_UITKOMST_BEREIK": Melding(FOUT, "Het cijfer is geen heel getal van 1 tot en met 10", "Verbeter het cijfer."),
    "BIJ_INFORMANT": Melding(
        FOUT, "Een meting noemt geen informant, of dezelfde informant staat er twee keer", "Eén meting per informant."
    ),
    "BIJ_METINGEN": Melding(
        LET_OP,
        "Na samenvoegen zijn er meer dan twee metingen; de eerste van elke informant telt",
        "Lever er hooguit twee.",
    ),
    # maatregelen
    "BIJ_SOORT": Melding(
        FOUT, "Dit type maatregel hoort niet in deze levering", "Lever bescherming en reclassering in eigen bestanden."
    ),
    "BIJ_REDEN_MAATREGEL": Melding(
        FOUT, "De reden van beëindiging past niet bij het type maatregel", "Kies een reden die erbij hoort."
    ),
    "BIJ_MAATREGEL_ZONDER_BEGIN": Melding(
        LET_OP,
        "De maatregel heeft geen datum van aanvang en geen datum overgedragen gekregen",
        "Dat klopt alleen na een overdracht in een eerdere periode; vul anders de datum van aanvang in.",
    ),
    "BIJ_MACHTIGING": Melding(
        FOUT,
        "Een machtiging heeft een eigen datum van aanvang, en geen reden van beëindiging",
        "Vul de datum in en haal de reden weg.",
    ),
    "BIJ_MACHTIGING_LOS": Melding(
        LET_OP,
        "Bij de machtiging staat geen maatregel van dezelfde jeugdige in de levering",
        "Voeg de maatregel toe, of controleer het BSN.",
    ),
    "BIJ_OVERDRACHT": Melding(
        FOUT,
        "De datum overgedragen ligt voor het begin, of er staat ook een einde",
        "Wie overdraagt, levert geen einde; dat doet de laatste instelling.",
    ),
    "BIJ_RECLASSERING": Melding(
        FOUT,
        "Bij een einde van jeugdreclassering horen nazorg en erkende interventie, en alleen dan",
        "Vul beide in bij het einde, of laat beide leeg.",
    ),
}


def bevinding(code: str, soort: str = "", regel: int = 0, kolom: str = "") -> Finding:
    """Return a finding with its address: the line in the file, counted from 1 with the heading, and the column."""
    melding = MELDINGEN[code]
    plaats = f"regel {regel}" if regel else "bestand"
    plaats += f", kolom {kolom}" if kolom else ""
    return Finding(code, plaats, f"{melding.wat}. {melding.doe}", ernst=melding.ernst, klasse=soort, regelnummer=regel)
