"""Who bears a deviation: only by the principles of chapter 3, and always to the cent."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jeugdstelsel.services.realisatie_register import BEGINSELEN, PARTIJEN
from jeugdstelsel.services.toerekening import Bijdrage, Gedocumenteerd, reken_toe

breuken = st.fractions(min_value=0, max_value=1)
bedragen = st.integers(min_value=-(10**12), max_value=10**12)
gedocumenteerd = st.lists(st.builds(Gedocumenteerd, st.sampled_from(BEGINSELEN), bedragen, st.just("bron")), max_size=3)


@st.composite
def verdelingen(draw: st.DrawFn) -> tuple[Bijdrage, ...]:
    rijk = draw(st.none() | breuken)
    shares = (rijk, None if rijk is None else 1 - rijk)
    return tuple(Bijdrage(p, s, draw(st.none() | breuken)) for p, s in zip(PARTIJEN, shares, strict=True))


@given(bedragen, gedocumenteerd, verdelingen() | st.just(()))
def test_the_parts_and_what_is_not_attributed_are_the_whole(
    afwijking: int, bronnen: list[Gedocumenteerd], bijdragen: tuple[Bijdrage, ...]
) -> None:
    found = reken_toe(afwijking, bronnen, bijdragen)
    assert sum(deel.bedrag for deel in found.delen) + found.niet_toegerekend == afwijking


@given(st.integers(min_value=1, max_value=10**12), verdelingen())
def test_effort_never_makes_parties_bear_more_than_the_deviation(
    afwijking: int, bijdragen: tuple[Bijdrage, ...]
) -> None:
    found = reken_toe(afwijking, (), bijdragen)
    assert 0 <= found.niet_toegerekend <= afwijking
    assert all(deel.bedrag > 0 for deel in found.delen)


@given(st.integers(min_value=1, max_value=10**12), breuken)
def test_who_delivered_everything_bears_nothing_by_effort(afwijking: int, rijk: Fraction) -> None:
    done = (Bijdrage("Rijk", rijk, Fraction(1)), Bijdrage("VNG", 1 - rijk, Fraction(1)))
    assert reken_toe(afwijking, (), done).delen == ()


def test_effort_is_weighed_after_the_documented_amounts() -> None:
    half = (Bijdrage("VNG", Fraction(1), Fraction(1, 2)),)
    found = reken_toe(100, (Gedocumenteerd("autonome groei", 40, "raming"),), half)
    assert [(deel.partij, deel.bedrag) for deel in found.delen] == [("Rijk", 40), ("VNG", 30)]
    assert found.niet_toegerekend == 30


def test_a_documented_cause_larger_than_the_deviation_leaves_a_windfall_and_says_so() -> None:
    found = reken_toe(100, (Gedocumenteerd("onvoorzien", 150, "raming"),), (Bijdrage("VNG", Fraction(1), Fraction(0)),))
    assert found.niet_toegerekend == -50
    assert len(found.delen) == 1
    assert any("meevaller" in zin for zin in found.ontbreekt)


def test_less_spent_than_planned_is_nobodys_fault() -> None:
    assert reken_toe(-100, (), (Bijdrage("VNG", Fraction(1), Fraction(0)),)).delen == ()


def test_what_is_missing_is_said_per_party() -> None:
    found = reken_toe(100, (), (Bijdrage("Rijk", None, Fraction(1)), Bijdrage("VNG", None, None)))
    assert found.delen == ()
    assert found.ontbreekt == (
        "Het aandeel van Rijk in de afgesproken inspanning is niet vastgelegd.",
        "Het aandeel van gemeenten (VNG) in de afgesproken inspanning is niet vastgelegd.",
        "Hoeveel van de afgesproken inspanning gemeenten (VNG) leverde, is niet vastgelegd.",
        "Er is geen bedrag met bron vastgelegd voor: bovenwettelijk, onvoorzien, autonome groei.",
    )
