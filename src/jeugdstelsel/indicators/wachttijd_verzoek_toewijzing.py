"""Median waiting time verzoek to toewijzing, with who still waits counted as censored."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="wachttijd_verzoek_toewijzing",
    titel="Mediane wachttijd van verzoek tot toewijzing",
    betekenis=(
        "Het aantal dagen waarna de helft niet meer wacht, van de dagtekening van het verzoek (JW315 of "
        "JW317) tot de toewijzingsdatum. Wie op de peildatum nog wacht telt mee tot die dag (Kaplan-Meier)."
    ),
    eenheid="dagen",
    teller="verzoeken in de periode die tot een toewijzing leidden",
    noemer="verzoeken in de periode die tot een toewijzing leidden of nog wachten",
    bronnen=("JW315", "JW317", "JW301", "JW319"),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking(reden="de spreiding is niet bekend"),
    needs=("wachtcurve",),
    sql="""
        SELECT
            cel, periode, klaar AS teller, klaar + wachtend AS noemer, mediaan AS waarde,
            deel(klaar, klaar + wachtend) AS dekking
        FROM wachtcurve
        WHERE soort = 'verzoek'
    """,
    beperkingen=(
        (
            "De periode is die waarin het wachten begon. Noemer min teller is het aantal dat nog wacht; de "
            "dekking is het deel dat niet meer wacht."
        ),
        "De waarde is onbekend zolang te veel mensen nog wachten.",
        "Alleen verzoeken via de aanbieder; wachten vóór het verzoek is niet zichtbaar.",
        "Een afgewezen verzoek telt niet mee.",
    ),
    populatie="verzocht",
    extra=("dekking",),
)
