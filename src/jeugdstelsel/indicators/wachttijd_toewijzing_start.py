"""Median waiting time toewijzing to start, with who still waits counted as censored."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="wachttijd_toewijzing_start",
    titel="Mediane wachttijd van toewijzing tot start",
    betekenis=(
        "Het aantal dagen waarna de helft niet meer wacht, van de eerste toewijzingsdatum tot de eerste dag "
        "hulp. Wie op de peildatum nog wacht telt mee tot die dag (Kaplan-Meier)."
    ),
    eenheid="dagen",
    teller="toewijzingen in de periode waarop hulp is gestart",
    noemer="toewijzingen in de periode",
    bronnen=("JW301", "JW305"),
    stelseldoel="toegankelijkheid",
    vergelijking=Vergelijking(reden="de spreiding is niet bekend"),
    needs=("wachtcurve",),
    sql="""
        SELECT
            cel, periode, klaar AS teller, klaar + wachtend AS noemer, mediaan AS waarde,
            deel(klaar, klaar + wachtend) AS dekking
        FROM wachtcurve
        WHERE soort = 'toewijzing'
    """,
    beperkingen=(
        (
            "De periode is die waarin het wachten begon. Noemer min teller is het aantal dat nog wacht; de "
            "dekking is het deel dat niet meer wacht."
        ),
        "De waarde is onbekend zolang te veel mensen nog wachten.",
        "Bij een toewijzing met terugwerkende kracht is de wachttijd 0 dagen.",
        "Wie niet start voordat de toewijzing eindigt, telt als wachtend tot die einddatum.",
        ("Alleen hulp die met een start (JW305) is gemeld telt mee; hulp zonder bericht, pgb en wijkteam ontbreken."),
    ),
    populatie="toegewezen",
    extra=("dekking",),
)
