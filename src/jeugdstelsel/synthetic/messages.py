"""The text of iJw 3.2 messages: small functions that put values between ready-made elements."""

from collections.abc import Callable
from dataclasses import dataclass

BERICHTCODES = {
    "JW301": "436", "JW302": "437", "JW305": "438", "JW306": "439", "JW307": "440", "JW308": "441", "JW315": "446",
    "JW316": "447", "JW317": "486", "JW318": "487", "JW319": "488", "JW320": "489", "JW323": "490", "JW325": "491",
}  # fmt: skip
RETOUR = {"JW301": "JW302", "JW305": "JW306", "JW307": "JW308", "JW315": "JW316", "JW317": "JW318", "JW319": "JW320"}
NAAM = "Synthetisch"
"""Surname of every young person and parent: the label inside messages that carry a name."""
_BASIS = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"


@dataclass(frozen=True, slots=True)
class Header:
    """Sender, receiver, identification and date of one message; dates are ISO texts."""

    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: str


def element(bericht: str, text: str) -> str:
    """Turn `m:` into the prefix of the message and `b:` into that of the base schema, with CR/LF ends."""
    own = text.replace("<m:", f"<{bericht.lower()}:").replace("</m:", f"</{bericht.lower()}:")
    return own.replace("<b:", "<ijw:").replace("</b:", "</ijw:").replace("\n", "\r\n")


def _header(bericht: str) -> str:
    start = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<m:Bericht xmlns:{bericht.lower()}="http://www.istandaarden.nl/ijw/3_2/{bericht.lower()}/schema" '
        f'xmlns:ijw="{_BASIS}">\n'
        "  <m:Header>\n"
        f"    <m:BerichtCode>{BERICHTCODES[bericht]}</m:BerichtCode>\n"
        "    <m:BerichtVersie>3</m:BerichtVersie>\n"
        "    <m:BerichtSubversie>2</m:BerichtSubversie>\n"
        "    <m:Afzender>%s</m:Afzender>\n"
        "    <m:Ontvanger>%s</m:Ontvanger>\n"
        "    <m:BerichtIdentificatie>\n"
        "      <b:Identificatie>%s</b:Identificatie>\n"
        "      <b:Dagtekening>%s</b:Dagtekening>\n"
        "    </m:BerichtIdentificatie>\n"
        "    <m:XsdVersie>\n"
        "      <b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>\n"
        "      <b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>\n"
        "    </m:XsdVersie>\n"
    )
    return element(bericht, start)


_HEADERS = {bericht: _header(bericht) for bericht in BERICHTCODES}
_HEADER_END = {bericht: element(bericht, "  </m:Header>\n") for bericht in BERICHTCODES}
_ENDS = {bericht: element(bericht, "</m:Bericht>\n") for bericht in BERICHTCODES}


def _start(bericht: str, header: Header) -> str:
    return _HEADERS[bericht] % (header.afzender, header.ontvanger, header.identificatie, header.dagtekening)


def _message(bericht: str, header: Header, body: str) -> str:
    return _start(bericht, header) + _HEADER_END[bericht] + body + _ENDS[bericht]


def _indented(bericht: str, depth: int, text: str) -> str:
    pad = " " * depth
    return element(bericht, "".join(f"{pad}{line}\n" for line in text.strip("\n").split("\n")))


def _optional(bericht: str, depth: int, name: str) -> Callable[[str], str]:
    text = _indented(bericht, depth, f"<m:{name}>%s</m:{name}>")
    return lambda value: text % value if value else ""


# ---- the young person ------------------------------------------------------------------------------------------

_PERSON = """
<m:Bsn>%s</m:Bsn>
<m:Geboortedatum>
  <b:Datum>%s</b:Datum>
</m:Geboortedatum>
<m:Geslacht>%s</m:Geslacht>
<m:Naam>
  <b:Geslachtsnaam>
    <b:Achternaam>Synthetisch</b:Achternaam>
  </b:Geslachtsnaam>
  <b:Voorletters>%s</b:Voorletters>NAAMGEBRUIK
</m:Naam>
"""
_FULL = _PERSON.replace("NAAMGEBRUIK", "\n  <b:NaamGebruik>1</b:NaamGebruik>")
_SHORT = _PERSON.replace("NAAMGEBRUIK", "")
_PERSONS = {
    bericht: _indented(bericht, 4, _FULL if bericht == "JW301" else _SHORT)
    for bericht in ("JW301", "JW305", "JW307", "JW315")
}
_CONTACT = _indented(
    "JW301",
    4,
    """
<m:Contactgegevens>
  <m:Contact>
    <m:Soort>01</m:Soort>
    <m:Adres>
      <b:Huis>
        <b:Huisnummer>%s</b:Huisnummer>
      </b:Huis>
      <b:Postcode>%s</b:Postcode>
      <b:Straatnaam>Proefstraat</b:Straatnaam>
      <b:Plaatsnaam>%s</b:Plaatsnaam>
      <b:LandCode>NL</b:LandCode>
    </m:Adres>
  </m:Contact>
</m:Contactgegevens>
""",
)
_RELATIE = _indented(
    "JW301",
    4,
    """
<m:Relaties>
  <m:Relatie>
    <m:Nummer>1</m:Nummer>
    <m:Soort>10</m:Soort>
    <m:Naam>
      <b:Geslachtsnaam>
        <b:Achternaam>Synthetisch</b:Achternaam>
      </b:Geslachtsnaam>
      <b:Voorletters>O</b:Voorletters>
      <b:NaamGebruik>1</b:NaamGebruik>
    </m:Naam>
    <m:Contact>
      <m:Soort>02</m:Soort>
      <m:Telefoon>
        <b:Telefoon01>
          <b:Telefoonnummer>0600000000</b:Telefoonnummer>
          <b:Landnummer>+31</b:Landnummer>
        </b:Telefoon01>
      </m:Telefoon>
    </m:Contact>
  </m:Relatie>
</m:Relaties>
""",
)


def person(bericht: str, bsn: str, geboortedatum: str, geslacht: str, voorletters: str) -> str:
    """Return Bsn, Geboortedatum, Geslacht and Naam as they stand in JW301, JW305, JW307 and JW315."""
    return _PERSONS[bericht] % (bsn, geboortedatum, geslacht, voorletters)


def contact(huisnummer: str, postcode: str, plaatsnaam: str, *, ouder: bool) -> str:
    """Return the address of a JW301 client, with a parent as Relatie when `ouder`."""
    return (_RELATIE if ouder else "") + _CONTACT % (huisnummer, postcode, plaatsnaam)


# ---- products --------------------------------------------------------------------------------------------------


def _product_text(bericht: str, depth: int) -> tuple[str, str]:
    both = "<m:Product>\n  <b:Categorie>%s</b:Categorie>\n  <b:Code>%s</b:Code>\n</m:Product>"
    one = "<m:Product>\n  <b:Categorie>%s</b:Categorie>\n</m:Product>"
    return _indented(bericht, depth, both), _indented(bericht, depth, one)


_PRODUCT_DEPTH = {"JW301": 8, "JW305": 8, "JW307": 8, "JW315": 8, "JW317": 10}
_PRODUCTS = {bericht: _product_text(bericht, depth) for bericht, depth in _PRODUCT_DEPTH.items()}
_OMVANG = {
    bericht: _indented(
        bericht,
        depth,
        "<m:Omvang>\n  <b:Volume>%s</b:Volume>\n  <b:Eenheid>%s</b:Eenheid>\n"
        "  <b:Frequentie>%s</b:Frequentie>\n</m:Omvang>",
    )
    for bericht, depth in _PRODUCT_DEPTH.items()
}
_BUDGET = {bericht: _optional(bericht, depth, "Budget") for bericht, depth in _PRODUCT_DEPTH.items()}


def product(bericht: str, categorie: str, code: str) -> str:
    """Return the Product element; nothing without a category, no Code without a code."""
    if not categorie:
        return ""
    both, one = _PRODUCTS[bericht]
    return both % (categorie, code) if code else one % categorie


def omvang(bericht: str, volume: str, eenheid: str, frequentie: str) -> str:
    """Return the Omvang element; nothing without a volume."""
    return _OMVANG[bericht] % (volume, eenheid, frequentie) if volume else ""


def budget(bericht: str, eurocent: str) -> str:
    """Return the Budget element; nothing when empty."""
    return _BUDGET[bericht](eurocent)


# ---- JW301 -----------------------------------------------------------------------------------------------------

_NUMMER_301 = _indented("JW301", 6, "<m:ToegewezenProduct>\n  <m:ToewijzingNummer>%s</m:ToewijzingNummer>")
_REFERENTIE_301 = _optional("JW301", 8, "ReferentieAanbieder")
_DATUMS_301 = _indented(
    "JW301",
    8,
    "<m:Toewijzingsdatum>%s</m:Toewijzingsdatum>\n<m:Toewijzingstijd>%s</m:Toewijzingstijd>\n"
    "<m:Ingangsdatum>%s</m:Ingangsdatum>",
)
_EINDDATUM_301 = _optional("JW301", 8, "Einddatum")
_REDEN_301 = _optional("JW301", 8, "RedenWijziging")
_EINDE_301 = _indented("JW301", 6, "</m:ToegewezenProduct>")


def toegewezen_product(
    nummer: str, referentie: str, categorie: str, code: str, datum: str, tijd: str, ingangsdatum: str,
    einddatum: str, reden: str, volume: str, eenheid: str, frequentie: str, budget_eurocent: str,
) -> str:  # fmt: skip
    """Return one ToegewezenProduct; empty texts leave the element out."""
    return "".join((
        _NUMMER_301 % nummer, _REFERENTIE_301(referentie), product("JW301", categorie, code),
        _DATUMS_301 % (datum, tijd, ingangsdatum), _EINDDATUM_301(einddatum), _REDEN_301(reden),
        omvang("JW301", volume, eenheid, frequentie), budget("JW301", budget_eurocent), _EINDE_301,
    ))  # fmt: skip


def _client(bericht: str, inner: str) -> str:
    prefix = bericht.lower()
    return f"  <{prefix}:Client>\r\n{inner}  </{prefix}:Client>\r\n"


def _list(bericht: str, depth: int, name: str, items: str) -> str:
    pad, prefix = " " * depth, bericht.lower()
    return f"{pad}<{prefix}:{name}>\r\n{items}{pad}</{prefix}:{name}>\r\n"


def jw301(header: Header, persoon: str, adres: str, producten: str) -> str:
    """Return a toewijzing: person, contact and ToegewezenProduct elements as made by the functions above."""
    inner = persoon + adres + _list("JW301", 4, "ToegewezenProducten", producten)
    return _message("JW301", header, _client("JW301", inner))


# ---- JW305 and JW307 -------------------------------------------------------------------------------------------


def _regie(bericht: str, klasse: str, dates: str) -> tuple[str, Callable[[str], str], Callable[[str], str], str]:
    return (
        _indented(bericht, 6, f"<m:{klasse}>"),
        _optional(bericht, 8, "ToewijzingNummer"),
        _optional(bericht, 8, "ToewijzingIngangsdatum"),
        _indented(bericht, 6, dates + f"  <m:StatusAanlevering>%s</m:StatusAanlevering>\n</m:{klasse}>"),
    )


_START = _regie("JW305", "StartProduct", "  <m:Begindatum>%s</m:Begindatum>\n")
_STOP = _regie(
    "JW307",
    "StopProduct",
    "  <m:Begindatum>%s</m:Begindatum>\n  <m:RedenBeeindiging>%s</m:RedenBeeindiging>\n"
    "  <m:Einddatum>%s</m:Einddatum>\n",
)


def start_product(nummer: str, categorie: str, code: str, ingangsdatum: str, begindatum: str, status: str) -> str:
    """Return one StartProduct; without number and Ingangsdatum it is taakgericht."""
    opening, number, ingang, rest = _START
    return (
        opening + number(nummer) + product("JW305", categorie, code) + ingang(ingangsdatum)
        + rest % (begindatum, status)
    )  # fmt: skip


def stop_product(
    nummer: str, categorie: str, code: str, ingangsdatum: str, begindatum: str, reden: str, einddatum: str,
    status: str,
) -> str:  # fmt: skip
    """Return one StopProduct; reason 20 is a pause."""
    opening, number, ingang, rest = _STOP
    return (
        opening + number(nummer) + product("JW307", categorie, code) + ingang(ingangsdatum)
        + rest % (begindatum, reden, einddatum, status)
    )  # fmt: skip


def jw305(header: Header, persoon: str, producten: str) -> str:
    """Return a start message."""
    return _message("JW305", header, _client("JW305", persoon + _list("JW305", 4, "StartProducten", producten)))


def jw307(header: Header, persoon: str, producten: str) -> str:
    """Return a stop message."""
    return _message("JW307", header, _client("JW307", persoon + _list("JW307", 4, "StopProducten", producten)))


# ---- JW315 -----------------------------------------------------------------------------------------------------

_AANVRAAG = _indented("JW315", 6, "<m:AangevraagdProduct>\n  <m:ReferentieAanbieder>%s</m:ReferentieAanbieder>")
_INGANG_315 = _indented("JW315", 8, "<m:ToewijzingIngangsdatum>%s</m:ToewijzingIngangsdatum>")
_EIND_315 = _optional("JW315", 8, "ToewijzingEinddatum")
_VERWIJZER = _indented("JW315", 8, "<m:Verwijzer>\n  <b:Type>%s</b:Type>")
_NAAM_VERWIJZER = element("JW315", "          <b:Naam>%s</b:Naam>\n")
_CODE_VERWIJZER = element("JW315", "          <b:ZorgverlenerCode>%s</b:ZorgverlenerCode>\n")
_EINDE_315 = _indented("JW315", 6, "  </m:Verwijzer>\n  <m:Raamcontract>1</m:Raamcontract>\n</m:AangevraagdProduct>")
_GEZAG = _indented("JW315", 4, "<m:GezagsdragerBekend>1</m:GezagsdragerBekend>")


def aangevraagd_product(
    referentie: str, categorie: str, code: str, ingangsdatum: str, einddatum: str, volume: str, eenheid: str,
    frequentie: str, budget_eurocent: str, verwijzer: str, naam: str, zorgverlener: str,
) -> str:  # fmt: skip
    """Return one AangevraagdProduct with its Verwijzer (type, and name or AGB code)."""
    return "".join((
        _AANVRAAG % referentie, product("JW315", categorie, code), _INGANG_315 % ingangsdatum, _EIND_315(einddatum),
        omvang("JW315", volume, eenheid, frequentie), budget("JW315", budget_eurocent), _VERWIJZER % verwijzer,
        _NAAM_VERWIJZER % naam if naam else "", _CODE_VERWIJZER % zorgverlener if zorgverlener else "", _EINDE_315,
    ))  # fmt: skip


def jw315(header: Header, persoon: str, producten: str) -> str:
    """Return a verzoek om toewijzing."""
    inner = persoon + _GEZAG + _list("JW315", 4, "AangevraagdeProducten", producten)
    return _message("JW315", header, _client("JW315", inner))


# ---- JW317 and JW319 -------------------------------------------------------------------------------------------

_VERZOEK = _indented(
    "JW317",
    4,
    "<m:Bsn>%s</m:Bsn>\n<m:Verzoek>\n  <m:ReferentieAanbieder>%s</m:ReferentieAanbieder>\n"
    "  <m:RedenVerzoek>%s</m:RedenVerzoek>",
)
_EINDE_VERZOEK = _indented("JW317", 4, "</m:Verzoek>")
_ONGEWIJZIGD = _indented(
    "JW317", 8, "<m:OngewijzigdProduct>\n  <m:ToewijzingNummer>%s</m:ToewijzingNummer>\n</m:OngewijzigdProduct>"
)
_TE_WIJZIGEN = _indented(
    "JW317",
    8,
    "<m:TeWijzigenProduct>\n  <m:ToewijzingNummer>%s</m:ToewijzingNummer>\n"
    "  <m:GewensteIngangsdatum>%s</m:GewensteIngangsdatum>",
)
_NIEUW = _indented("JW317", 8, "<m:NieuwProduct>")
_GEWENST = _indented("JW317", 10, "<m:GewensteIngangsdatum>%s</m:GewensteIngangsdatum>")
_EINDDATUM_317 = _optional("JW317", 10, "Einddatum")


def ongewijzigd_product(nummer: str) -> str:
    """Return one OngewijzigdProduct."""
    return _ONGEWIJZIGD % nummer


def te_wijzigen_product(
    nummer: str, ingangsdatum: str, einddatum: str, volume: str, eenheid: str, frequentie: str, budget_eurocent: str
) -> str:
    """Return one TeWijzigenProduct."""
    return (
        _TE_WIJZIGEN % (nummer, ingangsdatum) + _EINDDATUM_317(einddatum)
        + omvang("JW317", volume, eenheid, frequentie) + budget("JW317", budget_eurocent)
        + "        </jw317:TeWijzigenProduct>\r\n"
    )  # fmt: skip


def nieuw_product(
    categorie: str, code: str, ingangsdatum: str, einddatum: str, volume: str, eenheid: str, frequentie: str,
    budget_eurocent: str,
) -> str:  # fmt: skip
    """Return one NieuwProduct."""
    return (
        _NIEUW + product("JW317", categorie, code) + _GEWENST % ingangsdatum + _EINDDATUM_317(einddatum)
        + omvang("JW317", volume, eenheid, frequentie) + budget("JW317", budget_eurocent)
        + "        </jw317:NieuwProduct>\r\n"
    )  # fmt: skip


def jw317(
    header: Header, bsn: str, referentie: str, reden: str, ongewijzigd: str, te_wijzigen: str, nieuw: str = ""
) -> str:
    """Return a verzoek om wijziging; empty parts are left out."""
    parts = (
        ("OngewijzigdeProducten", ongewijzigd), ("TeWijzigenProducten", te_wijzigen), ("NieuweProducten", nieuw),
    )  # fmt: skip
    products = "".join(_list("JW317", 6, name, items) for name, items in parts if items)
    return _message("JW317", header, _client("JW317", _VERZOEK % (bsn, referentie, reden) + products + _EINDE_VERZOEK))


_ANTWOORD = _indented(
    "JW319",
    2,
    "<m:Antwoord>\n  <m:ReferentieAanbieder>%s</m:ReferentieAanbieder>\n  <m:VerzoekAntwoord>%s</m:VerzoekAntwoord>",
)
_AFWIJZING = _optional("JW319", 4, "RedenAfwijzingVerzoek")
_WOONPLAATS = _indented("JW319", 4, "<m:Woonplaatsbeginsel>\n  <m:Gemeente>%s</m:Gemeente>\n</m:Woonplaatsbeginsel>")


def jw319(header: Header, referentie: str, antwoord: str, reden: str = "", gemeente: str = "") -> str:
    """Return an answer to a request: 1 refused with a reason, 2 being looked into."""
    home = _WOONPLAATS % gemeente if gemeente else ""
    body = _ANTWOORD % (referentie, antwoord) + _AFWIJZING(reden) + home + "  </jw319:Antwoord>\r\n"
    return _message("JW319", header, body)


# ---- JW323 and JW325 -------------------------------------------------------------------------------------------

_PRESTATIE = """
          <m:Prestatie>
            <m:ProductReferentie>
              <b:ReferentieNummer>%s</b:ReferentieNummer>VORIG
            </m:ProductReferentie>
            <m:ToewijzingNummer>%s</m:ToewijzingNummer>
            <m:ProductCategorie>%s</m:ProductCategorie>
            <m:ProductCode>%s</m:ProductCode>
            <m:ProductPeriode>
              <b:Begindatum>%s</b:Begindatum>
              <b:Einddatum>%s</b:Einddatum>
            </m:ProductPeriode>
            <m:GeleverdVolume>%s</m:GeleverdVolume>
            <m:Eenheid>%s</m:Eenheid>TARIEF
            <m:IngediendBedrag>
              <b:Bedrag>%s</b:Bedrag>
              <b:DebetCredit>%s</b:DebetCredit>
            </m:IngediendBedrag>
          </m:Prestatie>
"""
_VORIG = "\n              <b:VorigReferentieNummer>%s</b:VorigReferentieNummer>"
_TARIEF = "\n            <m:ProductTarief>%s</m:ProductTarief>"


def _prestatie(vorig: str, tarief: str) -> str:
    return element("JW323", _PRESTATIE.strip("\n").replace("VORIG", vorig).replace("TARIEF", tarief) + "\n")


PRESTATIE = _prestatie("", _TARIEF)
"""Debet: referentie, nummer, categorie, code, begin, eind, volume, eenheid, tarief, bedrag, D/C."""
PRESTATIE_EURO = _prestatie("", "")
"""As PRESTATIE without tarief."""
PRESTATIE_CREDIT = _prestatie(_VORIG, _TARIEF)
"""As PRESTATIE with the earlier reference second."""
PRESTATIE_CREDIT_EURO = _prestatie(_VORIG, "")
"""As PRESTATIE_CREDIT without tarief."""
CLIENT_323 = element("JW323", "      <m:Client>\n        <m:Bsn>%s</m:Bsn>\n        <m:Prestaties>\n")
CLIENT_323_END = element("JW323", "        </m:Prestaties>\n      </m:Client>\n")
_DECLARATIE = _indented(
    "JW323",
    2,
    """
<m:Declaratie>
  <m:DeclaratieNummer>%s</m:DeclaratieNummer>
  <m:DeclaratiePeriode>
    <b:Begindatum>%s</b:Begindatum>
    <b:Einddatum>%s</b:Einddatum>
  </m:DeclaratiePeriode>
  <m:DeclaratieDagtekening>%s</m:DeclaratieDagtekening>
  <m:TotaalIngediendBedrag>
    <b:TotaalBedrag>%s</b:TotaalBedrag>
    <b:DebetCredit>%s</b:DebetCredit>
  </m:TotaalIngediendBedrag>
  <m:Clienten>
""",
)
_EINDE_323 = _indented("JW323", 2, "  </m:Clienten>\n</m:Declaratie>")


def jw323(header: Header, nummer: str, begin: str, eind: str, totaal: int, clienten: str) -> str:
    """Return a declaratie over one month; `totaal` is debet minus credit in eurocent."""
    amounts = (nummer, begin, eind, header.dagtekening, abs(totaal), "C" if totaal < 0 else "D")
    return _message("JW323", header, _DECLARATIE % amounts + clienten + _EINDE_323)


_DECLARATIE_IDENTIFICATIE = _indented(
    "JW325",
    4,
    """
<m:DeclaratieIdentificatie>
  <b:Identificatie>%s</b:Identificatie>
  <b:Dagtekening>%s</b:Dagtekening>
</m:DeclaratieIdentificatie>
<m:XsdVersieDeclaratie>
  <b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>
  <b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>
</m:XsdVersieDeclaratie>
<m:RetourCodes>
  <m:RetourCode>0200</m:RetourCode>
</m:RetourCodes>
""",
)
_ANTWOORD_325 = _indented(
    "JW325",
    2,
    """
<m:DeclaratieAntwoord>
  <m:DeclaratieNummer>%s</m:DeclaratieNummer>
  <m:TotaalIngediendBedrag>
    <b:TotaalBedrag>%s</b:TotaalBedrag>
    <b:DebetCredit>%s</b:DebetCredit>
  </m:TotaalIngediendBedrag>
  <m:TotaalToegekendBedrag>
    <b:TotaalBedrag>%s</b:TotaalBedrag>
    <b:DebetCredit>%s</b:DebetCredit>
  </m:TotaalToegekendBedrag>
""",
)
_EINDE_325 = _indented(
    "JW325",
    2,
    "  <m:RetourCodes>\n    <m:RetourCode>%s</m:RetourCode>\n  </m:RetourCodes>\n</m:DeclaratieAntwoord>",
)


def jw325(
    header: Header, declaratie: Header, nummer: str, totaal: int, *, toegekend: int | None = None, clienten: str = ""
) -> str:
    """Return the answer to a declaratie: full approval, or the refused prestaties in `clienten`."""
    granted = totaal if toegekend is None else toegekend
    amounts = (nummer, abs(totaal), "C" if totaal < 0 else "D", abs(granted), "C" if granted < 0 else "D")
    refused = _list("JW325", 4, "Clienten", clienten) if clienten else ""
    head = _DECLARATIE_IDENTIFICATIE % (declaratie.identificatie, declaratie.dagtekening)
    body = _ANTWOORD_325 % amounts + refused + _EINDE_325 % ("0200" if refused else "8001")
    return _start("JW325", header) + head + _HEADER_END["JW325"] + body + _ENDS["JW325"]


def retour_client(bsn: str, prestaties: str) -> str:
    """Return a Client of a JW325 around refused prestaties."""
    codes = "        <m:RetourCodes>\n          <m:RetourCode>0200</m:RetourCode>\n        </m:RetourCodes>\n"
    opening = f"      <m:Client>\n        <m:Bsn>{bsn}</m:Bsn>\n"
    listed = _list("JW325", 8, "Prestaties", prestaties)
    return element("JW325", opening) + listed + element("JW325", codes + "      </m:Client>\n")


def retour_prestatie(prestatie: str, retourcode: str) -> str:
    """Turn a prestatie of a JW323 into a refused one in a JW325."""
    codes = (
        f"            <jw325:RetourCodes>\r\n              <jw325:RetourCode>{retourcode}</jw325:RetourCode>\r\n"
        "            </jw325:RetourCodes>\r\n"
    )
    end = "          </jw325:Prestatie>\r\n"
    return prestatie.replace("jw323:", "jw325:").replace(end, codes + end)


# ---- retour messages -------------------------------------------------------------------------------------------


def retour(bericht: str, header: Header, identificatie: str, dagtekening: str) -> str:
    """Return the retour message that says that nothing was wrong with a message of type `bericht`."""
    kind = RETOUR[bericht]
    extra = element(
        kind,
        f"    <m:IdentificatieRetour>{identificatie}</m:IdentificatieRetour>\n"
        f"    <m:DagtekeningRetour>{dagtekening}</m:DagtekeningRetour>\n"
        "    <m:XsdVersieRetour>\n"
        "      <b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>\n"
        "      <b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>\n"
        "    </m:XsdVersieRetour>\n",
    )
    return _start(kind, header) + extra + _HEADER_END[kind] + _ENDS[kind]
