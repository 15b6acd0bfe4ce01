"""A care episode is often a chain of toewijzingen, also across gemeenten."""

from jeugdstelsel.linkage import query

BERICHTEN = """
    bericht_id | berichtsoort | dagtekening
    t          | JW301        | 2025-01-06
    """

KOP = (
    "bericht_id | regelnummer | gemeente | aanbieder | client | toewijzing_nummer | product_categorie | product_code "
    "| toewijzingsdatum | toewijzingstijd | ingangsdatum | einddatum | reden_wijziging\n"
)


def episodes(spec, rows, expected):
    """Compare (toewijzing_nummer, volgnummer, aansluiting, nummer of the first of the episode)."""
    lines = []
    for row in rows:
        gemeente, nummer, categorie, ingang, eind, reden = ["" if x == "-" else x for x in row.split()]
        lines.append(
            f"t|{nummer}|{gemeente}|30000001|k1|{nummer}|{categorie}|{categorie}A04"
            f"|2025-01-06|09:00:00|{ingang}|{eind}|{reden}"
        )
    sql = query("episode") + (
        "SELECT t.toewijzing_nummer, e.volgnummer, e.aansluiting, k.toewijzing_nummer FROM episode e "
        "JOIN traject_stand t ON t.traject_id = e.traject_id JOIN traject_stand k ON k.traject_id = e.episode_id"
    )
    spec({"bericht": BERICHTEN, "toegewezen_product": KOP + "\n".join(lines)}, sql, expected)


def test_a_new_number_that_follows_the_day_after_continues_the_episode(spec):
    rows = ["0363 1 45 2025-01-01 2025-03-31 -", "0363 2 45 2025-04-01 2025-06-30 -", "0363 3 45 2025-07-02 - -"]
    episodes(spec, rows, [(1, 1, "eerste", 1), (2, 2, "vervolg", 1), (3, 1, "eerste", 3)])


def test_another_category_is_another_episode(spec):
    rows = ["0363 1 45 2025-01-01 2025-03-31 -", "0363 2 41 2025-04-01 2025-06-30 -"]
    episodes(spec, rows, [(1, 1, "eerste", 1), (2, 1, "eerste", 2)])


def test_a_move_to_another_gemeente_continues_the_episode(spec):
    rows = ["0363 1 45 2025-01-01 2025-03-31 07", "0344 2 45 2025-04-01 - -"]
    episodes(spec, rows, [(1, 1, "eerste", 1), (2, 2, "verhuizing", 1)])


def test_a_merger_of_gemeenten_is_told_apart_from_a_move(spec):
    rows = ["0363 1 45 2025-01-01 2025-03-31 11", "0344 2 45 2025-04-01 - -"]
    episodes(spec, rows, [(1, 1, "eerste", 1), (2, 2, "herindeling", 1)])


def test_a_withdrawn_toewijzing_is_in_no_episode(spec):
    episodes(spec, ["0363 1 45 2025-01-01 2025-01-01 13"], [])
