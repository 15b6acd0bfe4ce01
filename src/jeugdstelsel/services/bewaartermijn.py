"""How long a line of the log is kept: a setting with owner, date and reason, that stands in a register once changed."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

from jeugdstelsel.model import GebruikersFout, Instelling
from jeugdstelsel.store.register import Register

REGISTER = "logboek"
SLEUTEL = "bewaartermijn"
MINSTENS = 2
"""Years that NEN 7513 (8.5) asks at least, as the explanation of Stcrt. 2019, 38007 says."""
STANDAARD = Instelling(
    "logboek_bewaartermijn_jaren",
    5,
    "Hoeveel jaar een regel van het logboek blijft, geteld vanaf het schrijven.",
    "beheerder van de monitor",
    date(2026, 11, 22),
    "Zorgaanbieders bewaren logging minstens vijf jaar (Stcrt. 2019, 38007). Deze monitor toont geen dossiers, dus dat "
    "besluit geldt hier niet rechtstreeks: leg de termijn van uw organisatie vast. BIO2 5.33.01 vraagt dat zij "
    "vastligt en wordt uitgevoerd.",
)


def bewaartermijn(werkmap: Path, dag: date | None = None) -> Instelling:
    """Return the term that holds on a day (today), in years."""
    found = Register(werkmap, REGISTER).lees(SLEUTEL, geldig_op=dag or date.today())
    if found is None:
        return STANDAARD
    return Instelling(**{**asdict(STANDAARD), **found, "datum": date.fromisoformat(found["datum"])})


def leg_vast(werkmap: Path, jaren: int, *, eigenaar: str, wie: str, reden: str) -> Instelling:
    """Record another term from today on and return it; raises GebruikersFout below what the norm asks."""
    if jaren < MINSTENS:
        raise GebruikersFout(f"een termijn van {jaren} jaar is te kort. NEN 7513 vraagt minstens {MINSTENS} jaar.")
    if not eigenaar.strip():
        raise GebruikersFout("een bewaartermijn heeft een eigenaar: de organisatie die erover gaat.")
    today = date.today()
    value = {"waarde": jaren, "eigenaar": eigenaar.strip(), "datum": today.isoformat(), "reden": reden}
    Register(werkmap, REGISTER).schrijf(SLEUTEL, value, wie=wie, waarom=reden, geldig_vanaf=today)
    return bewaartermijn(werkmap)
