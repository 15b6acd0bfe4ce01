"""One indicator in one period over all places of a level: map, spread, funnel and the table behind them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jeugdstelsel.model import Indicator
from jeugdstelsel.services.kast import Kast
from jeugdstelsel.services.vergelijking import Plek, Trechter, geen_grenzen, verdeel
from jeugdstelsel.standaard import grenzen
from jeugdstelsel.web.onderdelen.bewaard import per_uitgave, trechter_van
from jeugdstelsel.web.onderdelen.kaart import kaart
from jeugdstelsel.web.onderdelen.plaatsnaam import METERVOUD, adres_van_plaats
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.onderdelen.trechter import trechter
from jeugdstelsel.web.onderdelen.verdeling import als_tabel, verdeling
from jeugdstelsel.web.templatetags.stelsel import cijfer, dekking, eenheid_van, getal, periode
from jeugdstelsel.web.vraag import naam_van

Rij = Mapping[str, Any]


@per_uitgave
def verschillen(kast: Kast, indicator: Indicator, gebied: str, wanneer: str, vak: str) -> dict[str, Any]:
    """Return what a page shows of the differences between places in one period."""
    rows = kast.plaatsen(indicator.code, gebied, wanneer, vak)
    namen = {row["plaats"]: naam_van(gebied, row["plaats"]) for row in rows}
    title = f"{indicator.titel} in {periode(wanneer)}"
    return {
        "kaart": _kaart(rows, indicator, gebied, title),
        "gebieden": Tabel(
            f"{title} per {gebied}", (gebied.capitalize(), "Waarde", "Dekking", "Status"),
            [_regel(row, namen, gebied, indicator.eenheid) for row in sorted(rows, key=lambda r: namen[r["plaats"]])],
        ).teken(),
        "gebieden_aantal": len(rows),
        "telling": dict(sorted(Counter(row["toestand"] for row in rows).items())),
        **_verdeling(kast, rows, indicator, gebied, wanneer, vak, title),
        **_trechter(trechter_van(kast, indicator.code, gebied, wanneer, vak), namen, indicator, gebied, title),
    }  # fmt: skip


def _schrijver(eenheid: str) -> Callable[[float], str]:
    return lambda value: cijfer(value, "", eenheid)


def _kaart(rows: Sequence[Rij], indicator: Indicator, gebied: str, title: str) -> Any:
    """Return the map, on which a place without a figure has its name too."""
    namen = {code: naam_van(gebied, code) for code in grenzen(gebied)}
    factor = 100 if indicator.eenheid == "aandeel" else 1
    values = {
        row["plaats"]: (None if row["waarde"] is None else factor * row["waarde"], row["toestand"]) for row in rows
    }
    return kaart(values, namen, niveau=gebied, titel=title, eenheid=eenheid_van(indicator.eenheid))


def _regel(row: Rij, namen: Mapping[str, str], gebied: str, eenheid: str) -> Sequence[Cel]:
    return (
        Cel(namen[row["plaats"]], adres_van_plaats(gebied, row["plaats"])),
        Cel(cijfer(row["waarde"], row["toestand"], eenheid), getal=True),
        Cel(dekking(row["dekking"]), getal=True),
        Cel(row["status"]),
    )


def _verdeling(
    kast: Kast, rows: Sequence[Rij], indicator: Indicator, gebied: str, wanneer: str, vak: str, title: str
) -> dict[str, Any]:
    bars = verdeel([row["waarde"] for row in rows if row["waarde"] is not None])
    country = kast.plaatsen(indicator.code, "land", wanneer, vak)
    telt = indicator.eenheid not in ("trajecten", "jongeren", "euro", "aanbieders")
    middle = country[0]["waarde"] if country and telt else None
    write = _schrijver(indicator.eenheid)
    unit = eenheid_van(indicator.eenheid)
    return {
        "verdeling": verdeling(bars, titel=f"Verdeling: {title}", eenheid=unit, midden=middle, schrijf=write),
        "verdeling_tabel": als_tabel(bars, f"Hoeveel {METERVOUD[gebied]} per waarde", METERVOUD[gebied], write).teken(),
    }


def _trechter(
    found: Trechter | None, namen: Mapping[str, str], indicator: Indicator, gebied: str, title: str
) -> dict[str, Any]:
    if found is None:
        return {"trechter": None, "geen_grenzen": geen_grenzen(indicator.code)}
    write = _schrijver("aandeel") if found.maat.per == 1 else _per_duizend
    rows = [_buiten(plek, found, namen, gebied, write) for plek in found.buiten]
    title = title if found.maat.per == 1 else f"{title}, {found.eenheid}"
    return {
        "trechter": found, "trechter_eenheid": "" if found.maat.per == 1 else found.eenheid,
        "trechter_beeld": trechter(found, namen, titel=f"Trechter: {title}", schrijf=write),
        "trechter_midden": write(found.midden),
        "trechter_klein": sum(plek.oordeel == "te klein" for plek in found.plekken),
        "trechter_verwacht": f"{found.verwacht:.1f}".replace(".", ","),
        "trechter_tabel": Tabel(
            f"Buiten de buitenste grenzen ({len(rows)})",
            (gebied.capitalize(), "Waarde", "Ligt", "Grootte", "Interval (95%)"), rows,
        ).teken(),
    }  # fmt: skip


def _per_duizend(waarde: float) -> str:
    """Return a number per 1,000 with a decimal more where it is small."""
    return f"{waarde:.{1 if waarde >= 10 else 2}f}".replace(".", ",")


def _buiten(
    plek: Plek, found: Trechter, namen: Mapping[str, str], gebied: str, write: Callable[[float], str]
) -> Sequence[Cel]:
    low, high = found.interval(plek)
    return (
        Cel(namen[plek.plaats], adres_van_plaats(gebied, plek.plaats)),
        Cel(write(plek.waarde), getal=True),
        Cel(plek.oordeel),
        Cel(getal(round(plek.omvang)), getal=True),
        Cel(f"{write(low)} tot {write(high)}", getal=True),
    )
