"""The settings of disclosure control, each with who decided it, when and why."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from jeugdstelsel.model import GebruikersFout


@dataclass(frozen=True)
class Keuze:
    """Who chose a setting, on which day, for what reason (Dutch)."""

    eigenaar: str
    datum: date
    reden: str


@dataclass(frozen=True)
class Instellingen:
    """The settings in force. `keuzes` holds the account of each setting by its name.

    `minimum_cel` persons and `minimum_aanbieders` providers; `dominantie` largest share of one provider;
    `afronding_aantal` in units, `afronding_bedrag` in euro; `breedte_aantal` in units and
    `breedte_bedrag` as part of the amount: no attacker may pin a protected cell in a narrower interval.
    A crossing of levels in which more than the part `dun` is secret stays secret as a whole.
    `narekenen` is how many blocks of cells per quantity are solved as an attacker would.
    """

    minimum_cel: int
    afronding_aantal: int
    afronding_bedrag: int
    minimum_aanbieders: int
    dominantie: float
    breedte_aantal: int
    breedte_bedrag: float
    afronding_beschermt: bool
    bijna_optelbaar: float
    decimalen: int
    afronding_dekking: float
    koepel: str
    geld: tuple[str, ...]
    telt_geen_personen: tuple[str, ...]
    dun: float
    narekenen: int
    keuzes: Mapping[str, Keuze]

    def __post_init__(self) -> None:
        """Refuse settings with which the protection would be no protection."""
        for name in (
            "minimum_cel",
            "afronding_aantal",
            "afronding_bedrag",
            "minimum_aanbieders",
            "breedte_aantal",
        ):
            if getattr(self, name) < 1:
                raise GebruikersFout(f"De instelling {name} moet 1 of hoger zijn, niet {getattr(self, name)}.")
        if not 0 < self.dominantie <= 1:
            raise GebruikersFout(f"De instelling dominantie moet tussen 0 en 1 liggen, niet {self.dominantie}.")


TYPES = {float: (float, int)}
NAMES = tuple(field.name for field in fields(Instellingen) if field.name != "keuzes")


def lees_instellingen(pad: Path | None = None) -> Instellingen:
    """Return the shipped settings, replaced by what stands in the TOML file `pad`.

    Raises GebruikersFout when a setting is unknown, of another type or without eigenaar, datum and reden.
    """
    chosen = tomllib.loads(files("jeugdstelsel.publish").joinpath("onthulling.toml").read_text(encoding="utf-8"))
    if pad is not None:
        chosen |= _checked(chosen, lees_toml(pad))
    return from_dict(chosen)


def from_dict(chosen: Mapping[str, Mapping[str, Any]]) -> Instellingen:
    """Make settings of a mapping {name: {waarde, eigenaar, datum, reden}} (what `to_dict` gives)."""
    values = {name: chosen[name]["waarde"] for name in NAMES}
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Instellingen(**values, keuzes={name: _keuze(name, chosen[name]) for name in NAMES})


def to_dict(instellingen: Instellingen) -> dict[str, dict[str, Any]]:
    """Return the settings with their account as plain values, dates as ISO text."""
    return {
        name: {
            "waarde": getattr(instellingen, name),
            "eigenaar": instellingen.keuzes[name].eigenaar,
            "datum": instellingen.keuzes[name].datum.isoformat(),
            "reden": instellingen.keuzes[name].reden,
        }
        for name in NAMES
    }


def lees_toml(pad: Path) -> dict[str, Any]:
    """Return the settings in a TOML file; raises GebruikersFout that names the line where it stops being TOML."""
    try:
        return tomllib.loads(pad.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"op regel {line[1]}" if line else "aan het eind"
        raise GebruikersFout(f'{pad} is {where} geen goede TOML. Schrijf elke regel als: naam = "waarde".') from error
    except (OSError, UnicodeDecodeError) as error:
        raise GebruikersFout(f"{pad} is niet te lezen als tekst in UTF-8.") from error


def _checked(shipped: Mapping[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    for name, entry in own.items():
        if name not in shipped:
            raise GebruikersFout(f"De instelling {name} bestaat niet. Kies uit: {', '.join(NAMES)}.")
        expected = type(shipped[name]["waarde"])
        if not isinstance(entry, dict) or type(entry.get("waarde")) not in TYPES.get(expected, (expected,)):
            raise GebruikersFout(f"De instelling {name} hoort een waarde te hebben zoals {shipped[name]['waarde']}.")
    return own


def _keuze(name: str, entry: Mapping[str, Any]) -> Keuze:
    missing = [word for word in ("eigenaar", "datum", "reden") if not entry.get(word)]
    if missing:
        raise GebruikersFout(f"De instelling {name} mist: {', '.join(missing)}. Zeg wie dit koos, wanneer en waarom.")
    day = entry["datum"]
    return Keuze(
        entry["eigenaar"],
        date.fromisoformat(day) if isinstance(day, str) else day,
        entry["reden"],
    )
