"""Mean duration of the trajecten that ended in the period."""

from jeugdstelsel.model import Indicator, Vergelijking

INDICATOR = Indicator(
    code="trajectduur",
    titel="Trajectduur",
    betekenis=(
        "De gemiddelde duur in dagen van trajecten die in de periode zijn beëindigd, van eerste start tot en "
        "met laatste stop."
    ),
    eenheid="dagen",
    teller="dagen van eerste start tot en met laatste stop, opgeteld",
    noemer="beëindigde trajecten met een bekende duur",
    bronnen=("JW305", "JW307"),
    stelseldoel="betaalbaarheid",
    vergelijking=Vergelijking(reden="de spreiding is niet bekend"),
    needs=("uitstroom_stand", "traject_telling"),
    sql="""
        SELECT
            u.cel, u.periode, u.duur AS teller, u.met_duur AS noemer, deel(u.duur, u.met_duur) AS waarde,
            deel(u.beeindigd, t.trajecten) AS dekking
        FROM uitstroom_stand u
        JOIN traject_telling t ON t.cel = u.cel AND t.periode = u.periode
        WHERE t.trajecten > 0
    """,
    beperkingen=(
        (
            "Lopende trajecten tellen niet mee; de dekking is het deel van de trajecten met hulp in de periode "
            "dat is beëindigd, en het onafgeronde deel is een eigen indicator."
        ),
        "Dit is de brutoduur: onderbrekingen tellen mee.",
        (
            "Een traject is één toewijzing. Wie een vervolg krijgt op een nieuw nummer, heeft een nieuw traject; "
            "CBS telt per hulpvorm."
        ),
    ),
    populatie="uitstroom",
    extra=("dekking",),
)
