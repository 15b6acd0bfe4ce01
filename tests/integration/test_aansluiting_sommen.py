"""Whatever the sources hold, the parts of a reconciliation add up to the whole, to the cent."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from aansluitinglezer import read, reconciled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

GEMEENTEN, AANBIEDERS = ("0363", "0384", "0599"), ("01000001", "01000002", "01000003")
PRODUCTEN = (
    ("45", "45A04"),
    ("44", ""),
    ("43", "43A19"),
    ("48", "48A03"),
    ("46", ""),
    ("54", ""),
    ("", "XXXXX"),
    ("42", ""),
)
TAAKVELDEN = ("6.75", "6.751", "6.76", "6.761", "6.82", "6.821", "6.822", "6.792", "6.22", "6.92")
GEBIED = """
    gemeente | jaar | jeugdregio
    0363     | 2025 | JZ13
    0384     | 2025 | JZ13
    0599     | 2025 | JZ34
    """
EIGEN = """
    gemeente | soort            | code  | zorgvorm        | aandeel   | geldig_van | geldig_tot | reden | bron
    0363     | productcode      | XXXXX | ambulant        | 0.3333333 | 2025-01-01 |            | r     | b
    0363     | productcode      | XXXXX | pleegzorg       | 0.3333333 | 2025-01-01 |            | r     | b
    0363     | productcode      | XXXXX | onbekend        | 0.3333334 | 2025-01-01 |            | r     | b
    """
bill = st.tuples(
    st.sampled_from(GEMEENTEN), st.sampled_from(AANBIEDERS), st.integers(1, 5), st.sampled_from(PRODUCTEN),
    st.integers(1, 12), st.integers(-999_999, 9_999_999),
)  # fmt: skip
help_ = st.tuples(
    st.sampled_from(GEMEENTEN), st.sampled_from(AANBIEDERS), st.integers(1, 5), st.sampled_from(PRODUCTEN),
    st.integers(1, 6), st.integers(6, 12),
)  # fmt: skip
record = st.tuples(
    st.sampled_from(GEMEENTEN), st.sampled_from(AANBIEDERS), st.integers(1, 6),
    st.sampled_from(("01", "02", "11", "14")), st.booleans(),
)  # fmt: skip
accounts = st.dictionaries(
    st.sampled_from(GEMEENTEN),
    st.dictionaries(st.sampled_from(TAAKVELDEN), st.integers(0, 10**10), min_size=1), max_size=3,
)  # fmt: skip
outside = st.tuples(
    st.sampled_from(GEMEENTEN), st.sampled_from(("", "01000001")), st.sampled_from(("in_natura", "pgb", "wijkteam")),
    st.sampled_from(("pgb", "andere betaler")), st.integers(-10**7, 10**7),
)  # fmt: skip


def rows(header: str, lines: list[str]) -> str:
    return "\n".join([header, *lines])


def leave_sums_out(amounts: Mapping[str, int]) -> dict[str, int]:
    """Return amounts in which no sum stands beside its parts, as `_lasten` hands them over."""
    return {code: n for code, n in amounts.items() if not any(o.startswith(code) and o != code for o in amounts)}


def tables(bills: list[Any], helps: list[Any], records: list[Any], lists: list[Any]) -> dict[str, str]:
    return {
        "gebied": GEBIED,
        "kosten": rows(
            "traject_id|gemeente|aanbieder|client|product_categorie|product_code|maand|netto|aantal_prestaties",
            [f"t{g}{c}|{g}|{a}|k{c}|{p[0]}|{p[1]}|2025-{m:02d}-01|{n}|1" for g, a, c, p, m, n in bills],
        ),
        "leverperiode": rows(
            "traject_id|gemeente|aanbieder|client|product_categorie|product_code|begindatum|einddatum",
            [f"t{g}{c}|{g}|{a}|k{c}|{p[0]}|{p[1]}|2025-{v:02d}-03|2025-{t:02d}-20" for g, a, c, p, v, t in helps],
        ),
        "bij_levering": "levering_id|aanbieder|soort|periode|status\nb1|01000001|jeugdhulp|2025-H1|geldig",
        "bij_jeugdhulp": rows(
            "levering_id|regel|aanbieder|periode|client|bsn_soort|gemeente|hulpvorm|datum_aanvang",
            [
                f"b1|{i}|{a}|2025-H1|{'k' if known else 'x'}{c}|{'bekend' if known else 'onbekend'}|{g}|{v}|2025-01-01"
                for i, (g, a, c, v, known) in enumerate(records)
            ],
        ),
        "aansluiting_buiten_berichten": rows(
            "gemeente|jaar|aanbieder|zorgvorm|oorzaak|bedrag|bron",
            [f"{g}|2025|{a}|{z}|{o}|{n}|b{i}" for i, (g, a, z, o, n) in enumerate(lists)],
        ),
    }


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(bill, max_size=25), st.lists(help_, max_size=12), st.lists(record, max_size=12), accounts,
    st.lists(outside, max_size=6), st.sampled_from((None, 0.01)),
)  # fmt: skip
def test_the_parts_add_up_to_the_whole(
    bills: list[Any], helps: list[Any], records: list[Any], iv3: dict[str, dict[str, int]], lists: list[Any],
    scale: float | None,
) -> None:  # fmt: skip
    iv3 = {gemeente: leave_sums_out(amounts) for gemeente, amounts in iv3.items()}
    scales = {"0363": scale} if scale else {}
    with reconciled(tables(bills, helps, records, lists), iv3, schaal=scales, eigen=EIGEN) as connection:
        money = read(
            connection, "SELECT niveau, gebied, soort, lijn, post, sum(bedrag) FROM aansluiting_kosten GROUP BY ALL"
        )
        people = read(
            connection, "SELECT niveau, gebied, aanbieder, zorgvorm, sum(aantal) FROM aansluiting_personen GROUP BY ALL"
        )
        known = dict(read(connection, "SELECT client, 1 FROM aansluiting_feit"))
    check_lines(money)
    check_totals(money, bills, iv3)
    country = [
        n for niveau, _, aanbieder, vorm, n in people if (niveau, aanbieder, vorm) == ("land", None, "jeugdzorg")
    ]
    assert country == ([len(known)] if known else [])


def check_lines(money: list[tuple[Any, ...]]) -> None:
    """On every line of every area Iv3 minus declared equals the sum of the causes."""
    lines: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for *line, post, amount in money:
        lines[tuple(line)][post] += int(amount)
    for amounts in lines.values():
        assert amounts["iv3"] - amounts["gedeclareerd"] == amounts["oorzaak"]


def check_totals(money: list[tuple[Any, ...]], bills: list[Any], iv3: dict[str, dict[str, int]]) -> None:
    """Lines add up to the total of an area, and gemeenten to the country: every euro of both sources once."""
    sums: dict[tuple[str, str, str], int] = defaultdict(int)
    for niveau, _, soort, _, post, amount in money:
        sums[niveau, "totaal" if soort == "totaal" else "lijnen", post] += int(amount)
    youth = [n for amounts in iv3.values() for code, n in amounts.items() if code not in ("6.22", "6.92")]
    for niveau in ("gemeente", "jeugdregio", "land"):
        for kind in ("totaal", "lijnen"):
            assert sums[niveau, kind, "gedeclareerd"] == sum(n for *_, n in bills)
            assert sums[niveau, kind, "iv3"] == sum(youth)
