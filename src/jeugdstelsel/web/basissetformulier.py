"""The forms with which people link indicators to measures, judge them by the seven conditions, and set KPIs."""

from typing import Any

from django import forms
from django.conf import settings

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.basisset import bekende_indicatoren, definitie_van
from jeugdstelsel.services.basisset_kpi import HORIZONNEN, Kpi, met_nulmeting
from jeugdstelsel.services.basisset_maatregel import KANTEN, Koppeling, eis_bekend, maatregelcodes
from jeugdstelsel.services.basisset_toets import VOLDOET, VOLDOET_NIET, Oordeel, merk_van
from jeugdstelsel.services.realisatie_register import Vastlegging
from jeugdstelsel.standaard.agenda import afspraken
from jeugdstelsel.standaard.basisset import randvoorwaarden
from jeugdstelsel.standaard.kader import maatregelen
from jeugdstelsel.web.geldformulier import Formulier
from jeugdstelsel.web.onderdelen.basisset import GROOT, KLEIN

NIET = ("", "niet te meten op dit niveau")


class _Indicatorformulier(Formulier):
    """The base: a form about a known indicator. What was filled in is checked as a whole, against the work folder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = sorted(bekende_indicatoren(settings.WERKMAP).items(), key=lambda each: each[1].lower())
        first = [] if self.fields["indicator"].required else [NIET]
        self.fields["indicator"].choices = [*first, *((code, f"{title} ({code})") for code, title in known)]

    def clean(self) -> dict[str, Any]:
        """Return what was filled in; a figure that nobody published or defined is an error on the form."""
        data: dict[str, Any] = super().clean()
        if not self.errors:
            try:
                self.vastlegging()
            except GebruikersFout as error:
                raise forms.ValidationError(str(error)[:1].upper() + str(error)[1:]) from error
        return data


class Koppelformulier(_Indicatorformulier):
    """An indicator that shows the effort for a measure or agreement, or its effect."""

    klasse = Koppeling
    titel = "Koppel een indicator aan een maatregel of afspraak"
    uitleg = (
        "Elke maatregel heeft een cijfer over de inspanning en een over het effect, of het staat er dat dat niet kan."
    )
    waaraan = forms.ChoiceField(label="Maatregel of afspraak")
    kant = forms.ChoiceField(label="Wat laat het cijfer zien?", choices=[(each, each) for each in KANTEN])
    indicator = forms.ChoiceField(label="Indicator", required=False)
    toelichting = forms.CharField(
        label="Toelichting", max_length=400, widget=forms.Textarea(GROOT),
        help_text="Wat het cijfer van de maatregel laat zien. Is het hier niet te meten: op welk niveau dan wel.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        measures = [(code, f"{code} {maatregelen()[code].naam}") for code in maatregelcodes()]
        agreements = [(each.afspraak, f"{each.afspraak} {each.wat[:80]}") for each in afspraken().values()]
        self.fields["waaraan"].choices = [("Maatregelen", measures), ("Afspraken", agreements)]

    def vastlegging(self) -> Vastlegging:
        """Return the link; raises GebruikersFout when nobody defined the indicator."""
        names = ("waaraan", "kant", "indicator", "toelichting")
        link = Koppeling(**{name: self.cleaned_data[name] for name in names})
        eis_bekend(settings.WERKMAP, link)
        return link


class Oordeelformulier(_Indicatorformulier):
    """What people say of an indicator and a condition."""

    klasse = Oordeel
    titel = "Beoordeel een indicator"
    uitleg = "Wat het programma kan nagaan, gaat het na. De rest beoordelen mensen, met een reden."
    indicator = forms.ChoiceField(label="Indicator")
    voorwaarde = forms.ChoiceField(
        label="Voorwaarde",
        choices=[(each.nummer, f"{each.nummer}. {each.titel}") for each in randvoorwaarden().values()],
    )
    oordeel = forms.ChoiceField(label="Oordeel", choices=[(each, each) for each in (VOLDOET, VOLDOET_NIET)])
    toelichting = forms.CharField(label="Waar rust het oordeel op?", max_length=400, widget=forms.Textarea(GROOT))

    def vastlegging(self) -> Vastlegging:
        """Return the judgement, with the mark of the definition as it stands."""
        names = ("indicator", "voorwaarde", "oordeel", "toelichting")
        found = definitie_van(settings.WERKMAP, self.cleaned_data["indicator"])
        return Oordeel(**{name: self.cleaned_data[name] for name in names}, definitie=merk_van(found) if found else "")


class Kpiformulier(_Indicatorformulier):
    """A KPI with its baseline and goal."""

    klasse = Kpi
    titel = "Kpi vastleggen"
    uitleg = "Een kpi heeft een eigenaar en een termijn. Zonder vastgesteld doel staat er dat het doel er nog niet is."
    kpi = forms.SlugField(label="Korte naam", max_length=40, widget=forms.TextInput(KLEIN))
    naam = forms.CharField(label="Titel", max_length=120, widget=forms.TextInput(KLEIN))
    indicator = forms.ChoiceField(label="Indicator")
    horizon = forms.ChoiceField(
        label="Termijn waarop beweging te zien is", choices=[(each, each) for each in HORIZONNEN]
    )
    eigenaar = forms.CharField(
        label="Eigenaar", max_length=120, help_text="De organisatie die erop aanspreekbaar is. Geen persoon.",
        widget=forms.TextInput(KLEIN),
    )  # fmt: skip
    nul_periode = forms.RegexField(
        r"^\d{4}(-(H[12]|K[1-4]|0[1-9]|1[0-2]))?$", label="Periode van de nulmeting", required=False,
        help_text="Bijvoorbeeld 2023 of 2023-H1. Het landelijke cijfer komt uit de laatste uitgave en blijft staan.",
        widget=forms.TextInput(KLEIN),
    )  # fmt: skip
    doel = forms.DecimalField(
        label="Doel", required=False, max_digits=16, decimal_places=4, localize=True, widget=forms.TextInput(KLEIN),
        help_text="Alleen een doel dat is vastgesteld, in de eenheid van het cijfer. Anders leeg.",
    )  # fmt: skip
    doel_jaar = forms.IntegerField(label="Jaar van het doel", required=False, min_value=2015, max_value=2060)
    doel_bron = forms.CharField(
        label="Waar staat het doel?", max_length=200, required=False, widget=forms.TextInput(KLEIN)
    )

    def vastlegging(self) -> Vastlegging:
        """Return the KPI with its baseline; raises GebruikersFout when that figure was not published."""
        names = ("kpi", "naam", "indicator", "horizon", "eigenaar", "nul_periode", "doel", "doel_jaar", "doel_bron")
        return met_nulmeting(settings.WERKMAP, Kpi(**{name: self.cleaned_data[name] for name in names}))
