"""The forms with which people record money, effort, results and thresholds; what may be recorded, services decide."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.http import HttpRequest

from jeugdstelsel.model import Fout
from jeugdstelsel.services.agenda import Ingehaald
from jeugdstelsel.services.realisatie_register import (
    BEGINSELEN,
    BRONNEN_VAN_GELD,
    GEWEIGERD,
    MATEN,
    PARTIJEN,
    SOORTEN,
    Aandeel,
    Drempel,
    Eenheid,
    Index,
    Inspanning,
    Mutatie,
    Oorzaakbedrag,
    Plan,
    Raming,
    Resultaat,
    Vastlegging,
    eenheden,
    leg_vast,
    partijen_van,
)
from jeugdstelsel.services.signaal_besluit import open_besluiten
from jeugdstelsel.standaard.kader import KADERJAREN, PRIJSPEIL
from jeugdstelsel.store import Register
from jeugdstelsel.store.register import Waarde
from jeugdstelsel.web.vastlegging import log

LEZER = {"class": "utrecht-textbox utrecht-textbox--html-input"}


def _keuzen(*waarden: str) -> list[tuple[str, str]]:
    return [(value, value) for value in waarden]


def _tekst(label: str, help_text: str = "", max_length: int = 300) -> Any:
    return forms.CharField(label=label, help_text=help_text, max_length=max_length, widget=forms.TextInput(LEZER))


def _getal(label: str, help_text: str = "", required: bool = True) -> Any:
    return forms.DecimalField(
        label=label, help_text=help_text, required=required, max_digits=16, decimal_places=8, localize=True,
        widget=forms.TextInput({**LEZER, "inputmode": "decimal"}),
    )  # fmt: skip


def _jaar() -> Any:
    return forms.IntegerField(label="Jaar", min_value=2015, max_value=2060)


def _eenheid(*soorten: str) -> Any:
    found = [(e.code, _noem(e)) for e in eenheden().values() if e.soort in soorten]
    return forms.ChoiceField(label="Waarvan", choices=found)


def _noem(eenheid: Eenheid) -> str:
    return f"{eenheid.soort}: {eenheid.naam}"


def _bron() -> Any:
    return _tekst("Bron", "Het document, met de plaats daarin.")


class Formulier(forms.Form):  # type: ignore[misc]
    """The base: what is recorded (`klasse`), the line and version that the writer saw, and why it changes."""

    klasse: ClassVar[type[Vastlegging]]
    titel: ClassVar[str]
    uitleg: ClassVar[str]
    use_required_attribute = False

    versie = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)
    waarom = _tekst("Waarom legt u dit vast of wijzigt u het?", "Blijft bewaard bij deze regel. Noem geen cliënten.")
    intrekken = forms.BooleanField(label="Trek deze regel in", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("waarom", "intrekken"):
            self.fields[name] = self.fields.pop(name)
        if not kwargs.get("initial", {}).get("gezien") and not (self.data and self.data.get("gezien")):
            del self.fields["intrekken"]

    def vastlegging(self) -> Vastlegging:
        """Return what was filled in."""
        names = [field.name for field in fields(self.klasse)]  # type: ignore[arg-type]
        return self.klasse(**{name: self.cleaned_data[name] for name in names})


class Mutatieformulier(Formulier):
    """A change of the budget series."""

    klasse = Mutatie
    titel = "Mutatie van de budgetreeks"
    uitleg = "Mutaties op jeugd in de AU en IU van na de Voorjaarsnota 2023 komen bij de gedrukte reeks."
    naam = _tekst("Naam van de mutatie", "Bijvoorbeeld: Meicirculaire 2024, met het onderdeel.", 120)
    jaar = forms.TypedChoiceField(label="Jaar", choices=_keuzen(*KADERJAREN), coerce=int)
    geldbron = forms.ChoiceField(label="Geldbron", choices=_keuzen(*BRONNEN_VAN_GELD, *GEWEIGERD))
    miljoen = _getal("Bedrag in miljoenen euro", "Onder 0 als de reeks lager wordt.")
    prijspeil = forms.IntegerField(label="Prijspeil (jaar)", initial=PRIJSPEIL)
    bron = _bron()


class Ramingformulier(Formulier):
    """An estimate beside the series."""

    klasse = Raming
    titel = "Raming van een ander"
    uitleg = "Een raming staat naast de budgetreeks en vervangt niets. Noem methode, basisjaar en bandbreedte."
    naam = _tekst("Naam van de raming", "Bijvoorbeeld: CPB, raming Wmo en jeugd.", 120)
    jaar = _jaar()
    miljoen = _getal("Bedrag in miljoenen euro")
    laag = _getal("Ondergrens", "Alleen als de bron een bandbreedte geeft.", required=False)
    hoog = _getal("Bovengrens", required=False)
    prijspeil = forms.IntegerField(label="Prijspeil (jaar)")
    methode = _tekst("Methode")
    basisjaar = forms.IntegerField(label="Basisjaar", min_value=2000, max_value=2060)
    bron = _bron()


class Indexformulier(Formulier):
    """The price index."""

    klasse = Index
    titel = "Prijsindex"
    uitleg = "Alleen met een index komen uitgaven van een jaar en de budgetreeks op één prijspeil."
    naam = _tekst("Naam van de index")
    cijfers = forms.CharField(
        label="Indexcijfers",
        help_text="Op elke regel een jaar en een cijfer, zoals: 2023 100",
        widget=forms.Textarea({"rows": 8, "class": "utrecht-textarea utrecht-textarea--html-textarea"}),
    )
    eigenaar = _tekst("Eigenaar: wie koos deze index?")
    datum = forms.DateField(label="Datum van de keuze", widget=forms.DateInput({**LEZER, "type": "date"}, "%Y-%m-%d"))
    reden = _tekst("Reden van de keuze")
    bron = _bron()

    def clean_cijfers(self) -> Mapping[int, Decimal]:
        """Return the figures by year."""
        found = {}
        for line in self.cleaned_data["cijfers"].splitlines():
            parts = line.replace(":", " ").replace(",", ".").split()
            try:
                jaar, cijfer = parts
                found[int(jaar)] = Decimal(cijfer)
            except (ValueError, InvalidOperation) as error:
                raise forms.ValidationError(f"'{line[:40]}' is geen jaar met een cijfer.") from error
        return found


class Inspanningsformulier(Formulier):
    """Effort agreed and delivered."""

    klasse = Inspanning
    titel = "Inspanning"
    uitleg = "Wat een partij voor een jaar afsprak te doen, en hoeveel daarvan is gedaan."
    eenheid = _eenheid("maatregel", "actielijn", "regio", "land")
    partij = _tekst("Partij", f"Bij een maatregel: {' of '.join(PARTIJEN)}.", 80)
    jaar = _jaar()
    wat = _tekst("Wat is afgesproken, en waarin wordt het geteld?", "Bijvoorbeeld: gemeenten met een lokaal team.")
    afgesproken = _getal("Afgesproken aantal")
    geleverd = _getal("Geleverd aantal", "Laat leeg wat u niet weet; 0 is: niets geleverd.", required=False)
    bron = _bron()


class Aandeelformulier(Formulier):
    """The share of the Rijk in the effort for a shared measure."""

    klasse = Aandeel
    titel = "Aandeel in de inspanning"
    uitleg = "Bij een maatregel van Rijk en VNG samen wordt alleen verdeeld naar een aandeel dat in een document staat."
    eenheid = forms.ChoiceField(
        label="Maatregel",
        choices=[
            (e.code, e.naam)
            for e in eenheden().values()
            if e.soort == "maatregel" and e.code != "totaal" and len(partijen_van(e.code)) > 1
        ],
    )
    rijk = _getal("Aandeel van het Rijk in procent", "De rest is het aandeel van de VNG.")
    bron = _bron()


class Resultaatformulier(Formulier):
    """What was reached."""

    klasse = Resultaat
    titel = "Resultaat"
    uitleg = (
        f"Een besparing in miljoenen euro, prijzen van {PRIJSPEIL} en onder 0; bij een actielijn in haar eigen eenheid."
    )
    eenheid = _eenheid("maatregel", "actielijn")
    jaar = _jaar()
    waarde = _getal("Waarde")
    laag = _getal("Ondergrens", "Alleen als de bron een bandbreedte geeft.", required=False)
    hoog = _getal("Bovengrens", required=False)
    bron = _bron()


class Planformulier(Formulier):
    """The goal of an action line or the budget of a region."""

    klasse = Plan
    titel = "Plan van een actielijn of regio"
    uitleg = "Het doel van een actielijn, of het jeugdbudget van een regio in miljoenen euro, prijzen van 2023."
    eenheid = _eenheid("actielijn", "regio")
    jaar = _jaar()
    uitgangswaarde = _getal("Waar het begon", "Alleen bij een actielijn.", required=False)
    doel = _getal("Doel of budget")
    in_wat = _tekst("Eenheid", "Bijvoorbeeld: plaatsingen, of miljoen euro in prijzen van 2023.", 120)
    bron = _bron()


class Oorzaakformulier(Formulier):
    """A documented part of a deviation."""

    klasse = Oorzaakbedrag
    titel = "Bedrag per oorzaak"
    uitleg = "Een deel van een afwijking dat volgens een document onder een beginsel van hoofdstuk 3 valt."
    eenheid = _eenheid("land", "maatregel")
    jaar = _jaar()
    beginsel = forms.ChoiceField(label="Beginsel", choices=_keuzen(*BEGINSELEN))
    miljoen = _getal("Bedrag in miljoenen euro", "Boven 0 als het meer kost.")
    prijspeil = forms.IntegerField(label="Prijspeil (jaar)", initial=PRIJSPEIL)
    bron = _bron()


class Drempelformulier(Formulier):
    """A threshold of the lights."""

    klasse = Drempel
    titel = "Drempel van het verkeerslicht"
    uitleg = "De Hervormingsagenda noemt geen drempel. Deze is een keuze, met een eigenaar, een datum en een reden."
    soort = forms.ChoiceField(label="Waarvoor", choices=_keuzen(*SOORTEN))
    maat = forms.ChoiceField(label="Gemeten aan", choices=_keuzen(*MATEN))
    oranje = _getal("Oranje vanaf (procent achter op plan)")
    rood = _getal("Rood vanaf (procent achter op plan)")
    eigenaar = _tekst("Eigenaar: wie stelde de drempel vast?")
    datum = forms.DateField(
        label="Datum van vaststelling", widget=forms.DateInput({**LEZER, "type": "date"}, "%Y-%m-%d")
    )
    reden = _tekst("Reden")


FORMULIEREN: Mapping[str, type[Formulier]] = {
    form.klasse.register: form
    for form in (
        Mutatieformulier, Ramingformulier, Indexformulier, Inspanningsformulier, Aandeelformulier, Resultaatformulier,
        Planformulier, Oorzaakformulier, Drempelformulier,
    )
}  # fmt: skip


def vul(soort: type[Formulier], sleutel: str) -> Mapping[str, Any]:
    """Return what a form starts with: the line that stands under a key, or nothing."""
    book = Register(settings.WERKMAP, soort.klasse.register)
    found = book.lees(sleutel, geldig_op=date.today()) if sleutel else None
    if found is None:
        return {}
    start = {name: value for name, value in found.items() if name in soort.base_fields}
    if soort is Indexformulier:
        start["cijfers"] = "\n".join(f"{jaar} {cijfer}" for jaar, cijfer in found["cijfers"].items())
    return {**start, "versie": book.versie(sleutel), "gezien": sleutel}


def bewaar(request: HttpRequest, form: Formulier) -> int:
    """Record what was filled in and return the status of the answer: 200, or why it was not taken in.

    What was typed stays in the form; after someone else's change the form holds the new version, so that saving again
    is a choice.
    """
    if not form.is_valid():
        return 400
    wat, data = form.vastlegging(), form.cleaned_data
    expected = data["versie"] if data["gezien"] == wat.sleutel else _nieuw(wat)
    try:
        leg_vast(
            settings.WERKMAP, wat, wie=request.user.get_username(), waarom=data["waarom"], verwacht=expected,
            intrekken=data.get("intrekken", False),
        )  # fmt: skip
    except Fout as error:
        form.add_error(None, str(error)[:1].upper() + str(error)[1:])
        if isinstance(error, Ingehaald):
            seen = {"versie": Register(settings.WERKMAP, wat.register).versie(wat.sleutel), "gezien": wat.sleutel}
            form.data = form.data.copy()
            form.data.update(seen)
        return error.http_status
    log(request, "register bijwerken", f"{wat.register}: {wat.sleutel}")
    open_besluiten(settings.WERKMAP)
    return 200


def _nieuw(wat: Vastlegging) -> int:
    """Return the version that a new line follows: none, or a line that was withdrawn; what stands is no new line."""
    book = Register(settings.WERKMAP, wat.register)
    stands = book.lees(wat.sleutel, geldig_op=date.today()) is not None
    return 0 if stands else book.versie(wat.sleutel)


def in_woorden(soort: type[Formulier], waarde: Waarde | None) -> str:
    """Return a recorded value with the labels of its form; 'ingetrokken' when there is none."""
    if waarde is None:
        return "ingetrokken"
    told = [(field.label, _woord(name, waarde[name])) for name, field in soort.base_fields.items() if name in waarde]
    return "; ".join(f"{label}: {word}" for label, word in told if word)


def _woord(naam: str, waarde: Any) -> str:
    """Return one field of a recorded value for a reader; nothing for what was left empty."""
    if naam == "eenheid" and waarde in eenheden():
        return eenheden()[waarde].naam
    if isinstance(waarde, Mapping):
        return ", ".join(f"{key} {value}" for key, value in waarde.items())
    return "" if waarde is None else str(waarde)
