"""What is written is read back the same, whatever the records."""

from datetime import date, timedelta

from bijlevering import AANBIEDER
from hypothesis import given, settings
from hypothesis import strategies as st
from leveringen import make_bsns

from jeugdstelsel.ingest.bij import read_delivery
from jeugdstelsel.ingest.bij_record import Hulp, Jeugdige, Maatregel, Meting, Record
from jeugdstelsel.ingest.bij_schrijven import write_delivery
from jeugdstelsel.standaard.bij import bij_codes, read_periode

PERIODE = read_periode("2025-H1")
KWARTAAL = read_periode("2025-K1")


def valid(lijst: str) -> st.SearchStrategy[str]:
    return st.sampled_from([code.code for code in bij_codes(lijst).values() if not code.alleen_in])


@st.composite
def people(draw: st.DrawFn, number: int) -> Jeugdige:
    born = draw(st.sampled_from(["20120504", "20120500", "20120000"]))
    place = draw(st.sampled_from(["0363", "1012AB"]))
    return Jeugdige(make_bsns()[number], born, draw(valid("geslacht")), place)


@st.composite
def metingen(draw: st.DrawFn) -> tuple[Meting, ...]:
    informants = draw(st.lists(valid("informant"), unique=True, max_size=2))
    score = st.one_of(st.none(), st.integers(1, 10))
    return tuple(Meting(who, draw(score), draw(st.one_of(st.just(""), valid("zonder_hulp")))) for who in informants)


text = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=12).map(str.strip)
"""A kenmerk: letters, quotes and separators, as long as it is on one line."""


@st.composite
def hulp(draw: st.DrawFn, number: int) -> Hulp:
    begin = draw(st.dates(date(2024, 1, 1), date(2025, 6, 30)))
    ended = draw(st.booleans())
    span = max(begin, date(2025, 1, 1))
    einde = draw(st.dates(span, date(2025, 6, 30))) if ended else None
    vorm = draw(valid("hulpvorm"))
    verwijzer = "06" if vorm == "01" else draw(valid("verwijzer"))
    return Hulp(
        number + 2, draw(people(number)), verwijzer, vorm, draw(valid("ja_nee")), begin, einde,
        draw(valid("reden_jeugdhulp")) if ended else "", draw(metingen()), draw(text),
    )  # fmt: skip


@st.composite
def reclassering(draw: st.DrawFn, number: int) -> Maatregel:
    begin = draw(st.dates(date(2024, 1, 1), date(2025, 3, 1)))
    code = draw(st.sampled_from(["41", "42", "50", "51", "61", "62", "63"]))
    person = draw(people(number))
    if draw(st.booleans()):
        return Maatregel(number + 2, person, code, begin, datum_overgedragen=begin + timedelta(20))
    return Maatregel(number + 2, person, code, None, date(2025, 3, 9), "42", "51", "01", None, begin, draw(text))


def several(kind: object) -> st.SearchStrategy[list[Record]]:
    return st.integers(1, 6).flatmap(lambda size: st.tuples(*(kind(n) for n in range(size))).map(list))  # type: ignore[operator]


@settings(max_examples=60, deadline=None)
@given(several(hulp))
def test_jeugdhulp_is_read_back_as_it_was_written(records: list[Record]) -> None:
    bestand = read_delivery(write_delivery("jeugdhulp", AANBIEDER, "2025-H1", records))
    assert bestand.findings == ()
    assert (bestand.aanbieder, bestand.periode, list(bestand.records)) == (AANBIEDER, PERIODE, records)


@settings(max_examples=40, deadline=None)
@given(several(reclassering))
def test_jeugdreclassering_is_read_back_as_it_was_written(records: list[Record]) -> None:
    bestand = read_delivery(write_delivery("jeugdreclassering", AANBIEDER, "2025-K1", records))
    assert bestand.findings == ()
    assert (bestand.periode, list(bestand.records)) == (KWARTAAL, records)
