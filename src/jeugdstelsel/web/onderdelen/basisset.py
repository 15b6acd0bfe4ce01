"""What the pages of the set of indicators share: filters, the forms to propose and decide, and whose form it is."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse

from jeugdstelsel.access.rollen import GOEDKEUREN_RIJK, GOEDKEUREN_VNG
from jeugdstelsel.indicators.plan import all_indicators
from jeugdstelsel.services.basisset import BEIDE, INDIENERS, RIJK, SOORTEN, VNG, Definitie, rapportjaren
from jeugdstelsel.web.onderdelen.tabel import Cel
from jeugdstelsel.web.toegang import mag, rollen_van

RECHT: Mapping[str, str] = {RIJK: GOEDKEUREN_RIJK, VNG: GOEDKEUREN_VNG}
"""The right with which someone decides on behalf of a party."""
KLEIN = {"class": "utrecht-textbox utrecht-textbox--html-input"}
GROOT = {"rows": 3, "class": "utrecht-textarea utrecht-textarea--html-textarea"}


class Voorstelformulier(forms.Form):  # type: ignore[misc]
    """A change of the set: what, of which indicator, how it then reads, from which report year, and why."""

    use_required_attribute = False
    soort = forms.ChoiceField(label="Wat stelt u voor?", choices=[(each, each) for each in SOORTEN])
    indicator = forms.CharField(
        label="Korte naam van de indicator", max_length=60, widget=forms.TextInput(KLEIN),
        help_text="Kleine letters, cijfers en lage streepjes. Van een bestaande indicator: dezelfde naam.",
    )  # fmt: skip
    vanaf_jaar = forms.TypedChoiceField(label="Vanaf welk rapportjaar?", coerce=int)
    titel = forms.CharField(label="Titel", max_length=120, required=False, widget=forms.TextInput(KLEIN))
    betekenis = forms.CharField(label="Betekenis", max_length=600, required=False, widget=forms.Textarea(GROOT))
    eenheid = forms.CharField(label="Eenheid", max_length=80, required=False, widget=forms.TextInput(KLEIN))
    teller = forms.CharField(label="Teller", max_length=300, required=False, widget=forms.Textarea(GROOT))
    noemer = forms.CharField(
        label="Noemer", max_length=300, required=False, help_text="Schrijf ‘geen’ als er niet wordt gedeeld.",
        widget=forms.TextInput(KLEIN),
    )  # fmt: skip
    bronnen = forms.CharField(
        label="Bronnen", max_length=300, required=False, help_text="Met een puntkomma ertussen.",
        widget=forms.TextInput(KLEIN),
    )  # fmt: skip
    namens = forms.ChoiceField(label="Namens wie?")
    waarom = forms.CharField(
        label="Waarom?", max_length=600, help_text="Iedereen kan dit lezen. Noem geen personen.",
        widget=forms.Textarea(GROOT),
    )  # fmt: skip

    def __init__(self, partijen: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vanaf_jaar"].choices = [(year, year) for year in rapportjaren()]
        self.fields["namens"].choices = [(each, each) for each in partijen]

    def definitie(self) -> Definitie:
        """Return the definition as it was filled in, each line of it on one line."""
        names = ("indicator", "titel", "betekenis", "eenheid", "teller", "noemer", "bronnen")
        return Definitie(**{name: " ".join(self.cleaned_data[name].split()) for name in names})


class Besluitformulier(forms.Form):  # type: ignore[misc]
    """One act on a proposal, on behalf of a party; `versie` is what the writer looked at."""

    use_required_attribute = False
    handeling = forms.ChoiceField(label="Wat doet u?", widget=forms.RadioSelect)
    waarom = forms.CharField(
        label="Waarom?", max_length=600, widget=forms.Textarea(GROOT),
        help_text="Bijvoorbeeld: volgens het besluit van het overleg, met de dag. Iedereen kan dit lezen.",
    )  # fmt: skip
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, handelingen: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handeling"].choices = list(handelingen)


def partijen_van(request: HttpRequest) -> list[str]:
    """Return on whose behalf this visitor may propose."""
    return [party for party in INDIENERS if party in rollen_van(request)]


def beslist_voor(request: HttpRequest) -> list[str]:
    """Return on whose behalf this visitor may decide."""
    return [party for party in BEIDE if mag(request, RECHT[party])]


def indicatorcel(code: str, titel: str) -> Cel:
    """Return the name of an indicator, with a link to its figures when this program has them."""
    return Cel(titel, reverse("indicator", args=[code]) if code in all_indicators() else "")
