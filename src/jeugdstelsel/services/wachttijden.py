"""The three waiting times by their names, in sentences made from the figures, and why they can be compared or not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Rij = Mapping[str, Any]
VAAK_GENOEG = 0.9
"""From this share that no longer waits a median says most of a period; below it many still wait."""


@dataclass(frozen=True)
class Interval:
    """One waiting time: its indicator (median; the 90th percentile has _p90), its name, and what it is (Dutch, B1)."""

    code: str
    naam: str
    uitleg: str
    let_op: str

    @property
    def p90(self) -> str:
        """The indicator of the 90th percentile."""
        return f"{self.code}_p90"


INTERVALLEN = (
    Interval(
        "wachttijd_verzoek_toewijzing",
        "Van verzoek tot toewijzing",
        "De aanbieder vraagt de gemeente of de hulp mag beginnen. Dit is de tijd tot de gemeente ja zegt.",
        "Alleen als de aanbieder een verzoek stuurde. Stuurt de gemeente zelf de jongere door, dan telt dat hier niet.",
    ),
    Interval(
        "wachttijd_toewijzing_start",
        "Van toewijzing tot start",
        "De gemeente heeft ja gezegd. Dit is de tijd tot de eerste dag hulp.",
        "Zegt de gemeente pas achteraf ja, dan is de wachttijd hier 0 dagen, ook als de jongere wel heeft gewacht.",
    ),
    Interval(
        "wachttijd_ingang_start",
        "Van ingangsdatum tot start",
        "In de toewijzing staat vanaf welke dag de hulp mag beginnen. Dit is de tijd tot de eerste dag hulp.",
        "Begon de hulp vóór die dag, dan is de wachttijd hier 0 dagen.",
    ),
)


@dataclass(frozen=True)
class Wachttijd:
    """One waiting time at one place in one period: the rows of the median and the 90th percentile, or None."""

    interval: Interval
    mediaan: Rij | None
    p90: Rij | None

    @property
    def wacht_nog(self) -> float | None:
        """The share of those who began to wait in the period that still waits (0..1, rounded); None when unknown."""
        row = self.mediaan or self.p90
        return None if row is None or row["dekking"] is None else max(0.0, 1 - row["dekking"])


def wachttijden_van(profiel: Sequence[Rij]) -> dict[str, tuple[Wachttijd, ...]]:
    """Return by period the three waiting times among the figures of one place (`Kast.profiel`)."""
    rows = {(row["indicator"], row["periode"]): row for row in profiel}
    codes = {code for each in INTERVALLEN for code in (each.code, each.p90)}
    periods = sorted({periode for code, periode in rows if code in codes})
    return {
        periode: tuple(
            Wachttijd(each, rows.get((each.code, periode)), rows.get((each.p90, periode))) for each in INTERVALLEN
        )
        for periode in periods
    }


def zin(found: Wachttijd, periode: str) -> str:
    """Return what a waiting time says, for a reader (Dutch, B1); `periode` in words."""
    sentences = [_helft(found.mediaan, periode), _negen(found.p90), _wachtend(found, periode)]
    return " ".join(sentence for sentence in sentences if sentence)


def _helft(row: Rij | None, periode: str) -> str:
    if row is None:
        return f"Over {periode} zijn er geen berichten waaruit deze wachttijd is te berekenen."
    if row["waarde"] is None:
        return {
            "geheim": f"Het cijfer over {periode} is geheim: het gaat over te weinig jongeren.",
        }.get(row["toestand"], f"Het cijfer over {periode} is onbekend: te veel jongeren wachten nog.")
    return f"Van wie in {periode} begon te wachten, was de helft na {_dagen(row['waarde'])} klaar met wachten."


def _negen(row: Rij | None) -> str:
    if row is None or row["waarde"] is None:
        return ""
    return f"Negen van de tien waren dat na {_dagen(row['waarde'])}."


def _wachtend(found: Wachttijd, periode: str) -> str:
    share = found.wacht_nog
    if share is None:
        return ""
    return f"Ongeveer {share:.0%} wacht nog.".replace("%", " %") if share else "Bijna niemand van hen wacht nog."


def _dagen(waarde: float) -> str:
    text = f"{waarde:.0f}" if waarde == round(waarde) else f"{waarde:.1f}".replace(".", ",")
    return f"{text} dag" if waarde == 1 else f"{text} dagen"


def redenen(found: Sequence[Wachttijd], naam: str, land: Sequence[Wachttijd]) -> Iterator[str]:
    """Yield why the waiting times of a place can be compared with those of the country, or not (Dutch, B1)."""
    rows = [row for each in found for row in (each.mediaan, each.p90) if row]
    states = {row["toestand"] for row in rows}
    known = [each for each in found if each.mediaan and each.mediaan["waarde"] is not None]
    if known:
        names = " en ".join(", ".join(each.interval.naam.lower() for each in known).rsplit(", ", 1))
        yield f"Vergelijken mag voor: {names}. De dagen zijn in {naam} geteld zoals in het hele land."
    else:
        yield f"Vergelijken kan niet: van {naam} is geen enkele wachttijd bekend die mag worden getoond."
    if "geheim" in states:
        yield "Een deel is geheim. Het gaat over zo weinig jongeren dat een cijfer iets over hen zou verraden."
    if "onbekend" in states:
        yield "Een deel is onbekend, omdat te veel jongeren nog wachten. Onbekend is niet nul."
    if any(row["status"] == "voorlopig" for row in rows):
        yield "Het cijfer is voorlopig. Er komen nog berichten bij, dus het kan nog veranderen."
    for each in found:
        if each.wacht_nog is not None and 1 - each.wacht_nog < VAAK_GENOEG:
            yield f"{each.interval.naam}: veel jongeren wachten nog. De echte wachttijd kan langer blijken."
    if _anders(found, land):
        yield f"In {naam} wachten nog meer of minder jongeren dan in het land. Vergelijk dan voorzichtig."
    yield "De ene plaats geeft andere soorten hulp dan de andere. Kijk daarom ook per soort hulp."
    yield (
        "Grenzen van toeval zijn er niet: hoe ver wachttijden uiteenlopen en om hoeveel jongeren het gaat, is niet "
        "bekend. Een klein verschil zegt dan niets, zeker in een kleine gemeente."
    )


def _anders(found: Sequence[Wachttijd], land: Sequence[Wachttijd]) -> bool:
    """Whether the share that still waits differs by ten points or more, so that the medians are not equally certain."""
    pairs = ((one.wacht_nog, other.wacht_nog) for one, other in zip(found, land, strict=False))
    return any(one is not None and other is not None and abs(one - other) >= 0.1 for one, other in pairs)
