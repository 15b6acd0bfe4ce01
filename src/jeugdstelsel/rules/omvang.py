"""How much may be billed on a toewijzing, as SQL over `reeks_prestatie` (IV076-IV078, IV081).

Per week: care counts in every ISO week that the period touches; results (82 pieces, 83 euros) count on Sundays, and
the broken last week counts in the period that holds the last Sunday of the toewijzing. Per month: the volume of the
month, also when it is broken. A total (frequency 6) holds for the whole term. Hours are compared in minutes, because
hours may be billed in minutes (TR341).
"""


def iso_weken(van: str, tot: str) -> str:
    """Return SQL for the number of ISO weeks that the days `van` to `tot` touch."""
    return f"CAST(FLOOR(deel(dagen(iso_maandag({van}), iso_maandag({tot})), 7)) AS BIGINT) + 1"


def zondagen(van: str, tot: str) -> str:
    """Return SQL for the number of Sundays from `van` to `tot`, plus the broken last week if it counts here."""
    laatste = "plus_dagen(iso_maandag(plus_dagen(toegewezen_einddatum, 1)), -1)"
    return f"""CAST(FLOOR(deel(dagen(iso_maandag({van}), iso_maandag(plus_dagen({tot}, 1))), 7)) AS BIGINT)
            + CASE WHEN iso_weekdag(toegewezen_einddatum) <> 7
                    AND ({laatste} < toegewezen_ingangsdatum OR {laatste} BETWEEN {van} AND {tot})
                   THEN 1 ELSE 0 END"""


def maanden(van: str, tot: str) -> str:
    """Return SQL for the number of calendar months that the days `van` to `tot` touch."""
    return f"""CAST((EXTRACT(YEAR FROM {tot}) - EXTRACT(YEAR FROM {van})) * 12
            + EXTRACT(MONTH FROM {tot}) - EXTRACT(MONTH FROM {van}) + 1 AS BIGINT)"""


def maximum(van: str, tot: str) -> str:
    """Return SQL for the volume that may be billed over the days `van` to `tot`; empty without Omvang or last day."""
    return f"""toegewezen_volume * CASE toegewezen_eenheid WHEN '04' THEN 60 ELSE 1 END
        * CASE toegewezen_frequentie
            WHEN '1' THEN dagen({van}, {tot}) + 1
            WHEN '2' THEN CASE WHEN toegewezen_eenheid IN ('82', '83') THEN {zondagen(van, tot)}
                               ELSE {iso_weken(van, tot)} END
            WHEN '4' THEN {maanden(van, tot)}
            ELSE 1 END"""


VERGELIJKBAAR = "(eenheid = toegewezen_eenheid OR (toegewezen_eenheid = '04' AND eenheid = '01'))"
"""Whether the billed volume and the Omvang are in comparable units; if not, TR341 speaks."""

VOLUME = "geleverd_volume * CASE WHEN toegewezen_eenheid = '04' AND eenheid = '04' THEN 60 ELSE 1 END"
"""The billed volume in the unit of the maximum."""

MAXIMUM_IN_PERIODE = maximum(
    "GREATEST(begindatum, toegewezen_ingangsdatum)", "LEAST(einddatum, COALESCE(toegewezen_einddatum, einddatum))"
)
"""What one ProductPeriode may hold, counted over its days within the toewijzing."""

MAXIMUM_IN_TOEWIJZING = maximum("toegewezen_ingangsdatum", "toegewezen_einddatum")
"""What the whole toewijzing may hold; empty when it has no last day and no total."""
