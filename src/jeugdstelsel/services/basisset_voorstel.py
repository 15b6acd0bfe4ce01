"""Proposes, approves, rejects and withdraws changes of the set of indicators, each act with who, when and why."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jeugdstelsel.model import GebruikersFout, NietToegestaan
from jeugdstelsel.services.agenda import Ingehaald, dag_van
from jeugdstelsel.services.basisset import (
    AFWIJZEN,
    BEIDE,
    GOEDKEUREN,
    INDIENERS,
    INTREKKEN,
    NIEUW,
    OPEN,
    REGISTER,
    SOORTEN,
    TERUGNEMEN,
    VERWIJDEREN,
    VOORSTELLEN,
    WIJZIGEN,
    Definitie,
    Voorstel,
    kandidaten,
    lees_sets,
    lees_voorstellen,
    rapportjaren,
)
from jeugdstelsel.standaard.routekaart import routekaartindicatoren
from jeugdstelsel.store import Register

_CODE = re.compile(r"[a-z][a-z0-9_]{2,59}")
VERPLICHT = ("indicator", "titel", "betekenis", "eenheid", "teller", "noemer", "bronnen")


def stel_voor(
    workdir: Path, soort: str, definitie: Definitie, vanaf_jaar: int, *,
    namens: str, wie: str, waarom: str, moment: datetime | None = None,
) -> Voorstel:  # fmt: skip
    """Record a proposal and return it; the established set does not change by it.

    Of a definition that equals ours, the mark of ours is kept. Raises GebruikersFout for what cannot be proposed.
    """
    now = moment or datetime.now(UTC)
    if namens not in INDIENERS:
        raise GebruikersFout(f"een voorstel komt van {', '.join(INDIENERS)}.")
    if soort not in SOORTEN:
        raise GebruikersFout(f"de soort '{soort[:40]}' bestaat niet. Kies uit: {', '.join(SOORTEN)}.")
    standing = lees_sets(workdir).get(vanaf_jaar, {}).get(definitie.indicator)
    chosen = standing.definitie if soort == VERWIJDEREN and standing else merk(definitie)
    version = standing.versie if standing and soort != NIEUW else 0
    _toets(workdir, soort, chosen, vanaf_jaar, version, now)
    event = {
        "handeling": VOORSTELLEN, "soort": soort, "definitie": asdict(chosen), "vanaf_jaar": vanaf_jaar,
        "vorige": version, "namens": namens,
    }  # fmt: skip
    code = f"v{len(lees_voorstellen(workdir)) + 1:04}"
    _schrijf(workdir, code, event, wie=wie, waarom=waarom, verwacht=0, moment=now)
    return lees_voorstellen(workdir)[code]


def keur_goed(
    workdir: Path, code: str, partij: str, *, wie: str, waarom: str, verwacht: int, moment: datetime | None = None
) -> Voorstel:
    """Record the approval of Rijk or VNG; with the second one the change is part of the established set.

    Raises NietToegestaan when the same person gave the other approval, GebruikersFout when the set changed since the
    proposal, and Ingehaald when someone else acted after `verwacht`.
    """
    now = moment or datetime.now(UTC)
    proposal = _open(workdir, code, verwacht)
    _eis_partij(partij)
    if partij in proposal.goedkeuringen:
        raise GebruikersFout(f"de goedkeuring namens {partij} is al vastgelegd.")
    if any(given.wie.casefold() == wie.strip().casefold() for given in proposal.goedkeuringen.values()):
        raise NietToegestaan("één persoon geeft niet beide goedkeuringen. Laat iemand anders dit doen.")
    _toets(workdir, proposal.soort, proposal.definitie, proposal.vanaf_jaar, proposal.vorige, now)
    event = {"handeling": GOEDKEUREN, "partij": partij}
    return _leg_vast(workdir, code, event, wie=wie, waarom=waarom, verwacht=verwacht, moment=now)


def neem_terug(
    workdir: Path, code: str, partij: str, *, wie: str, waarom: str, verwacht: int, moment: datetime | None = None
) -> Voorstel:
    """Take an approval back, as long as the other party did not approve; raises GebruikersFout without one."""
    if partij not in _open(workdir, code, verwacht).goedkeuringen:
        raise GebruikersFout(f"er is geen goedkeuring namens {partij} om terug te nemen.")
    event = {"handeling": TERUGNEMEN, "partij": partij}
    return _leg_vast(workdir, code, event, wie=wie, waarom=waarom, verwacht=verwacht, moment=moment)


def wijs_af(
    workdir: Path, code: str, partij: str, *, wie: str, waarom: str, verwacht: int, moment: datetime | None = None
) -> Voorstel:
    """Reject a proposal on behalf of Rijk or VNG: it is closed and stays to be read."""
    _open(workdir, code, verwacht)
    _eis_partij(partij)
    event = {"handeling": AFWIJZEN, "partij": partij}
    return _leg_vast(workdir, code, event, wie=wie, waarom=waarom, verwacht=verwacht, moment=moment)


def trek_in(
    workdir: Path, code: str, namens: str, *, wie: str, waarom: str, verwacht: int, moment: datetime | None = None
) -> Voorstel:
    """Withdraw a proposal; raises NietToegestaan for another party than the one that made it."""
    if _open(workdir, code, verwacht).namens != namens:
        raise NietToegestaan("alleen wie een voorstel deed, trekt het in. Rijk en VNG kunnen het afwijzen.")
    event = {"handeling": INTREKKEN, "partij": namens}
    return _leg_vast(workdir, code, event, wie=wie, waarom=waarom, verwacht=verwacht, moment=moment)


def merk(definitie: Definitie) -> Definitie:
    """Return a definition with the mark of ours when it says the same, and without any mark when it does not."""
    ours = kandidaten().get(definitie.indicator)
    same = ours and all(getattr(ours, name) == getattr(definitie, name) for name in VERPLICHT)
    return ours if ours and same else Definitie(**{name: getattr(definitie, name) for name in VERPLICHT})


def _open(workdir: Path, code: str, verwacht: int) -> Voorstel:
    """Return a proposal that still waits for a decision, at the version that the writer saw."""
    proposal = lees_voorstellen(workdir).get(code)
    if proposal is None:
        raise GebruikersFout(f"het voorstel '{code[:40]}' bestaat niet. Kies er een uit de lijst.")
    if proposal.versie != verwacht:
        raise Ingehaald(_INGEHAALD)
    if proposal.toestand != OPEN:
        raise GebruikersFout(f"dit voorstel is {proposal.toestand} en verandert niet meer. Doe zo nodig een nieuw.")
    return proposal


def _eis_partij(partij: str) -> None:
    if partij not in BEIDE:
        raise NietToegestaan("alleen het Rijk en de VNG besluiten over een voorstel.")


def _toets(workdir: Path, soort: str, definitie: Definitie, jaar: int, vorige: int, moment: datetime) -> None:
    """Refuse what would change a report year that is over, or what stands on a set that has changed."""
    sets, code = lees_sets(workdir), definitie.indicator
    if jaar not in rapportjaren():
        raise GebruikersFout(f"kies een rapportjaar van {rapportjaren()[0]} tot en met {rapportjaren()[-1]}.")
    if soort != VERWIJDEREN:
        _toets_tekst(definitie)
    if soort == NIEUW:
        if any(code in chosen for year, chosen in sets.items() if year >= jaar):
            raise GebruikersFout(f"{code} staat al in de basisset. Stel een wijziging voor.")
        return
    standing = sets[jaar].get(code)
    if standing is None:
        raise GebruikersFout(f"{code} staat in {jaar} niet in de basisset. Stel voor om hem op te nemen.")
    if jaar < dag_van(moment).year:
        raise GebruikersFout("een rapportjaar dat voorbij is, houdt zijn definitie. Kies dit jaar of later.")
    if standing.versie != vorige:
        raise GebruikersFout(f"de definitie van {code} is intussen gewijzigd. Doe een nieuw voorstel.")
    later = [year for year, chosen in sets.items() if year > jaar and chosen.get(code) != standing]
    if later:
        raise GebruikersFout(f"vanaf {later[0]} is voor {code} al iets anders vastgesteld. Kies dat jaar of later.")
    if soort == WIJZIGEN and standing.definitie == definitie:
        raise GebruikersFout("er is niets gewijzigd. Pas de definitie aan.")


def _toets_tekst(definitie: Definitie) -> None:
    if not _CODE.fullmatch(definitie.indicator) and definitie.indicator not in routekaartindicatoren():
        raise GebruikersFout("de korte naam heeft kleine letters, cijfers en lage streepjes, zoals wachttijd_start.")
    lacks = [name for name in VERPLICHT if not getattr(definitie, name).strip()]
    if lacks:
        raise GebruikersFout(f"een definitie is volledig. Nog leeg: {', '.join(lacks)}.")


_INGEHAALD = "iemand anders heeft intussen iets vastgelegd. Bekijk het voorstel opnieuw en besluit dan."


def _leg_vast(workdir: Path, code: str, event: Mapping[str, Any], **wie: Any) -> Voorstel:
    _schrijf(workdir, code, event, **wie)
    return lees_voorstellen(workdir)[code]


def _schrijf(
    workdir: Path, code: str, event: Mapping[str, Any], *,
    wie: str, waarom: str, verwacht: int, moment: datetime | None,
) -> None:  # fmt: skip
    book, now = Register(workdir, REGISTER), moment or datetime.now(UTC)
    try:
        book.schrijf(
            code, event, wie=wie, waarom=waarom, geldig_vanaf=dag_van(now), verwacht=verwacht, moment=now
        )  # fmt: skip
    except GebruikersFout as error:
        if book.versie(code) == verwacht:
            raise
        raise Ingehaald(_INGEHAALD) from error
