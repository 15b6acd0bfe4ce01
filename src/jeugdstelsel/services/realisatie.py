"""Lays what gemeenten spend on youth beside the budget series, and compares only at one price level."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.iv3 import FOLDER
from jeugdstelsel.services.iv3_reeks import Boek, Prijsindex, find_place, make_series, read_book
from jeugdstelsel.services.realisatie_register import MILJOEN, Index, Mutatie, naar_eurocent, stand_van
from jeugdstelsel.standaard.iv3 import iv3_bron
from jeugdstelsel.standaard.kader import KADERJAREN, PRIJSPEIL, budgetreeks
from jeugdstelsel.store import Archive

LIJN = "jeugd"
"""The line of Iv3 that is laid beside the budget series: the only one that is known for every year."""
DOCUMENTEN = ("jaarrekening", "begroting")
REIKWIJDTE = (
    "Het kader gaat uit van individuele maatwerkvoorzieningen en de meerkosten van het voorliggend veld. Iv3 kent "
    "taakvelden: hier jeugdhulp, jeugdbescherming en jeugdreclassering, zonder pgb en beleid vanaf 2025. Het verschil "
    "is dus niet alleen meer of minder hulp."
)
NIET_TE_VERGELIJKEN = "niet te vergelijken: prijspeil verschilt"


@dataclass(frozen=True)
class Bedrag:
    """Money in eurocent, in prices of the year `prijspeil`."""

    eurocent: int
    prijspeil: int


@dataclass(frozen=True)
class Afwijking:
    """What was realised minus what was planned: eurocent in prices of `prijspeil`, and in % of the plan (its size)."""

    eurocent: int
    procent: Fraction | None
    prijspeil: int


@dataclass(frozen=True)
class Uitgave:
    """What one place spent in a year in prices of that year: from the jaarrekening, else what was budgeted.

    `volledig` says that every gemeente reported every taakveld; otherwise it is at least this much.
    """

    bedrag: Bedrag
    jaar: int
    document: str
    volledig: bool
    dekking: float | None
    markeringen: tuple[str, ...]

    @property
    def status(self) -> str:
        """`definitief` for a jaarrekening; what was only budgeted is `voorlopig`."""
        return "definitief" if self.document == "jaarrekening" else "voorlopig"


@dataclass(frozen=True)
class Jaarstand:
    """One year: the series as printed, with what was added since, what was spent, and the difference if it may be.

    `omgerekend` is the spending at the price level of the series; None where that cannot be done. `uitleg` says why
    (Dutch) there is no difference, or with which index it was made.
    """

    jaar: int
    gedrukt: Bedrag
    mutaties: tuple[Mutatie, ...]
    budget: Bedrag
    uitgave: Uitgave | None
    omgerekend: Bedrag | None
    afwijking: Afwijking | None
    uitleg: str


def vergelijk(werkelijk: Bedrag, plan: Bedrag) -> Afwijking:
    """Return realised minus planned. Raises GebruikersFout when the two are not in prices of one year."""
    if werkelijk.prijspeil != plan.prijspeil:
        raise GebruikersFout(
            f"{NIET_TE_VERGELIJKEN} ({werkelijk.prijspeil} en {plan.prijspeil}). Leg eerst een prijsindex vast."
        )
    difference = werkelijk.eurocent - plan.eurocent
    share = Fraction(100 * difference, abs(plan.eurocent)) if plan.eurocent else None
    return Afwijking(difference, share, plan.prijspeil)


def prijsindex(werkmap: Path, bekend_op: date | None = None) -> Prijsindex | None:
    """Return the index that someone chose to bring spending to the price level of the series; None: nobody did."""
    found = stand_van(werkmap, Index, bekend_op).get("budgetreeks")
    if found is None:
        return None
    return Prijsindex(found.naam, found.eigenaar, found.datum, found.reden, found.bron, found.cijfers)


def breng_naar(bedrag: Bedrag, prijspeil: int, index: Prijsindex | None) -> Bedrag | None:
    """Return money in prices of another year, to the cent; None when the index does not reach."""
    if bedrag.prijspeil == prijspeil:
        return bedrag
    if index is None or not {bedrag.prijspeil, prijspeil} <= index.cijfers.keys():
        return None
    exact = bedrag.eurocent * index.cijfers[prijspeil] / index.cijfers[bedrag.prijspeil]
    return Bedrag(round(exact), prijspeil)


def budgetlijn(
    werkmap: Path, bekend_op: date | None = None
) -> Mapping[int, tuple[Bedrag, tuple[Mutatie, ...], Bedrag]]:
    """Return by year the series as printed, the changes recorded since, and the series with them."""
    changes = stand_van(werkmap, Mutatie, bekend_op).values()
    found = {}
    for jaar in map(int, KADERJAREN):
        printed = (budgetreeks()["totaal"].bedragen[str(jaar)] or 0) * MILJOEN
        here = tuple(change for change in changes if change.jaar == jaar)
        total = printed + sum(naar_eurocent(change.miljoen) for change in here)
        found[jaar] = (Bedrag(printed, PRIJSPEIL), here, Bedrag(total, PRIJSPEIL))
    return found


def uitgaven(werkmap: Path, jeugdregio: str = "", bekend_op: date | None = None) -> Mapping[int, Uitgave]:
    """Return what a jeugdregio (the country without one) spent per year, as known at the end of a day."""
    own = werkmap if (werkmap / FOLDER).exists() else None
    return _uitgaven(own, jeugdregio, _laatste_nieuws(own, bekend_op), _merk(werkmap))


def _laatste_nieuws(own: Path | None, bekend_op: date | None) -> date | None:
    """Return the last day until `bekend_op` on which amounts came in: days in between know the same."""
    if bekend_op is None:
        return None
    news = {iv3_bron().geldig_vanaf}
    if own:
        news |= {date.fromisoformat(item.ontvangen_op[:10]) for item in Archive(own / FOLDER).deliveries()}
    return max((day for day in news if day <= bekend_op), default=date.min)


def _merk(werkmap: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a delivery of Iv3 comes in, so that amounts are read once."""
    files = sorted((werkmap / FOLDER).glob("grootboek.sqlite*"))
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


@lru_cache(maxsize=256)
def _uitgaven(
    werkmap: Path | None, jeugdregio: str, bekend_op: date | None, merk: tuple[tuple[str, int, int], ...]
) -> Mapping[int, Uitgave]:  # fmt: skip
    book, place = _boek(werkmap, bekend_op, merk), find_place(jeugdregio=jeugdregio)
    found: dict[int, Uitgave] = {}
    for document in reversed(DOCUMENTEN):
        if not any(kind == document for _, _, kind, _ in book):
            continue
        for point in make_series(book, place, document=document, niveau="vergelijkbaar").punten:
            if point.lijn == LIJN and point.bedrag is not None:
                found[point.jaar] = Uitgave(
                    Bedrag(point.bedrag, point.prijspeil), point.jaar, document, point.toestand == "waarde",
                    point.dekking, point.markeringen,
                )  # fmt: skip
    return dict(sorted(found.items()))


@lru_cache(maxsize=8)
def _boek(werkmap: Path | None, bekend_op: date | None, merk: tuple[tuple[str, int, int], ...]) -> Boek:
    """Return the amounts of Iv3 that were known on a day.

    The day on which the shipped copy was made is not known; it counts from the day that its data folder is valid.
    """
    if bekend_op is None:
        return read_book(werkmap)
    shipped = read_book() if bekend_op >= iv3_bron().geldig_vanaf else {}
    return {**shipped, **read_book(werkmap, bekend_op)} if werkmap else shipped


def naast_budget(werkmap: Path, bekend_op: date | None = None) -> tuple[Jaarstand, ...]:
    """Return every year of the series beside what was spent, as known at the end of a day."""
    index, spent = prijsindex(werkmap, bekend_op), uitgaven(werkmap, bekend_op=bekend_op)
    return tuple(
        _jaarstand(jaar, parts, spent.get(jaar), index) for jaar, parts in budgetlijn(werkmap, bekend_op).items()
    )


def _jaarstand(
    jaar: int, parts: tuple[Bedrag, tuple[Mutatie, ...], Bedrag], spent: Uitgave | None, index: Prijsindex | None
) -> Jaarstand:
    printed, changes, budget = parts
    at_price = breng_naar(spent.bedrag, budget.prijspeil, index) if spent else None
    difference = vergelijk(at_price, budget) if at_price else None
    return Jaarstand(jaar, printed, changes, budget, spent, at_price, difference, _leg_uit(spent, at_price, index))


def _leg_uit(spent: Uitgave | None, at_price: Bedrag | None, index: Prijsindex | None) -> str:
    if spent is None:
        return "onbekend: er zijn nog geen uitgaven van dit jaar"
    if at_price is None:
        return NIET_TE_VERGELIJKEN
    if spent.bedrag.prijspeil == at_price.prijspeil or index is None:
        return f"beide in prijzen van {at_price.prijspeil}"
    return f"omgerekend naar prijzen van {at_price.prijspeil} met {index.naam}"
