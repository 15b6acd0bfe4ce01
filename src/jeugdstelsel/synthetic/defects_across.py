"""Defects that only show beside earlier messages: the rules of levels 3 and 4."""

from typing import Any

from jeugdstelsel.synthetic import messages as text
from jeugdstelsel.synthetic.scene import TARIEF, Scene

# ---- toewijzing, request and answer ----------------------------------------------------------------------------


def _same_identification(scene: Scene) -> None:
    first = scene.jw301(scene.assigned(datum="2025-01-20"), dag="2025-01-20")
    second = scene.jw301(scene.assigned(2, code="45A05"))
    scene.spoil("identificatie opnieuw gebruikt", "TR056", old=second.identificatie, new=first.identificatie)


def _future(scene: Scene) -> None:
    scene.jw315()
    scene.spoil("dagtekening in de toekomst", "TR135", old="2025-01-27", new="2099-01-27")


def _number_of_another(scene: Scene) -> None:
    scene.jw301()
    scene.jw301(dag="2025-02-05", bsn=scene.tweede_bsn)
    scene.spoil("toewijzingsnummer van een ander", "TR332")


def _unknown_reference(scene: Scene) -> None:
    scene.jw301(scene.assigned(referentie=scene.referentie()))
    scene.spoil("referentie zonder verzoek", "TR379")


def _granted_then_removed(scene: Scene) -> None:
    scene.jw301()
    scene.jw325(scene.jw323())
    scene.jw301(scene.assigned(reden="13", einddatum="2025-02-03", datum="2025-04-01"), dag="2025-04-01")
    scene.spoil("toegekende toewijzing verwijderd", "TR385")


def _unknown_code(scene: Scene) -> None:
    scene.jw301(scene.assigned(code="41A03"))
    scene.spoil("code hoort niet bij categorie", "TR381")


def _reference_again(scene: Scene) -> None:
    scene.jw315()
    scene.jw319()
    scene.jw315(dag="2025-03-03")
    scene.spoil("referentie opnieuw gebruikt", "TR347")


def _second_request(scene: Scene) -> None:
    scene.jw315()
    scene.jw315(scene.requested(2, code="45A05"), dag="2025-02-03")
    scene.spoil("tweede open verzoek", "TR374")


def _answer_without_request(scene: Scene) -> None:
    scene.jw319()
    scene.spoil("antwoord zonder verzoek", "TR355")


def _answer_after_assignment(scene: Scene) -> None:
    scene.jw315()
    scene.jw301(scene.assigned(referentie=scene.referentie()))
    scene.jw319(dag="2025-02-10")
    scene.spoil("antwoord na toewijzing", "TR359")


def _studied_twice(scene: Scene) -> None:
    scene.jw315()
    scene.jw319("2", "")
    scene.jw319("2", "", dag="2025-02-10")
    scene.spoil("twee keer in onderzoek", "TR360")


def _refused_twice(scene: Scene) -> None:
    scene.jw315()
    scene.jw319()
    scene.jw319(dag="2025-02-10")
    scene.spoil("twee keer afgewezen", "TR365")


def _no_such_gemeente(scene: Scene) -> None:
    scene.jw315()
    scene.jw319("1", "8", gemeente="9999")
    scene.spoil("gemeentecode bestaat niet", "TR378")


# ---- request for change ----------------------------------------------------------------------------------------


def _change_of_stranger(scene: Scene) -> None:
    scene.jw301()
    scene.jw317(te_wijzigen=scene.to_change(), bsn=scene.tweede_bsn)
    scene.spoil("wijziging voor onbekende jeugdige", "TR304", "TR351")


def _not_all_named(scene: Scene) -> None:
    scene.jw301(scene.assigned(1), scene.assigned(2, code="45A05"))
    scene.jw317(te_wijzigen=scene.to_change(1))
    scene.spoil("wijziging noemt niet alles", "TR349")


def _unknown_unchanged(scene: Scene) -> None:
    scene.jw301()
    scene.jw317(text.ongewijzigd_product(scene.toewijzing(2)), scene.to_change())
    scene.spoil("onbekend ongewijzigd product", "TR350")


def _unknown_changed(scene: Scene) -> None:
    scene.jw301()
    scene.jw317(text.ongewijzigd_product(scene.toewijzing(1)), scene.to_change(2))
    scene.spoil("onbekend te wijzigen product", "TR351")


def _changed_from_the_past(scene: Scene) -> None:
    scene.jw301()
    scene.jw317(te_wijzigen=scene.to_change(ingangsdatum="2025-03-03"))
    scene.spoil("wijziging per verstreken datum", "TR357")


def _change_overlaps(scene: Scene) -> None:
    scene.jw301()
    new = scene.new_product(categorie="45", code="45A04", eenheid="04")
    scene.jw317(te_wijzigen=scene.to_change(), nieuw=new)
    scene.spoil("nieuw product overlapt toegewezen product", "TR361")


def _total_changed_halfway(scene: Scene) -> None:
    scene.jw301(scene.assigned(volume="40", frequentie="6"))
    scene.jw317(te_wijzigen=scene.to_change(volume="60", frequentie="6", ingangsdatum="2025-05-01"))
    scene.spoil("totaalvolume halverwege gewijzigd", "TR373")


def _generic_with_amount(scene: Scene) -> None:
    scene.jw301(scene.assigned(categorie="", code="", volume="", budget="500000"))
    scene.jw317(te_wijzigen=scene.to_change())
    scene.spoil("omvang zonder toegewezen product", "TR375", "TR412")


def _specific_without_amount(scene: Scene) -> None:
    scene.jw301()
    scene.jw317(te_wijzigen=scene.to_change(volume=""))
    scene.spoil("specifiek product zonder omvang", "TR411")


def _broad_with_amount(scene: Scene) -> None:
    scene.jw301(scene.assigned(code="", volume=""))
    scene.jw317(te_wijzigen=scene.to_change())
    scene.spoil("omvang bij toewijzing zonder code", "TR412")


# ---- start and stop --------------------------------------------------------------------------------------------


def _start_without_assignment(scene: Scene) -> None:
    scene.jw305()
    scene.spoil("start zonder toewijzing", "TR019")


def _stop_without_start(scene: Scene) -> None:
    scene.jw301()
    scene.jw307()
    scene.spoil("stop zonder start", "TR382")


def _removal_of_nothing(scene: Scene) -> None:
    scene.jw301()
    scene.jw305(status="3")
    scene.spoil("verwijdering zonder aanlevering", "TR063")


def _start_removed_after_stop(scene: Scene) -> None:
    scene.jw301()
    scene.jw305()
    scene.jw307()
    scene.jw305(dag="2025-06-10", status="3")
    scene.spoil("start verwijderd na stop", "TR071")


def _same_start_again(scene: Scene) -> None:
    scene.jw301()
    scene.jw305()
    scene.jw305(dag="2025-02-17")
    scene.spoil("dezelfde start opnieuw", "TR074", "TR326")


def _start_while_running(scene: Scene) -> None:
    scene.jw301()
    scene.jw305()
    scene.jw305(dag="2025-04-07", begin="2025-04-01")
    scene.spoil("start terwijl de vorige loopt", "TR326")


def _paused_twice(scene: Scene) -> None:
    scene.jw301()
    scene.jw305()
    scene.jw307(dag="2025-04-02", eind="2025-04-01", reden="20")
    scene.jw307(dag="2025-05-02", eind="2025-05-01", reden="20")
    scene.spoil("tweede tijdelijke stop", "TR413")


def _stopped_before_pause(scene: Scene) -> None:
    scene.jw301()
    scene.jw305()
    scene.jw307(dag="2025-04-02", eind="2025-04-01", reden="20")
    scene.jw307(dag="2025-05-02", eind="2025-03-03")
    scene.spoil("stop voor de vorige stop", "TR414")


def _stopped_twice(scene: Scene) -> None:
    scene.jw301()
    scene.jw305()
    scene.jw307()
    scene.jw307(dag="2025-07-02", eind="2025-07-01", reden="34")
    scene.spoil("stop na definitieve stop", "TR415")


# ---- declaratie ------------------------------------------------------------------------------------------------


def _declared(scene: Scene, soort: str, *regels: str, **changes: Any) -> None:
    scene.jw301()
    scene.jw323(scene.billed(1, **changes))
    scene.spoil(soort, *regels)


def _declared_for_stranger(scene: Scene) -> None:
    scene.jw301()
    scene.jw323(bsn=scene.tweede_bsn)
    scene.spoil("declaratie voor onbekende jeugdige", "TR304", "TR338")


def _before_assignment(scene: Scene) -> None:
    scene.jw301(scene.assigned(ingangsdatum="2025-02-10"))
    scene.jw323(scene.billed(begin="2025-02-03"))
    scene.spoil("prestatie voor de toewijzing", "TR307", "TR387")


def _after_assignment(scene: Scene) -> None:
    scene.jw301(scene.assigned(einddatum="2025-02-21"))
    scene.jw323()
    scene.spoil("prestatie na de toewijzing", "TR308", "TR388")


def _prestatie_number_again(scene: Scene) -> None:
    scene.jw301()
    scene.jw323()
    march = scene.billed(begin="2025-03-01", eind="2025-03-31")
    scene.jw323(march, dag="2025-04-10", begin="2025-03-01", eind="2025-03-31")
    scene.spoil("prestatienummer opnieuw gebruikt", "TR314")


def _month_before(scene: Scene) -> None:
    scene.jw301()
    march = scene.billed(begin="2025-03-01", eind="2025-03-31")
    scene.jw323(march, dag="2025-04-10", begin="2025-03-01", eind="2025-03-31")
    scene.jw323(scene.billed(2), dag="2025-04-14")
    scene.spoil("declaratieperiode voor de vorige", "TR318")


def _too_much_in_month(scene: Scene) -> None:
    _declared(scene, "te veel volume in een maand", "TR321", volume=17, bedrag=17 * TARIEF)


def _too_much_in_all(scene: Scene) -> None:
    scene.jw301(scene.assigned(volume="10", frequentie="6"))
    scene.jw323(scene.billed(1, volume=8, bedrag=8 * TARIEF))
    march = scene.billed(2, begin="2025-03-01", eind="2025-03-31", volume=3, bedrag=3 * TARIEF)
    scene.jw323(march, dag="2025-04-10", begin="2025-03-01", eind="2025-03-31")
    scene.spoil("te veel volume in totaal", "TR322")


def _credit_without_debet(scene: Scene) -> None:
    scene.jw301()
    scene.jw323(scene.billed(2, vorige=scene.prestatie(1)))
    scene.spoil("credit zonder debet", "TR323")


def _declaratie_number_again(scene: Scene) -> None:
    scene.jw301()
    first = scene.jw323()
    march = scene.billed(2, begin="2025-03-01", eind="2025-03-31")
    scene.jw323(march, dag="2025-04-10", begin="2025-03-01", eind="2025-03-31", nummer=first.identificatie)
    scene.spoil("declaratienummer opnieuw gebruikt", "TR333")


def _unknown_number(scene: Scene) -> None:
    scene.jw301()
    scene.jw323(scene.billed(nummer=scene.toewijzing(2)))
    scene.spoil("onbekend toewijzingsnummer", "TR338")


def _other_category(scene: Scene) -> None:
    scene.jw301(scene.assigned(code="", volume=""))
    scene.jw323(scene.billed(categorie="41", code="41A03", eenheid="16"))
    scene.spoil("andere categorie dan toegewezen", "TR339")


def _other_code(scene: Scene) -> None:
    _declared(scene, "andere code dan toegewezen", "TR340", code="45A05")


def _other_unit(scene: Scene) -> None:
    _declared(scene, "andere eenheid dan toegewezen", "TR341", eenheid="16", volume=1, bedrag=TARIEF)


def _wrong_amount(scene: Scene) -> None:
    _declared(scene, "bedrag is niet volume maal tarief", "TR346", bedrag=2 * TARIEF + 1)


def _wrong_price(scene: Scene) -> None:
    _declared(scene, "tarief wijkt af van contract", "TR418", tarief=TARIEF + 60, bedrag=2 * (TARIEF + 60))


def _over_budget(scene: Scene) -> None:
    scene.jw301(scene.assigned(code="", volume="", budget="15000"))
    scene.jw323()
    scene.spoil("budget overschreden", "TR369")


def _on_removed(scene: Scene) -> None:
    scene.jw301()
    scene.jw301(scene.assigned(reden="13", einddatum="2025-02-03", datum="2025-02-10"), dag="2025-02-10")
    scene.jw323(scene.billed(eind="2025-02-03"))
    scene.spoil("declaratie op verwijderde toewijzing", "TR384")


def _begins_at_start(scene: Scene) -> None:
    _declared(scene, "periode begint bij de start", "TR387", begin="2025-02-10")


def _ends_early(scene: Scene) -> None:
    _declared(scene, "periode eindigt halverwege", "TR388", eind="2025-02-20")


def _debet_again(scene: Scene) -> None:
    scene.jw301()
    scene.jw325(scene.jw323())
    scene.jw323(scene.billed(2), dag="2025-04-10", begin="2025-03-01", eind="2025-03-31")
    scene.spoil("tweede debet zonder credit", "TR389")


def _credited_again(scene: Scene) -> None:
    scene.jw301()
    scene.jw325(scene.jw323())
    first = scene.jw323(
        scene.billed(2, vorige=scene.prestatie(1)), dag="2025-04-10", begin="2025-03-01", eind="2025-03-31"
    )
    scene.jw325(first, -2 * TARIEF, dag="2025-04-17")
    scene.jw323(scene.billed(3, vorige=scene.prestatie(1)), dag="2025-05-12", begin="2025-04-01", eind="2025-04-30")
    scene.spoil("tweede keer gecrediteerd", "TR390")


# ---- answer to a declaratie ------------------------------------------------------------------------------------


def _answer_to_nothing(scene: Scene) -> None:
    scene.jw301()
    asked = scene.jw323()
    scene.jw325(asked, identificatie="SYNONBEKEND")
    scene.spoil("antwoord op onbekende declaratie", "TR337")


def _answer_unknown_number(scene: Scene) -> None:
    scene.jw301()
    asked = scene.jw323()
    scene.jw325(asked, nummer="SYNONBEKEND")
    scene.spoil("antwoord met onbekend declaratienummer", "TR376")


def _answer_other_version(scene: Scene) -> None:
    scene.jw301()
    scene.jw325(scene.jw323())
    version = "  <ijw:BasisschemaXsdVersie>{}</ijw:BasisschemaXsdVersie>"
    old, new = (f"<jw325:XsdVersieDeclaratie>\r\n    {version.format(known)}" for known in ("1.0.0", "1.0.1"))
    scene.spoil("andere schemaversie in antwoord", "TR371", old=old, new=new)


def _refused(scene: Scene, soort: str, regel: str, **changes: Any) -> None:
    scene.jw301()
    asked = scene.jw323()
    item = scene.billed(1, **changes)
    listed = text.retour_client(scene.bsn, text.retour_prestatie(item.xml(), "9321"))
    scene.jw325(asked, toegekend=0, clienten=listed)
    scene.spoil(soort, regel)


def _refused_unknown(scene: Scene) -> None:
    _refused(scene, "afgewezen prestatie staat niet in declaratie", "TR366", referentie="SYNONBEKEND")


def _refused_changed(scene: Scene) -> None:
    _refused(scene, "afgewezen prestatie is gewijzigd", "TR367", volume=3)


ACROSS = (
    _same_identification, _future, _number_of_another, _unknown_reference, _granted_then_removed, _unknown_code,
    _reference_again, _second_request, _answer_without_request, _answer_after_assignment, _studied_twice,
    _refused_twice, _no_such_gemeente, _change_of_stranger, _not_all_named, _unknown_unchanged, _unknown_changed,
    _changed_from_the_past, _change_overlaps, _total_changed_halfway, _generic_with_amount, _specific_without_amount,
    _broad_with_amount, _start_without_assignment, _stop_without_start, _removal_of_nothing,
    _start_removed_after_stop, _same_start_again, _start_while_running, _paused_twice, _stopped_before_pause,
    _stopped_twice, _declared_for_stranger, _before_assignment, _after_assignment, _prestatie_number_again,
    _month_before, _too_much_in_month, _too_much_in_all, _credit_without_debet, _declaratie_number_again,
    _unknown_number, _other_category, _other_code, _other_unit, _wrong_amount, _wrong_price, _over_budget,
    _on_removed, _begins_at_start, _ends_early, _debet_again, _credited_again, _answer_to_nothing,
    _answer_unknown_number, _answer_other_version, _refused_unknown, _refused_changed,
)  # fmt: skip
"""One planter per kind of defect across messages."""
