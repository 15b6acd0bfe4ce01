"""Young people in the messages beside those in Beleidsinformatie, and why one source misses someone."""

from aansluitinglezer import read, reconciled

TABLES = {
    "leverperiode": """
        traject_id | gemeente | aanbieder | client | product_categorie | product_code | begindatum | einddatum
        t1         | 0363     | 01000001  | k1     | 45                | 45A04        | 2025-01-10 |
        t2         | 0363     | 01000001  | k2     | 45                | 45A04        | 2025-02-01 | 2025-03-01
        t3         | 0363     | 01000003  | k3     | 44                |              | 2025-02-01 | 2025-03-01
        t4         | 0384     | 01000001  | k4     | 45                | 45A04        | 2025-02-01 | 2025-03-01
        t6         | 0363     | 01000001  | k6     | 45                | 45A04        | 2024-02-01 | 2024-03-01
        """,
    "bij_levering": """
        levering_id | aanbieder | soort      | periode | status
        b1          | 01000001  | jeugdhulp  | 2025-H1 | geldig
        b2          | 01000002  | jeugdhulp  | 2025-H1 | geldig
        b3          | 01000003  | jeugdhulp  | 2025-H1 | afgekeurd
        """,
    "bij_jeugdhulp": """
        levering_id | regel | aanbieder | periode | client | bsn_soort | gemeente | hulpvorm | datum_aanvang | datum_einde
        b1          | 2     | 01000001  | 2025-H1 | k1     | bekend    | 0363     | 02       | 2025-01-10    |
        b1          | 3     | 01000001  | 2025-H1 | k4     | bekend    | 0363     | 02       | 2025-02-01    | 2025-03-01
        b1          | 4     | 01000001  | 2025-H1 | k6     | bekend    | 0363     | 02       | 2025-02-01    | 2025-03-01
        b2          | 2     | 01000002  | 2025-H1 | k5     | bekend    | 0363     | 01       | 2025-02-01    | 2025-03-01
        b1          | 5     | 01000001  | 2025-H1 | x-u1   | onbekend  | 0363     | 02       | 2025-02-01    |
        """,
}


def parts(zorgvorm: str = "jeugdzorg", gebied: str = "0363", aanbieder: str = "", **more: str) -> dict[str, int]:
    """Return {part: young people}, with the cause behind a colon."""
    where = f"gebied = '{gebied}' AND zorgvorm = '{zorgvorm}' AND coalesce(aanbieder, '') = '{aanbieder}'"
    with reconciled(TABLES | more, periode="2025-H1") as connection:
        sql = f"SELECT deel, oorzaak, aantal FROM aansluiting_personen WHERE {where}"
        return {f"{deel}: {cause}" if cause else deel: count for deel, cause, count in read(connection, sql)}


def test_each_young_person_is_counted_once_with_one_cause() -> None:
    assert parts() == {
        "beide": 1,  # k1
        "alleen ijw: onbekend": 1,  # k2: the provider delivered, but not this young person
        "alleen ijw: nog niet geleverd": 1,  # k3: the delivery of the provider was rejected
        "alleen bij: andere betaler": 1,  # k4: another gemeente sent the toewijzing
        "alleen bij: taakgericht zonder berichten": 1,  # k5: this provider never sends messages here
        "alleen bij: timing": 1,  # k6: the messages know the help in another year
        "alleen bij: niet te koppelen": 1,  # without a BSN nobody can be recognised
    }


def test_in_the_country_a_young_person_of_two_gemeenten_is_in_both_sources() -> None:
    found = parts(gebied="NL")
    assert found["beide"] == 2
    assert "alleen bij: andere betaler" not in found


def test_per_zorgvorm_someone_known_under_another_form_is_no_missing_person_but_another_code() -> None:
    other = TABLES["bij_jeugdhulp"].replace("k1     | bekend    | 0363     | 02", "k1     | bekend    | 0363     | 04")
    assert parts("ambulant", bij_jeugdhulp=other)["alleen ijw: code niet gekoppeld"] == 1
    assert parts("netwerk", bij_jeugdhulp=other) == {"alleen bij: code niet gekoppeld": 1}
    assert parts("zonder_verblijf", bij_jeugdhulp=other)["beide"] == 1


def test_help_that_a_subcontractor_delivers_is_of_another_provider() -> None:
    sub = TABLES["bij_jeugdhulp"].replace("01000001  | 2025-H1 | k1", "01000002  | 2025-H1 | k1")
    assert parts(bij_jeugdhulp=sub)["beide"] == 1
    assert parts(aanbieder="01000001", bij_jeugdhulp=sub)["alleen ijw: andere aanbieder"] == 1
    assert parts(aanbieder="01000002", bij_jeugdhulp=sub)["alleen bij: andere aanbieder"] == 1


def test_help_that_ended_before_the_period_counts_in_neither_source() -> None:
    early = """
        levering_id | regel | aanbieder | periode | client | bsn_soort | gemeente | hulpvorm | datum_aanvang | datum_einde
        b1          | 2     | 01000001  | 2024-H2 | k1     | bekend    | 0363     | 02       | 2024-08-10    |
        """
    assert parts(bij_jeugdhulp=early)["alleen ijw: timing"] == 1
    assert "beide" not in parts(bij_jeugdhulp=early)


def test_a_measure_counts_by_the_institution_that_carries_it_out_and_a_machtiging_is_no_help() -> None:
    measures = """
        levering_id | regel | soort             | aanbieder | periode | client | bsn_soort | gemeente | maatregel | datum_aanvang
        m1          | 2     | jeugdbescherming  | 01000008  | 2025-H1 | k1     | bekend    | 0363     | 11        | 2025-01-01
        m1          | 3     | jeugdbescherming  | 01000008  | 2025-H1 | k8     | bekend    | 0363     | 72        | 2025-01-01
        m2          | 2     | jeugdreclassering | 01000008  | 2025-K1 | k9     | bekend    | 0363     | 41        | 2025-01-01
        m2          | 3     | jeugdreclassering | 01000008  | 2025-K4 | k9     | bekend    | 0363     | 41        | 2025-10-01
        """
    assert parts("ots", bij_maatregel=measures) == {"alleen bij: code niet gekoppeld": 1}
    assert parts("jeugdreclassering", bij_maatregel=measures) == {"alleen bij: taakgericht zonder berichten": 1}
    assert parts("maatregelen", bij_maatregel=measures) == {
        "alleen bij: code niet gekoppeld": 1, "alleen bij: taakgericht zonder berichten": 1,
    }  # fmt: skip


def test_a_record_with_a_postcode_instead_of_a_gemeente_counts_in_the_country_only() -> None:
    nowhere = TABLES["bij_jeugdhulp"].replace("k5     | bekend    | 0363", "k5     | bekend    |     ")
    assert "alleen bij: taakgericht zonder berichten" not in parts(bij_jeugdhulp=nowhere)
    assert parts(gebied="NL", bij_jeugdhulp=nowhere)["alleen bij: taakgericht zonder berichten"] == 1
