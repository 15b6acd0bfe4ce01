"""Repeated use as an outcome: ended trajecten after which the young person started a new one."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="herhaald_beroep_na_afloop",
    titel="Herhaald beroep (nieuw traject na afloop)",
    betekenis=(
        "Het deel van de beëindigde trajecten waarna dezelfde jongere een nieuw traject begon, tot en met het"
        " einde van het volgende halfjaar."
    ),
    eenheid="aandeel",
    teller="beëindigde trajecten met een nieuwe start binnen de volgtermijn",
    noemer="beëindigde trajecten waarvan de volgtermijn voorbij is",
    bronnen=("JW305", "JW307"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking("binomiaal", van="uitstroom", bekend=True),
    needs=("uitstroom_stand",),
    sql="""
        SELECT
            cel, periode, terug AS teller, gevolgd AS noemer, deel(terug, gevolgd) AS waarde, deel(gevolgd,
            beeindigd) AS dekking
        FROM uitstroom_stand
        WHERE gevolgd > 0
    """,
    beperkingen=(
        "Definitie van CBS bij de uitkomstcijfers. Niet te vergelijken met herhaald beroep over vijf jaar.",
        (
            "De volgtermijn is een instelling (herhaald_volgtermijn_halfjaren): CBS telt tot het einde van het "
            "volgende halfjaar, dus een half tot een heel jaar."
        ),
        "De dekking is het deel van de beëindigde trajecten waarvan de volgtermijn voorbij is.",
        ("Een vervolg op een nieuw toewijzingnummer (bijvoorbeeld na een wijzigingsverzoek) telt als nieuwe start."),
    ),
    populatie="uitstroom",
    extra=("dekking",),
)
