"""Repeated use as on StatLine: started trajecten of young people who had help in the five years before."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="herhaald_beroep_vijf_jaar",
    titel="Herhaald beroep (eerder jeugdhulp in vijf jaar)",
    betekenis=("Het deel van de begonnen trajecten waarvan de jongere in de vijf jaar vóór de start al jeugdhulp had."),
    eenheid="aandeel",
    teller="begonnen trajecten van jongeren met eerdere hulp in de vijf jaar ervoor",
    noemer="begonnen trajecten",
    bronnen=("JW305", "JW307"),
    stelseldoel="kwaliteit",
    vergelijking=Vergelijking("binomiaal", van="instroom"),
    needs=("instroom_stand", "periode"),
    sql="""
        SELECT
            i.cel, i.periode, i.herhaald AS teller, i.gestart AS noemer, deel(i.herhaald, i.gestart) AS waarde,
            least(deel(maandnummer(p.begin) - $basis_maand, $herhaald_terugblik_maanden), 1) AS dekking
        FROM instroom_stand i
        JOIN periode p ON p.periode = i.periode
    """,
    beperkingen=(
        (
            "Definitie van CBS StatLine. Niet te vergelijken met herhaald beroep na afloop: CBS zelf noemt de "
            "twee definities verschillend."
        ),
        (
            "De dekking is het deel van de vijf jaar waarover berichten zijn; eerdere hulp van daarvoor is "
            "onzichtbaar, dus het cijfer is dan te laag."
        ),
        "Hulp die nog loopt als het nieuwe traject begint, telt als eerdere hulp.",
        (
            "Een traject is één toewijzing. Wie een vervolg krijgt op een nieuw nummer, heeft een nieuw traject; "
            "CBS telt per hulpvorm."
        ),
    ),
    populatie="instroom",
    extra=("dekking",),
)
