"""Costs beside Iv3: on which line money is compared, and what gives each difference its name."""

from aansluitinglezer import Iv3, read, reconciled

KOSTEN = {
    "kosten": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | maand      | netto | aantal_prestaties
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-03-01 | 60000 | 1
        t2         | 0363     | 01000002  | k2     | 44                |              | 2025-03-01 | 25000 | 1
        t3         | 0363     | 01000002  | k3     | 48                | 48A03        | 2025-03-01 | 10000 | 1
        t4         | 0363     | 01000003  | k4     | 54                |              | 2025-03-01 | 4000  | 1
        t5         | 0363     | 01000003  | k5     |                   | XXXXX        | 2025-03-01 | 1000  | 1
        """,
    "gebied": """
        gemeente | jaar | jeugdregio
        0363     | 2025 | JZ13
        0384     | 2025 | JZ13
        """,
}
REKENING: Iv3 = {"0363": {"6.75": 70000, "6.76": 24000, "6.82": 10000, "6.22": 5000, "6.91": 800}}
LINES = (
    "SELECT soort, lijn, post, oorzaak, bedrag FROM aansluiting_kosten WHERE niveau = 'gemeente' AND gebied = '0363'"
)


def amounts(
    iv3: Iv3 = REKENING, *, where: str = "niveau = 'gemeente' AND gebied = '0363'", soort: str = "deel", **more: str
) -> dict[str, dict[str, int]]:
    """Return {line: {post or cause: eurocent}} of the reconciliation of 2025."""
    found: dict[str, dict[str, int]] = {}
    tables = KOSTEN | more
    schaal = {"0363": float(tables.pop("schaal"))} if "schaal" in tables else None
    eigen, periode = tables.pop("eigen", ""), tables.pop("periode", "2025")
    with reconciled(tables, iv3, schaal=schaal, eigen=eigen, periode=periode) as connection:
        sql = (
            f"SELECT lijn, coalesce(oorzaak, post), bedrag FROM aansluiting_kosten WHERE {where} AND soort = '{soort}'"
        )
        for line, name, amount in read(connection, sql):
            found.setdefault(line, {}).setdefault(name, 0)
            found[line][name] += amount
    return found


def test_money_is_compared_on_the_lines_that_the_taakvelden_of_the_year_allow() -> None:
    lines = amounts()
    assert lines["zonder_verblijf"] == {"iv3": 70000, "gedeclareerd": 60000, "onbekend": 10000}
    assert lines["met_verblijf"] == {"iv3": 24000, "gedeclareerd": 25000, "onbekend": -1000}
    assert lines["maatregelen"] == {"iv3": 10000, "gedeclareerd": 10000}


def test_access_and_policy_have_taakvelden_but_are_no_youth_care_so_they_are_not_compared() -> None:
    assert set(amounts()) == {"zonder_verblijf", "met_verblijf", "maatregelen"}


def test_money_on_a_code_that_fits_no_line_is_named_so_and_still_counts_in_the_total() -> None:
    rest = amounts(soort="rest")
    assert rest["in_natura"] == {"gedeclareerd": 4000, "code niet gekoppeld": -4000}
    assert rest["onbekend"] == {"gedeclareerd": 1000, "code niet gekoppeld": -1000}
    assert amounts(soort="totaal")["jeugdzorg"] == {"iv3": 104000, "gedeclareerd": 100000, "onbekend": 4000}


def test_until_2024_a_taakveld_mixed_help_with_and_without_stay_so_only_the_whole_is_compared() -> None:
    iv3 = {"0363": {"6.72": 50000, "6.73": 30000, "6.74": 12000, "6.82": 10000}}
    kosten = KOSTEN["kosten"].replace("2025-", "2024-")
    lines = amounts(iv3, kosten=kosten, periode="2024")
    assert lines["in_natura"] == {"iv3": 92000, "gedeclareerd": 89000, "onbekend": 3000}
    assert set(lines) == {"in_natura", "maatregelen"}


def test_with_the_finer_taakvelden_of_its_own_accounts_a_gemeente_sees_both_measures_apart() -> None:
    iv3 = {"0363": {"6.75": 70000, "6.821": 9000, "6.822": 1500}}
    lines = amounts(iv3)
    assert lines["jeugdbescherming"] == {"iv3": 9000, "gedeclareerd": 10000, "onbekend": -1000}
    assert lines["jeugdreclassering"] == {"iv3": 1500, "onbekend": 1500}


def test_pgb_has_its_own_taakveld_and_never_comes_by_message() -> None:
    iv3 = {"0363": {**REKENING["0363"], "6.792": 7000}}
    assert amounts(iv3)["pgb"] == {"iv3": 7000, "pgb": 7000}
    assert amounts(iv3, soort="totaal")["jeugdzorg"]["pgb"] == 7000


def test_what_the_gemeente_says_that_it_pays_outside_the_messages_gets_that_name() -> None:
    buiten = """
        gemeente | jaar | aanbieder | zorgvorm        | oorzaak                      | bedrag | bron
        0363     | 2025 | 01000009  | wijkteam        | taakgericht zonder berichten | 8000   | grootboek
        0363     | 2025 |           | met_verblijf    | andere betaler               | -500   | Wlz
        0363     | 2024 |           | zonder_verblijf | andere betaler               | 77     | ander jaar
        """
    lines = amounts(aansluiting_buiten_berichten=buiten)
    assert lines["zonder_verblijf"]["taakgericht zonder berichten"] == 8000
    assert lines["zonder_verblijf"]["onbekend"] == 2000
    assert lines["met_verblijf"]["andere betaler"] == -500
    assert lines["met_verblijf"]["onbekend"] == -500


def test_a_pgb_that_stands_in_iv3_is_not_counted_again_from_the_list() -> None:
    buiten = """
        gemeente | jaar | zorgvorm | oorzaak | bedrag | bron
        0363     | 2025 | pgb      | pgb     | 6500   | SVB
        """
    iv3 = {"0363": {**REKENING["0363"], "6.792": 7000}}
    assert amounts(iv3, aansluiting_buiten_berichten=buiten)["pgb"] == {"iv3": 7000, "pgb": 7000}
    assert amounts(aansluiting_buiten_berichten=buiten, soort="totaal")["jeugdzorg"]["pgb"] == 6500


LEVERING = """
    traject_id | gemeente | aanbieder | client | product_categorie | product_code | begindatum | einddatum
    t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-15 | 2025-06-30
    t6         | 0363     | 01000004  | k6     | 45                | 45A04        | 2025-05-01 | 2025-06-10
    t7         | 0363     | 01000004  | k7     | 45                |              | 2025-05-01 | 2025-06-10
    """
BETAALD = """
    traject_id | gemeente | aanbieder | client | product_categorie | product_code | maand      | netto | aantal_prestaties
    t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-01 | 1000  | 1
    t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-02-01 | 3000  | 1
    """


def test_months_of_help_after_the_last_billed_month_are_estimated_from_the_months_of_the_same_traject() -> None:
    lines = amounts(kosten=BETAALD, leverperiode=LEVERING)
    assert lines["zonder_verblijf"]["timing"] == 4 * 2000  # March to June, 20 euro each


def test_a_provider_that_billed_nothing_is_estimated_from_what_others_get_for_the_same_product() -> None:
    lines = amounts(kosten=BETAALD, leverperiode=LEVERING)
    # t6: May and June at 4000 / 6 months; of the product of t7 no price is known
    assert lines["zonder_verblijf"]["nog niet geleverd"] == 2 * 667


def test_help_without_toewijzing_is_paid_by_lump_sum_so_no_bill_is_missing() -> None:
    taakgericht = """
        gemeente | aanbieder | client | product_categorie | product_code | begindatum | traject_id
        0363     | 01000004  | k6     | 45                | 45A04        | 2025-05-01 | t6
        """
    lines = amounts(kosten=BETAALD, leverperiode=LEVERING, taakgericht=taakgericht)
    assert "nog niet geleverd" not in lines["zonder_verblijf"]


def test_one_billed_month_is_no_rhythm_so_nothing_is_estimated() -> None:
    once = "\n".join(BETAALD.rstrip().splitlines()[:-2]) + "\n"
    assert "timing" not in amounts(kosten=once, leverperiode=LEVERING)["zonder_verblijf"]


def test_invented_messages_at_a_tenth_of_the_real_numbers_say_so() -> None:
    lines = amounts(schaal="0.1")
    assert lines["met_verblijf"]["synthetisch op schaal"] == 225000
    assert lines["met_verblijf"]["onbekend"] == 24000 - 25000 - 225000


def test_a_gemeente_without_accounts_counts_in_its_region_as_not_yet_delivered() -> None:
    more = """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | maand      | netto | aantal_prestaties
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-03-01 | 60000 | 1
        t9         | 0384     | 01000001  | k9     | 45                | 45A04        | 2025-03-01 | 900   | 1
        """
    lines = amounts(kosten=more, where="niveau = 'jeugdregio' AND gebied = 'JZ13'")
    assert lines["zonder_verblijf"] == {
        "iv3": 70000, "gedeclareerd": 60900, "iv3 nog niet geleverd": -900, "onbekend": 10000,
    }  # fmt: skip


def test_the_own_code_of_a_gemeente_goes_before_the_national_one_and_is_split_to_the_cent() -> None:
    eigen = """
        gemeente | soort       | code  | zorgvorm     | aandeel | geldig_van | geldig_tot | reden | bron
        0363     | productcode | XXXXX | ambulant     | 0.3333  | 2025-01-01 |            | r     | b
        0363     | productcode | XXXXX | met_verblijf | 0.6667  | 2025-01-01 |            | r     | b
        0384     | productcode | 45A04 | met_verblijf | 1       | 2025-01-01 |            | r     | b
        """
    lines = amounts(eigen=eigen)
    assert lines["zonder_verblijf"]["gedeclareerd"] == 60000 + 333
    assert lines["met_verblijf"]["gedeclareerd"] == 25000 + 667


def test_every_amount_that_a_provider_billed_can_be_followed_to_that_provider() -> None:
    with reconciled(KOSTEN, REKENING) as connection:
        rows = read(
            connection,
            "SELECT aanbieder, lijn, bedrag FROM aansluiting_kosten "
            "WHERE niveau = 'gemeente' AND soort <> 'totaal' AND post = 'gedeclareerd'",
        )
    assert rows == [
        ("01000001", "zonder_verblijf", 60000), ("01000002", "maatregelen", 10000),
        ("01000002", "met_verblijf", 25000), ("01000003", "in_natura", 4000), ("01000003", "onbekend", 1000),
    ]  # fmt: skip
