"""Defects that show within one message: broken structure and the rules of level 2."""

from collections.abc import Callable
from typing import Any

from jeugdstelsel.synthetic.messages import ongewijzigd_product
from jeugdstelsel.synthetic.scene import Scene

Planter = Callable[[Scene], None]


def _changed(make: Planter, soort: str, *regels: str, old: str = "", new: str = "", geldig: bool = True) -> Planter:
    """Return a planter that makes a message and replaces one piece of its text."""

    def plant(scene: Scene) -> None:
        make(scene)
        scene.spoil(soort, *regels, geldig=geldig, old=old.replace("\n", "\r\n"), new=new.replace("\n", "\r\n"))

    return plant


_PHONE = (
    "</jw301:Adres>\n<jw301:Telefoon><ijw:Telefoon01><ijw:Telefoonnummer>0600000000</ijw:Telefoonnummer>"
    "<ijw:Landnummer>+31</ijw:Landnummer></ijw:Telefoon01></jw301:Telefoon>"
)
_ADDRESS_END = "</jw301:Adres>"
_HOUSE = "          <ijw:Huis>\n            <ijw:Huisnummer>12</ijw:Huisnummer>\n          </ijw:Huis>\n"
_POSTCODE = "          <ijw:Postcode>1015SA</ijw:Postcode>\n"
_STREET = "          <ijw:Straatnaam>Proefstraat</ijw:Straatnaam>\n"
_CITY = "          <ijw:Plaatsnaam>Proefstad</ijw:Plaatsnaam>\n"
_COUNTRY = "          <ijw:LandCode>NL</ijw:LandCode>\n"
_REST = f"{_STREET}{_CITY}{_COUNTRY}        {_ADDRESS_END}"


def _assign(scene: Scene) -> None:
    scene.jw301()


def _start(scene: Scene) -> None:
    scene.jw305()


def _stop(scene: Scene) -> None:
    scene.jw307()


def _request(scene: Scene) -> None:
    scene.jw315()


def _declare(scene: Scene) -> None:
    scene.jw323()


def _assigned(**changes: str) -> Planter:
    return lambda scene: _ignore(scene.jw301(scene.assigned(1, **changes)))


def _requested(**changes: str) -> Planter:
    return lambda scene: _ignore(scene.jw315(scene.requested(1, **changes)))


def _ignore(_: object) -> None:
    return None


def _change(**changes: str) -> Planter:
    return lambda scene: _ignore(scene.jw317(te_wijzigen=scene.to_change(), nieuw=scene.new_product(**changes)))


def _two_new(scene: Scene) -> None:
    both = scene.new_product() + scene.new_product(ingangsdatum="2025-06-01")
    scene.jw317(te_wijzigen=scene.to_change(), nieuw=both)


def _two_assigned(scene: Scene) -> None:
    first = scene.assigned()
    scene.jw301(first, scene.assigned(code="45A05"))


def _overlapping(scene: Scene) -> None:
    scene.jw301(scene.assigned(1), scene.assigned(2))


def _late_assigned(scene: Scene) -> None:
    scene.jw301(scene.assigned(datum="2025-02-04"))


def _two_requests(scene: Scene) -> None:
    scene.jw315(scene.requested(1), scene.requested(2))


def _same_reference(scene: Scene) -> None:
    scene.jw315(scene.requested(1), scene.requested(1, code="45A05"))


def _future_start(scene: Scene) -> None:
    scene.jw305(begin="2025-02-13")


def _two_starts(scene: Scene) -> None:
    scene.jw305()
    part = scene.planted[-1].xml
    begin, end = part.index("      <jw305:StartProduct>"), part.index("    </jw305:StartProducten>")
    scene.spoil("twee gelijke starts", "TR101", old=part[begin:end], new=part[begin:end] * 2)


_STRUCTURE: tuple[Planter, ...] = (
    _changed(_assign, "afgebroken XML", geldig=False, old="</jw301:Bericht>", new=""),
    _changed(_assign, "verkeerde namespace", geldig=False, old="ijw/3_2/jw301", new="ijw/9_9/jw301"),
    _changed(_assign, "onbekende code", geldig=False, old="<jw301:Geslacht>2<", new="<jw301:Geslacht>7<"),
    _changed(_start, "te lang veld", geldig=False, old="<ijw:Identificatie>", new="<ijw:Identificatie>X"),
    _changed(_start, "element ontbreekt", geldig=False, old="    <jw305:Geslacht>2</jw305:Geslacht>\n"),
    _changed(_stop, "onbekend element", geldig=False, old="</jw307:Header>", new="</jw307:Header><jw307:Extra/>"),
    _changed(_stop, "geen datum", geldig=False, old="<jw307:Einddatum>2025-06-02<", new="<jw307:Einddatum>02-06-2025<"),
    _changed(_stop, "verkeerde volgorde", geldig=False, old="<jw307:BerichtVersie>3</jw307:BerichtVersie>\n"
             "    <jw307:BerichtSubversie>2</jw307:BerichtSubversie>",
             new="<jw307:BerichtSubversie>2</jw307:BerichtSubversie>\n"
                 "    <jw307:BerichtVersie>3</jw307:BerichtVersie>"),
    _changed(_request, "documenttype (DTD)", geldig=False, old='encoding="UTF-8"?>\n',
             new='encoding="UTF-8"?>\n<!DOCTYPE Bericht [<!ENTITY a "b">]>\n'),
    _changed(_request, "geen UTF-8", geldig=False, old="Synthetisch", new="Synth\udcffetisch"),
    _changed(_declare, "bedrag geen getal", geldig=False, old="<ijw:Bedrag>19800<", new="<ijw:Bedrag>198,00<"),
)  # fmt: skip

_JW301: tuple[Planter, ...] = (
    _changed(_assign, "postcode zonder land", "CD005", old=_COUNTRY),
    _changed(_assign, "taal bij doventolk", "CD007", old="    <jw301:Contactgegevens>",
             new="    <jw301:Communicatie>\n      <ijw:Vorm>2</ijw:Vorm>\n      <ijw:Taal>Pools</ijw:Taal>\n"
                 "    </jw301:Communicatie>\n    <jw301:Contactgegevens>"),
    _changed(_assign, "periode bij BRP-adres", "CD009", old=_ADDRESS_END,
             new=f"{_ADDRESS_END}\n<jw301:Periode><ijw:Begindatum>2025-01-01</ijw:Begindatum></jw301:Periode>"),
    _changed(_assign, "Nederlands adres zonder huisnummer", "CD025", old=f"{_HOUSE}{_POSTCODE}{_REST}",
             new=f"{_POSTCODE}{_STREET}{_CITY}{_COUNTRY}        {_PHONE}"),
    _changed(_assign, "BRP-adres zonder postcode", "CD034", old=f"{_POSTCODE}{_REST}",
             new=f"{_STREET}{_CITY}        {_PHONE}"),
    _changed(_assigned(volume=""), "code zonder omvang", "CD041"),
    _changed(_assigned(code="", volume="", budget="500000", einddatum=""), "budget zonder einddatum", "CD075"),
    _changed(_assigned(einddatum=""), "omvang per week zonder einddatum", "CD076"),
    _changed(_assigned(budget="500000"), "omvang en budget", "CD077", "CD078"),
    _changed(_assigned(categorie="", volume=""), "product noch budget", "CD079"),
    _changed(_assigned(code=""), "omvang zonder code", "CD080"),
    _changed(_assign, "BSN zonder elfproef", "CS002", old="<jw301:Bsn>9", new="<jw301:Bsn>8"),
    _changed(_assigned(einddatum="2025-01-31"), "einde voor ingang", "CS003"),
    _changed(_assign, "naamgebruik partner zonder partner", "CS050", old="<ijw:NaamGebruik>1",
             new="<ijw:NaamGebruik>2"),
    _changed(_assign, "postcode zonder letters", "CS089", old="1015SA", new="1015S1"),
    _changed(_assign, "alleen jaar bekend maar dag gevuld", "CS139", old="2014-05-09</ijw:Datum>",
             new="2014-05-09</ijw:Datum><ijw:DatumGebruik>2</ijw:DatumGebruik>"),
    _changed(_assign, "jeugdige als niet-natuurlijk persoon", "CS318", old="<ijw:NaamGebruik>1",
             new="<ijw:NaamGebruik>6"),
    _changed(_assigned(reden="13"), "verwijderd met lange looptijd", "CS335"),
    _changed(_assigned(reden="01"), "vervallen reden 01", "CS336"),
    _changed(_assigned(eenheid="14", frequentie="1"), "etmaal per dag", "CS338"),
    _changed(_assign, "ouder dan 120 jaar", "TR002", old="2014-05-09", new="1890-05-09"),
    _changed(_assign, "buitenlands contact zonder huis en telefoon", "TR006", old=f"{_HOUSE}{_POSTCODE}{_REST}",
             new=f"{_POSTCODE}{_STREET}{_CITY}          <ijw:LandCode>BE</ijw:LandCode>\n        {_ADDRESS_END}"),
    _changed(_assign, "alleen tijdelijk verblijfadres", "TR061", old="<jw301:Soort>01", new="<jw301:Soort>04"),
    _changed(_two_assigned, "toewijzingsnummer dubbel in bericht", "TR101"),
    _changed(_late_assigned, "toewijzing na dagtekening", "TR134"),
    _changed(_overlapping, "hetzelfde product overlapt", "TR302"),
)  # fmt: skip

_JW305_JW307: tuple[Planter, ...] = (
    _changed(lambda scene: _ignore(scene.jw305(status="9")), "status 9 bij start", "CS058"),
    _changed(_future_start, "start na dagtekening", "TR134"),
    _two_starts,
    _changed(lambda scene: _ignore(scene.jw307(eind="2025-02-09")), "stop voor start", "TR018"),
    _changed(lambda scene: _ignore(scene.jw307(status="2")), "status 2 bij stop", "CS058"),
)

_JW315_JW317_JW319: tuple[Planter, ...] = (
    _changed(_request, "beschikkingnummer zonder datum", "CD043", old="</jw315:ReferentieAanbieder>",
             new="</jw315:ReferentieAanbieder><jw315:BeschikkingNummer>7</jw315:BeschikkingNummer>"),
    _changed(_requested(naam="Synthetische verwijzer"), "verwijzer met naam en code", "CD066"),
    _changed(_requested(zorgverlener=""), "verwijzer zonder naam en code", "CD067"),
    _changed(_requested(verwijzer="06"), "geen verwijzer met code", "CD068"),
    _changed(_requested(code=""), "aangevraagde omvang zonder code", "CD095"),
    _changed(_requested(eenheid="16", frequentie="1"), "dagdeel per dag aangevraagd", "CS343"),
    _changed(_same_reference, "referentie dubbel in verzoek", "TR101", "TR383"),
    _changed(_two_requests, "aangevraagd product overlapt", "TR386"),
    _changed(_change(code=""), "nieuw product met omvang zonder code", "CD096"),
    _changed(lambda scene: _ignore(scene.jw317(nieuw=scene.new_product())), "wijziging zonder huidig product", "TR352"),
    _changed(lambda scene: _ignore(scene.jw317(ongewijzigd_product("1"))), "verzoek zonder wijziging", "TR353"),
    _changed(_change(ingangsdatum="2025-04-07"), "nieuw product begint vandaag", "TR380"),
    _changed(_two_new, "nieuw product overlapt", "TR410"),
    _changed(lambda scene: _ignore(scene.jw319("1", "")), "afwijzing zonder reden", "CD085"),
    _changed(lambda scene: _ignore(scene.jw319("2", "2")), "in onderzoek met reden", "CD086"),
    _changed(lambda scene: _ignore(scene.jw319("1", "8")), "woonplaatsbeginsel zonder gemeente", "TR377"),
    _changed(lambda scene: _ignore(scene.jw319("1", "2", gemeente="0363")), "gemeente zonder reden 8", "TR409"),
)  # fmt: skip


def _billed(**changes: Any) -> Planter:
    return lambda scene: _ignore(scene.jw323(scene.billed(1, **changes)))


def _two_credits(scene: Scene) -> None:
    scene.jw323(scene.billed(1, vorige="SYNX"), scene.billed(2, vorige="SYNX", nummer=scene.toewijzing(2)))


def _credit_of_own(scene: Scene) -> None:
    scene.jw323(scene.billed(1), scene.billed(2, vorige=scene.prestatie(1)))


def _double_debet(scene: Scene) -> None:
    scene.jw323(scene.billed(1), scene.billed(2))


def _wrong_answer(scene: Scene) -> None:
    scene.jw301()
    asked = scene.jw323()
    scene.jw325(asked, toegekend=0)


_JW323_JW325: tuple[Planter, ...] = (
    _changed(lambda scene: _ignore(scene.jw323(totaal=-19800)), "credit zonder vorige", "CD060",
             old="<ijw:DebetCredit>D</ijw:DebetCredit>\n            </jw323:IngediendBedrag>",
             new="<ijw:DebetCredit>C</ijw:DebetCredit>\n            </jw323:IngediendBedrag>"),
    _changed(_billed(tarief=None), "uren zonder tarief", "CD087"),
    _changed(_billed(begin="2020-12-01", eind="2020-12-31"), "prestatie voor 2021", "CS100"),
    _changed(_billed(vorige="SYNX", bedrag=0), "nulbedrag als credit", "CS325"),
    _changed(_billed(begin="2025-01-06"), "prestatie over twee maanden", "CS337"),
    _changed(_billed(eenheid="83", tarief=None, volume=500, bedrag=600), "euro's ongelijk aan volume", "CS339"),
    _changed(lambda scene: _ignore(scene.jw323(scene.billed(eind="2025-02-27"), eind="2025-02-27")),
             "declaratieperiode geen hele maand", "CS340"),
    _changed(lambda scene: _ignore(scene.jw323(dag="2025-02-24")), "declaratie voor het einde van de maand", "TR137"),
    _changed(_two_credits, "dezelfde prestatie twee keer gecrediteerd", "TR315"),
    _changed(_credit_of_own, "credit op debet uit hetzelfde bericht", "TR316"),
    _changed(_billed(begin="2025-03-01", eind="2025-03-09"), "prestatie na de declaratieperiode", "TR319"),
    _changed(lambda scene: _ignore(scene.jw323(scene.billed(begin="2021-01-01", eind="2021-01-05"), dag="2026-01-12",
             begin="2025-12-01", eind="2025-12-31")), "prestatie ouder dan vijf jaar", "TR335"),
    _changed(lambda scene: _ignore(scene.jw323(totaal=1)), "totaal klopt niet", "TR358"),
    _changed(_double_debet, "twee debets voor een periode", "TR416"),
    _changed(_wrong_answer, "antwoord zonder afgewezen prestaties", "TR342"),
)  # fmt: skip

WITHIN: tuple[Planter, ...] = _STRUCTURE + _JW301 + _JW305_JW307 + _JW315_JW317_JW319 + _JW323_JW325
"""One planter per kind of defect within a message."""
