"""Parts that several reports share: figures, their course through time, money, agreements, and what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from jeugdstelsel.reports.invoer import Budgetjaar, Cijfer, Definitie, Invoer, Poststand
from jeugdstelsel.reports.model import Alinea, Cel, Deel, Figuur, Kop, Opsomming, Punt, Rapport, Tabel, Zin
from jeugdstelsel.reports.woorden import cel, dag, dekking, eenheid_van, miljoen, periode, procent, toon
from jeugdstelsel.reports.zinnen import Meting, zeg_naast, zeg_reeks
from jeugdstelsel.services.monitor import HEADLINES

SYNTHETISCH = "SYNTHETISCH: de cijfers uit berichten gaan over een verzonnen land."
ZO_LEEST_U = (
    "‘Geheim’ betekent: het cijfer zou te veel zeggen over enkele jongeren of aanbieders.",
    "‘Onbekend’ betekent: wij weten het niet. Geheim en onbekend zijn nooit nul.",
    "‘Voorlopig’ betekent: er komen nog berichten bij. Wij noemen dan geen stijging of daling.",
    "‘Dekking’ is het deel van de gegevens dat achter een cijfer zit.",
)
GEEN_CIJFER = "niet gepubliceerd"


def rapport(
    invoer: Invoer, titel: str, ondertitel: str, delen: Iterable[Deel], *, merk: Sequence[str] = (),
    een_blad: bool = False,
) -> Rapport:  # fmt: skip
    """Return a report about the place and day of its inputs, with its colophon."""
    place = f"-{invoer.plaats}" if invoer.plaats else ""
    marks = (*((SYNTHETISCH,) if invoer.synthetisch else ()), *merk)
    return Rapport(
        f"{invoer.soort}{place}-{invoer.jaar}", titel, ondertitel, datetime.fromisoformat(invoer.moment), marks,
        over(invoer), tuple(delen), een_blad,
    )  # fmt: skip


def over(invoer: Invoer) -> tuple[tuple[str, str], ...]:
    """Return the colophon: where and when the figures come from."""
    made = datetime.fromisoformat(invoer.moment)
    return (
        ("Over", invoer.naam),
        ("Verslagjaar", invoer.jaar),
        ("Zoals bekend op", dag(invoer.dag)),
        *((("Vastgesteld", f"ja, over {invoer.jaar}"),) if invoer.vastgesteld else ()),
        ("Uitgave van de cijfers", f"{invoer.uitgave}, van {dag(made.date())}"),
        ("Peildatum van de berichten", dag(invoer.peildatum)),
        ("Bronnen", "berichten tussen gemeenten en aanbieders (iJw), gemeenterekeningen (Iv3, bron: CBS), CBS"),
        ("Synthetisch", "ja, de cijfers uit berichten gaan over een verzonnen land" if invoer.synthetisch else "nee"),
    )


def uitleg() -> tuple[Deel, ...]:
    """Return how to read the figures."""
    return Kop("Zo leest u de cijfers"), Opsomming(ZO_LEEST_U)


# --- figures --------------------------------------------------------------------------------------------------------


def definitie(invoer: Invoer, code: str) -> Definitie | None:
    """Return what an indicator means, or None when no figure of it was published."""
    return next((each for each in invoer.definities if each.code == code), None)


def cijfertabel(invoer: Invoer, codes: Sequence[str], wat: str = "Alle cijfers") -> Tabel:
    """Return the figures of the report year: the place itself, its jeugdregio and the country."""
    places = invoer_plaatsen(invoer)
    rows = tuple(_cijferrij(invoer, each, places) for code in codes if (each := definitie(invoer, code)))
    names = tuple(naam for _, _, naam in places)
    return Tabel(
        f"{wat} over {invoer.jaar}", ("Cijfer", *names, "Eenheid", "Dekking", "Status"), rows,
        (4, *(2 for _ in names), 2, 2, 2),
    )  # fmt: skip


def invoer_plaatsen(invoer: Invoer) -> list[tuple[str, str, str]]:
    """Return the places that are laid side by side, the one that the report is about first."""
    wanted = [(invoer.niveau, invoer.plaats), ("jeugdregio", invoer.regio), ("land", "")]
    names = {(place.niveau, place.code): place.naam for place in invoer.plaatsnamen}
    found = dict.fromkeys(place for place in wanted if place in names)
    return [(niveau, code, _kop_van(niveau, names[niveau, code])) for niveau, code in found]


def _kop_van(niveau: str, naam: str) -> str:
    return f"Regio {naam}" if niveau == "jeugdregio" else naam


def _cijferrij(invoer: Invoer, found: Definitie, places: Sequence[tuple[str, str, str]]) -> tuple[Cel, ...]:
    figures = [invoer.cijfer(found.code, niveau, code, invoer.jaar) for niveau, code, _ in places]
    own = figures[0]
    return (
        Cel(found.titel),
        *(cijfercel(figure, found.eenheid) for figure in figures),
        Cel(eenheid_van(found.eenheid)),
        dekking(own.dekking) if own else Cel("n.v.t."),
        Cel(own.status if own else GEEN_CIJFER),
    )


def cijfercel(figure: Cijfer | None, eenheid: str) -> Cel:
    """Return a figure as a cell, or that it was not published."""
    return cel(figure.waarde, figure.toestand, eenheid) if figure else Cel(GEEN_CIJFER, getal=True)


def definities(invoer: Invoer, codes: Sequence[str]) -> Iterator[Deel]:
    """Yield what the figures mean, with unit, source and limits."""
    yield Kop("Wat de cijfers betekenen")
    rows = tuple(
        (Cel(each.titel), Cel(each.betekenis), Cel(each.beperkingen), Cel(each.bronnen), Cel(each.versie))
        for code in codes
        if (each := definitie(invoer, code))
    )
    head = ("Cijfer", "Betekenis", "Let op", "Bron", "Versie")
    yield Tabel("Definities zoals die bij het maken van dit rapport golden", head, rows, (3, 6, 6, 2, 1))


def metingen(rows: Sequence[Cijfer]) -> list[Meting]:
    """Return figures as values in time; a new version of the definition is a break."""
    reasons = ["", *(_breuk(before, after) for before, after in pairwise(rows))]
    return [
        Meting(row.periode, row.waarde, row.toestand, row.status, why) for row, why in zip(rows, reasons, strict=False)
    ]


def _breuk(before: Cijfer, after: Cijfer) -> str:
    return "" if before.versie == after.versie else "de definitie van het cijfer is veranderd"


def reeks(invoer: Invoer, code: str) -> list[Meting]:
    """Return an indicator at the place through time: per year when there are several years, else per quarter."""
    years = invoer.reeks(code, invoer.niveau, invoer.plaats, soort="jaar")
    rows = years if len(years) > 1 else invoer.reeks(code, invoer.niveau, invoer.plaats, soort="kwartaal")
    return metingen(rows or years)


def verloop(invoer: Invoer, codes: Sequence[str], niveau: int = 2) -> Iterator[Deel]:
    """Yield of each indicator its course: a sentence, a figure when there is something to draw, and the table."""
    for code in codes:
        found, values = definitie(invoer, code), reeks(invoer, code)
        if found is None or not values:
            continue
        yield Kop(found.titel, niveau)
        yield Zin(zeg_reeks(found.titel, found.eenheid, values))
        if sum(value.waarde is not None for value in values) > 1:
            yield figuur(f"{found.titel}, {invoer.naam}", found.eenheid, values)
        yield reekstabel(f"{found.titel}, {invoer.naam}", found.eenheid, values)


def figuur(titel: str, eenheid: str, values: Sequence[Meting]) -> Figuur:
    """Return a line through time with what it shows in words."""
    points = tuple(
        Punt(
            value.periode, value.waarde, toon(value.waarde, eenheid) if value.waarde is not None else value.toestand,
            bool(value.breuk),
        )
        for value in values
    )  # fmt: skip
    told = "; ".join(f"{periode(value.periode)}: {point.tekst}" for value, point in zip(values, points, strict=True))
    return Figuur(titel, f"Lijn door de tijd van {titel} ({eenheid_van(eenheid)}). {told}. "
                  "Dezelfde cijfers staan in de tabel eronder.", points)  # fmt: skip


def reekstabel(titel: str, eenheid: str, values: Sequence[Meting]) -> Tabel:
    """Return a series as a table."""
    rows = tuple(
        (
            Cel(periode(value.periode)), cel(value.waarde, value.toestand, eenheid),
            Cel(value.status or "onbekend"), Cel(value.breuk or "geen"),
        )
        for value in values
    )  # fmt: skip
    head = ("Periode", f"Waarde ({eenheid_van(eenheid)})", "Status", "Breuk met de periode ervoor")
    return Tabel(titel, head, rows, (3, 3, 2, 4))


def kern(invoer: Invoer, codes: Sequence[str] = HEADLINES) -> Iterator[Deel]:
    """Yield the main figures as a table and in sentences, beside those of the country."""
    yield cijfertabel(invoer, codes, "De belangrijkste cijfers")
    if (before := vorigetabel(invoer, codes)).rijen:
        yield before
    for code in codes:
        if found := definitie(invoer, code):
            yield Zin(_kernzin(invoer, found))


def vorigetabel(invoer: Invoer, codes: Sequence[str]) -> Tabel:
    """Return the last figure of each indicator beside the one of the year before that is known."""
    rows = [
        (Cel(found.titel), Cel(before.periode), cijfercel(before, found.eenheid), Cel(before.status),
         Cel(now.periode), cijfercel(now, found.eenheid), Cel(now.status))
        for code in codes
        if (found := definitie(invoer, code))
        for before, now in pairwise(invoer.reeks(code, invoer.niveau, invoer.plaats, soort="jaar")[-2:])
    ]  # fmt: skip
    head = ("Cijfer", "Jaar", "Waarde", "Status", "Later jaar", "Waarde later", "Status later")
    return Tabel(f"Het jaar ervoor, {invoer.naam}", head, tuple(rows), (5, 2, 3, 3, 2, 3, 3))


def _kernzin(invoer: Invoer, found: Definitie) -> str:
    own = invoer.reeks(found.code, invoer.niveau, invoer.plaats, soort="jaar")
    told = zeg_reeks(found.titel, found.eenheid, metingen(own))
    country = invoer.cijfer(found.code, "land", "", invoer.jaar)
    if invoer.niveau == "land" or country is None:
        return told
    return f"{told} {zeg_naast(found.eenheid, 'Nederland', metingen([country])[0])}"


def vergelijking_binnen(invoer: Invoer, niveau: str, codes: Sequence[str]) -> Tabel:
    """Return every place of a level inside the one that the report is about."""
    found = [each for code in codes if (each := definitie(invoer, code))]
    rows = tuple(
        (
            Cel(place.naam),
            *(cijfercel(invoer.cijfer(each.code, niveau, place.code, invoer.jaar), each.eenheid) for each in found),
        )
        for place in sorted(invoer.plaatsnamen, key=lambda place: place.naam)
        if place.niveau == niveau and place.code != invoer.plaats
    )
    head = (niveau.capitalize(), *(f"{each.titel} ({eenheid_van(each.eenheid)})" for each in found))
    return Tabel(f"Per {niveau}, {invoer.jaar}", head, rows)


def wachten(invoer: Invoer) -> Iterator[Deel]:
    """Yield the three waiting times in words and as a table, and whether they can be compared."""
    if not invoer.wachttijden:
        return
    yield Kop("Wachten op hulp")
    yield Alinea("Er zijn drie wachttijden. Elk begint en eindigt ergens anders; tel ze niet bij elkaar op.")
    for each in invoer.wachttijden:
        yield Zin(f"{each.naam}. {each.zin}")
    yield wachttabel(invoer)
    yield Kop("Mag u vergelijken?", 2)
    yield Opsomming(invoer.wachtredenen)


def wachttabel(invoer: Invoer) -> Tabel:
    """Return the waiting times of the place: after how many days half and nine in ten no longer wait, and who waits."""
    rows = tuple((Cel(each.naam), *_wachtcellen(invoer, each.code), Cel(each.let_op)) for each in invoer.wachttijden)
    head = ("Wachttijd", "De helft na (dagen)", "Negen van de tien na (dagen)", "Wacht nog", "Status", "Let op")
    return Tabel(f"Wachttijden in {invoer.naam}, {invoer.jaar}", head, rows, (3, 2, 2, 2, 2, 5))


def _wachtcellen(invoer: Invoer, code: str) -> tuple[Cel, ...]:
    half, most = (
        invoer.cijfer(name, invoer.niveau, invoer.plaats, invoer.jaar) for name in (code, f"{code}_p90")
    )  # fmt: skip
    row = half or most
    waits = None if row is None or row.dekking is None else max(0.0, 1 - row.dekking)
    return (
        cijfercel(half, "dagen"), cijfercel(most, "dagen"),
        Cel("onbekend", getal=True) if waits is None else procent(waits), Cel(row.status if row else GEEN_CIJFER),
    )  # fmt: skip


# --- money and CBS --------------------------------------------------------------------------------------------------


def geld(invoer: Invoer) -> Iterator[Deel]:
    """Yield what the accounts say; a direction is named only between years of one price level, so never here."""
    yield Kop("Geld: wat de gemeenterekening zegt")
    if not invoer.geld:
        yield Alinea("Onbekend: van deze dag zijn geen gemeenterekeningen (Iv3) bekend. Dat is niet hetzelfde als nul.")
        return
    yield Zin(geldzin(invoer))
    yield Alinea(
        "De bedragen staan in prijzen van het jaar zelf. Een hoger bedrag kan dus alleen door prijzen en lonen komen. "
        "Daarom noemen wij geen stijging of daling."
    )
    yield geldtabel(invoer)


def geldzin(invoer: Invoer) -> str:
    """Return the last known amount in a sentence."""
    known = [point for point in invoer.geld if point.eurocent is not None]
    if not known:
        return f"Uitgaven aan jeugdhulp van {invoer.naam}: onbekend. Dat is niet hetzelfde als nul."
    last = known[-1]
    least = "ten minste " if last.toestand == "onvolledig" else ""
    return (
        f"In {last.jaar} gaf {_wie(invoer)} volgens de jaarrekening {least}€ {miljoen(last.eurocent).tekst} miljoen "
        f"uit aan jeugdhulp, jeugdbescherming en jeugdreclassering (prijzen van {last.prijspeil})."
    )


def _wie(invoer: Invoer) -> str:
    return {"land": "Nederland", "jeugdregio": f"jeugdregio {invoer.naam}"}.get(invoer.niveau, invoer.naam)


def geldtabel(invoer: Invoer) -> Tabel:
    """Return the accounts per year."""
    rows = tuple(
        (
            Cel(str(point.jaar)), miljoen(point.eurocent, point.toestand), Cel(str(point.prijspeil)),
            Cel({"waarde": "volledig"}.get(point.toestand, point.toestand)), dekking(point.dekking),
            Cel(point.let_op or "geen"),
        )
        for point in invoer.geld
    )  # fmt: skip
    head = ("Jaar", "Miljoen euro", "Prijzen van", "Opgave", "Dekking", "Let op")
    return Tabel(
        f"Uitgaven van {invoer.naam} volgens de jaarrekening (bron: CBS, Iv3, onbewerkt)",
        head,
        rows,
        (1, 2, 2, 2, 2, 4),
    )


def cbs(invoer: Invoer) -> Iterator[Deel]:
    """Yield what CBS says of young people with help."""
    if not invoer.cbs:
        return
    yield Kop("Wat het CBS zegt")
    values = [Meting(c.periode, c.waarde, c.toestand, c.status, c.breuk) for c in invoer.cbs]
    last, unit = invoer.cbs[-1], _cbs_eenheid(invoer.cbs[-1].eenheid)
    same = [value for value, cell in zip(values, invoer.cbs, strict=True) if cell.meting == last.meting]
    yield Zin(zeg_reeks(last.meting, unit, same))
    rows = tuple(
        (
            Cel(c.meting), Cel(periode_cbs(c.periode)), cel(c.waarde, c.toestand, _cbs_eenheid(c.eenheid)),
            Cel(c.eenheid), Cel(c.status or "onbekend"), Cel(c.breuk or "geen"),
        )
        for c in invoer.cbs
    )  # fmt: skip
    head = ("Cijfer", "Periode", "Waarde", "Eenheid", "Status", "Breuk met de periode ervoor")
    yield Tabel(f"Cijfers van het CBS over {invoer.naam} (bron: CBS)", head, rows, (4, 2, 2, 2, 2, 3))


def _cbs_eenheid(eenheid: str) -> str:
    return "procent" if eenheid == "%" else eenheid


def periode_cbs(code: str) -> str:
    """Return a period of CBS in words."""
    return periode(code) if len(code) == 4 or code[4:5] == "-" else code


def budget(invoer: Invoer) -> Iterator[Deel]:
    """Yield the budget series beside spending, and the last year in which both are in one price level."""
    yield Kop("Het geld van de Hervormingsagenda")
    known = [year for year in invoer.budget if year.afwijking is not None]
    yield Zin(budgetzin(known[-1]) if known else
              "Uitgaven naast de budgetreeks: niet te vergelijken, want het prijspeil verschilt.")  # fmt: skip
    rows = tuple(
        (
            Cel(str(y.jaar)), miljoen(y.gedrukt), miljoen(y.budget), miljoen(y.uitgave),
            Cel(str(y.uitgave_prijspeil or "onbekend")), miljoen(y.afwijking, "onbekend"),
            Cel(y.uitleg if y.volledig or y.uitgave is None else f"{y.uitleg}; niet alle gemeenten gaven alles op"),
        )
        for y in invoer.budget
    )  # fmt: skip
    level = invoer.budget[0].prijspeil if invoer.budget else ""
    head = (
        "Jaar",
        "Budget, gedrukt",
        "Budget, met mutaties",
        "Uitgave",
        "Uitgave in prijzen van",
        "Verschil",
        "Uitleg",
    )
    yield Tabel(
        f"Budgetreeks (prijzen van {level}) en uitgaven volgens Iv3, in miljoen euro", head, rows, (1, 2, 2, 2, 2, 2, 4)
    )


def budgetzin(year: Budgetjaar) -> str:
    """Return how spending lies beside the series; an incomplete amount below it tells no direction."""
    off = year.afwijking or 0
    shown = miljoen(abs(off)).tekst
    if shown == "0,0":
        return f"In {year.jaar} waren de uitgaven gelijk aan de budgetreeks."
    if not year.volledig and off < 0:
        return (
            f"Het verschil in {year.jaar} is {miljoen(off).tekst} miljoen euro. Een richting noemen wij niet: niet "
            "alle gemeenten gaven alles op."
        )
    least = "" if year.volledig else "ten minste "
    word = "hoger" if off > 0 else "lager"
    return f"In {year.jaar} waren de uitgaven {least}€ {shown} miljoen {word} dan de budgetreeks."


def maatregelen(invoer: Invoer) -> Tabel:
    """Return the measures of Bijlage 2 with plan and result."""
    rows = tuple(
        (
            Cel(m.naam), Cel(m.verantwoordelijk),
            Cel(str(m.plan), m.plan, "0", getal=True) if m.plan is not None else Cel("geen bedrag", getal=True),
            Cel(m.resultaat),
        )
        for m in invoer.maatregelen
    )  # fmt: skip
    head = ("Maatregel", "Wie", f"Plan {invoer.jaar}", "Gemeten")
    return Tabel(f"Maatregelen van Bijlage 2, plan in miljoen euro in {invoer.jaar} (min is besparing)", head, rows,
                 (6, 2, 2, 3))  # fmt: skip


def controles(invoer: Invoer) -> Tabel:
    """Return the totals that differ from what is printed."""
    rows = tuple(
        (
            Cel(c.wat), Cel(c.jaar), Cel(str(c.berekend), c.berekend, "0", getal=True),
            Cel("niets gedrukt" if c.gedrukt is None else str(c.gedrukt), c.gedrukt, "0", getal=True),
            Cel(c.oordeel), Cel(c.plaats),
        )
        for c in invoer.controles
    )  # fmt: skip
    head = ("Totaal", "Jaar", "Nagerekend", "Gedrukt", "Oordeel", "Plaats")
    return Tabel("Totalen die anders uitkomen dan zij gedrukt staan (miljoen euro)", head, rows, (5, 2, 2, 2, 2, 2))


# --- agreements and signals -----------------------------------------------------------------------------------------


def posttabel(bijschrift: str, posten: Iterable[Poststand]) -> Tabel:
    """Return agreements, actions, laws or motions as a table."""
    rows = tuple(
        (
            Cel(p.code), Cel(p.wat), Cel(p.wie or "niet genoemd"), Cel(p.wanneer or "niet genoemd"),
            Cel(f"{p.stand}{'; termijn verschoven' if p.verschoven else ''}"), Cel(p.signaal or "geen"), Cel(p.plaats),
        )
        for p in posten
    )  # fmt: skip
    head = ("Nummer", "Wat", "Wie", "Wanneer", "Stand", "Aandacht", "Plaats")
    return Tabel(bijschrift, head, rows, (2, 6, 3, 3, 2, 2, 3))


def routekaart(invoer: Invoer, actielijn: str) -> Tabel:
    """Return the indicators of an action line with their state, and what we measure of them."""
    rows = tuple(
        (
            Cel(f"{each.code} {each.titel}"), Cel(each.bron), Cel(each.toestand),
            Cel(_gemeten(invoer, each.onze)), Cel(each.let_op or "niets"),
        )
        for each in invoer.routekaart
        if each.actielijn == actielijn
    )  # fmt: skip
    head = ("Indicator", "Bron", "Toestand", f"Gemeten, {invoer.jaar}", "Let op")
    return Tabel(f"Indicatoren van actielijn {actielijn}", head, rows, (5, 4, 2, 4, 4))


def _gemeten(invoer: Invoer, codes: str) -> str:
    told = (_gemeten_een(invoer, found) for code in codes.split(";") if (found := definitie(invoer, code)))
    return "; ".join(told) or "niet in onze cijfers"


def _gemeten_een(invoer: Invoer, found: Definitie) -> str:
    """Return one figure with its title; of a figure that only has splits each of them."""
    figure = invoer.cijfer(found.code, invoer.niveau, invoer.plaats, invoer.jaar)
    splits = invoer.vakken(found.code, invoer.niveau, invoer.plaats, invoer.jaar)
    if figure or not splits:
        return f"{found.titel}: {cijfercel(figure, found.eenheid).tekst}"
    told = (f"{each.uitsplitsing} {cijfercel(each, found.eenheid).tekst}" for each in splits)
    return f"{found.titel}: {', '.join(told)}"


def signaaltabel(invoer: Invoer, soort: str = "") -> Tabel:
    """Return the lights of the report year, of one kind of unit when it is named."""
    rows = tuple(
        (Cel(s.naam), Cel(s.kleur), Cel(s.grond), Cel(s.trend), Cel(s.inspanning), Cel(s.effect))
        for s in invoer.signalen
        if soort in ("", s.soort)
    )
    head = ("Waarover", "Signaal", "Waarop het rust", "Trend", "Inspanning", "Effect")
    return Tabel(f"Verkeerslicht {invoer.jaar}{f': {soort}' if soort else ''}", head, rows, (4, 2, 3, 2, 4, 4))


def basisset(invoer: Invoer) -> Iterator[Deel]:
    """Yield the set of indicators on which Rijk and VNG both agreed for the report year."""
    yield Kop("De basisset")
    if not invoer.basisset:
        yield Alinea("Er staat nog geen indicator in de basisset van dit verslagjaar. Een indicator komt erin als "
                     "Rijk en VNG allebei akkoord zijn.")  # fmt: skip
        return
    rows = tuple(
        (Cel(each.titel), Cel(each.betekenis), Cel(str(each.versie)), Cel(dag(each.vastgesteld_op)))
        for each in invoer.basisset
    )
    head = ("Indicator", "Betekenis", "Versie", "Akkoord sinds")
    yield Tabel(f"Basisset van {invoer.jaar}", head, rows, (3, 6, 1, 2))


def betekenissen(invoer: Invoer, codes: Sequence[str]) -> Opsomming:
    """Return what figures mean as a short list, where a table does not fit."""
    found = (each for code in codes if (each := definitie(invoer, code)))
    return Opsomming(tuple(f"{each.titel}: {each.betekenis} Bron: {each.bronnen}." for each in found))


def ontbrekend(invoer: Invoer) -> Tabel:
    """Return everything that one would want to know and that is not known, with the reason."""
    rows = [*_zonder_bron(invoer), *_niet_getoond(invoer), *_geen_geld(invoer)]
    return Tabel("Wat ontbreekt", ("Wat", "Toestand", "Waarom"), tuple(rows), (5, 2, 6))


VERLOOP = ("jongeren_met_jeugdhulp", "trajecten", "wachttijd_toewijzing_start", "kosten_per_jongere")
"""What a report of a gemeente or jeugdregio shows through time."""


def door_de_tijd(invoer: Invoer) -> Iterator[Deel]:
    """Yield how the main figures of a place went, with what its accounts and CBS say."""
    yield Kop("Door de tijd")
    yield from verloop(invoer, VERLOOP)
    yield from geld(invoer)
    yield from cbs(invoer)


def alle_cijfers(invoer: Invoer) -> Iterator[Deel]:
    """Yield the end of a report of a place: every figure, what is missing, how to read it and what it means."""
    codes = [each.code for each in invoer.definities]
    yield Kop("Alle cijfers")
    yield cijfertabel(invoer, codes)
    yield Kop("Wat wij niet weten")
    yield ontbrekend(invoer)
    yield from uitleg()
    yield from definities(invoer, codes)


def _zonder_bron(invoer: Invoer) -> Iterator[tuple[Cel, ...]]:
    for each in invoer.routekaart:
        if each.toestand != "bron bestaat":
            yield Cel(f"{each.code} {each.titel}"), Cel(each.toestand), Cel(f"{each.bron}. {each.let_op}".strip())
        elif not each.onze:
            yield Cel(f"{each.code} {each.titel}"), Cel("niet in onze cijfers"), Cel(f"Bron: {each.bron}.")


def _niet_getoond(invoer: Invoer) -> Iterator[tuple[Cel, ...]]:
    for each in invoer.definities:
        figure = invoer.cijfer(each.code, invoer.niveau, invoer.plaats, invoer.jaar)
        if figure is not None and figure.waarde is None:
            why = "te weinig jongeren of aanbieders" if figure.toestand == "geheim" else "niet te berekenen"
            yield Cel(f"{each.titel}, {invoer.jaar}"), Cel(figure.toestand), Cel(why)


def _geen_geld(invoer: Invoer) -> Iterator[tuple[Cel, ...]]:
    for year in invoer.budget:
        if year.afwijking is None:
            yield Cel(f"Uitgaven naast het budget, {year.jaar}"), Cel("niet te vergelijken"), Cel(year.uitleg)
    for light in invoer.signalen:
        if light.kleur == "onbekend" and light.soort != "regio":
            yield Cel(f"Verkeerslicht {light.naam}"), Cel("onbekend"), Cel(light.grond)
