"""Money in tables: millions with their sign, cells as printed, and an attribution that adds up."""

from jeugdstelsel.services.realisatie import Bedrag
from jeugdstelsel.services.realisatie_register import MILJOEN
from jeugdstelsel.services.toerekening import NAAM, Toerekening
from jeugdstelsel.web.onderdelen.tabel import Cel, Tabel
from jeugdstelsel.web.templatetags.stelsel import getal


def in_miljoen(bedrag: Bedrag | int | None) -> float | None:
    """Return money (eurocent) in millions of euro."""
    if bedrag is None:
        return None
    return (bedrag.eurocent if isinstance(bedrag, Bedrag) else bedrag) / MILJOEN


def mln(bedrag: Bedrag | int | None) -> str:
    """Return money in millions for a reader, to a tenth; 'onbekend' when there is none."""
    found = in_miljoen(bedrag)
    return getal(None if found is None else round(found, 1))


def met_teken(tekst: str, positief: bool) -> str:
    """Return a difference with its sign."""
    return f"+{tekst}" if positief else tekst


def als_gedrukt(amount: int | None) -> str:
    """Return a printed amount; a cell that is empty in the document is a dash."""
    return "–" if amount is None else getal(amount)


def verdeling(part: Toerekening, waarvan: str) -> Tabel:
    """Return an attribution as a table that adds up."""
    rows = [
        [Cel(NAAM[deel.partij]), Cel(mln(deel.bedrag), getal=True), Cel(deel.beginsel), Cel(deel.bron)]
        for deel in part.delen
    ]
    rows.append([Cel("Niet toe te rekenen"), Cel(mln(part.niet_toegerekend), getal=True), Cel(""), Cel("")])
    rows.append([Cel("Hele verschil"), Cel(mln(part.afwijking), getal=True), Cel(""), Cel("")])
    return Tabel(f"Verschil van {waarvan} verdeeld, miljoenen euro", ("Partij", "Bedrag", "Beginsel", "Bron"), rows)
