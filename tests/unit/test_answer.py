"""The answer to a judged message carries the return codes that the standard asks for."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import make_message, messages
from xsd import NEEDS_XSD, schema

from jeugdstelsel.ingest.message_reader import read_message
from jeugdstelsel.ingest.writer import write_message
from jeugdstelsel.model import Ernst, Finding
from jeugdstelsel.services.answer import answer
from jeugdstelsel.services.check import check_documents

HEEN = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319")
DAG = date(2026, 4, 2)


def found(regel: str, klasse: str = "", regelnummer: int = 0, ernst: Ernst = Ernst.FOUT) -> Finding:
    return Finding(regel, f"/{klasse}", "", ernst=ernst, klasse=klasse, regelnummer=regelnummer)


def reply(original: bytes, *findings: Finding, **more: Any) -> dict[str, Any]:
    """What stands under Bericht in the answer."""
    data = answer(original, findings, dagtekening=DAG, identificatie="R1", **more)
    assert data is not None
    return read_message(data)[1]


def codes(klasse: dict[str, Any]) -> list[str]:
    return klasse["RetourCodes"]["RetourCode"]


def start_message(products: int = 2) -> bytes:
    product = {"Begindatum": "2026-02-20", "StatusAanlevering": "3"}
    return write_message(
        "JW305",
        {
            "Header": {
                "Afzender": "99990001",
                "Ontvanger": "0034",
                "BerichtIdentificatie": {"Identificatie": "S1", "Dagtekening": "2026-03-01"},
                "XsdVersie": {"BasisschemaXsdVersie": "1.0.2", "BerichtXsdVersie": "1.2.0"},
            },
            "Client": {
                "Bsn": "999900018",
                "Geboortedatum": {"Datum": "2012-05-04"},
                "Geslacht": "2",
                "Naam": {"Geslachtsnaam": {"Achternaam": "Voorbeeld"}},
                "StartProducten": {"StartProduct": [product | {"ToewijzingNummer": 1 + n} for n in range(products)]},
            },
        },
    )


def line(nummer: str, cent: int, debet_credit: str = "D") -> dict[str, Any]:
    """A Prestatie of this amount."""
    reference = {"ReferentieNummer": nummer} | ({"VorigReferentieNummer": "P0"} if debet_credit == "C" else {})
    return {
        "ProductReferentie": reference,
        "ToewijzingNummer": "30020" + nummer[1:],
        "ProductCategorie": "45",
        "ProductCode": "45A04",
        "ProductPeriode": {"Begindatum": "2026-02-01", "Einddatum": "2026-02-28"},
        "GeleverdVolume": "10",
        "Eenheid": "04",
        "ProductTarief": "100",
        "IngediendBedrag": {"Bedrag": str(cent), "DebetCredit": debet_credit},
    }


def declaration(*clients: list[dict[str, Any]]) -> bytes:
    """A JW323 with these lines per client; the total is their balance."""
    signs = {"D": 1, "C": -1}
    amounts = [one["IngediendBedrag"] for lines in clients for one in lines]
    total = sum(int(amount["Bedrag"]) * signs[amount["DebetCredit"]] for amount in amounts)
    bsn = ("999900018", "999900031", "999900043")
    return write_message(
        "JW323",
        {
            "Header": {
                "Afzender": "99990001",
                "Ontvanger": "0034",
                "BerichtIdentificatie": {"Identificatie": "D1", "Dagtekening": "2026-03-05"},
                "XsdVersie": {"BasisschemaXsdVersie": "1.0.2", "BerichtXsdVersie": "1.2.0"},
            },
            "Declaratie": {
                "DeclaratieNummer": "D202602001",
                "DeclaratiePeriode": {"Begindatum": "2026-02-01", "Einddatum": "2026-02-28"},
                "DeclaratieDagtekening": "2026-03-05",
                "TotaalIngediendBedrag": {"TotaalBedrag": str(abs(total)), "DebetCredit": "C" if total < 0 else "D"},
                "Clienten": {
                    "Client": [{"Bsn": bsn[n], "Prestaties": {"Prestatie": lines}} for n, lines in enumerate(clients)]
                },
            },
        },
    )


TWO_CLIENTS = declaration([line("P1", 1000), line("P2", 250)], [line("P3", 400)])


def test_a_message_without_faults_is_answered_with_a_header_without_codes() -> None:
    assert set(reply(start_message())) == {"Header"}
    assert "RetourCodes" not in reply(start_message())["Header"]


def test_the_header_is_copied_with_the_parties_unchanged() -> None:
    header = reply(start_message())["Header"]
    original = read_message(start_message())[1]["Header"]
    assert header["BerichtCode"] == "439"
    for naam in ("Afzender", "Ontvanger", "BerichtIdentificatie", "XsdVersie"):
        assert header[naam] == original[naam]
    assert (header["IdentificatieRetour"], header["DagtekeningRetour"]) == ("R1", "2026-04-02")
    assert "XsltVersie" not in header


def test_what_the_schema_refuses_has_no_answer() -> None:
    for regel in ("STRUCTUUR", "XML", "FACET", "CS015", "RS008"):
        assert answer(b"geen bericht", [found(regel)], dagtekening=DAG, identificatie="R1") is None


def test_an_answer_is_not_answered() -> None:
    retour = answer(start_message(), [], dagtekening=DAG, identificatie="R1")
    assert retour is not None
    assert answer(retour, [], dagtekening=DAG, identificatie="R2") is None


def test_a_fault_within_the_message_is_a_technical_rejection_without_body() -> None:
    inhoud = reply(start_message(), found("CS002", "Client", 1), found("TR063", "StartProduct", 1))
    assert set(inhoud) == {"Header"}
    assert codes(inhoud["Header"]) == ["0001"]


def test_the_version_of_the_official_check_is_told_when_it_was_used() -> None:
    assert reply(start_message(), found("CS002", "Client", 1), xslt_versie="2.10.5")["Header"]["XsltVersie"] == "2.10.5"


def test_a_fault_in_the_header_sends_only_the_header() -> None:
    inhoud = reply(start_message(), found("TR056", "Header"), found("TR063", "StartProduct", 1))
    assert set(inhoud) == {"Header"}
    assert codes(inhoud["Header"]) == ["9056"]


def test_a_rule_without_klasse_is_about_the_header() -> None:
    assert codes(reply(start_message(), found("TR374"))["Header"]) == ["9374"]


def test_a_removed_start_that_was_never_sent_is_rejected_as_in_iv028() -> None:
    inhoud = reply(start_message(products=1), found("TR063", "StartProduct", 1))
    assert codes(inhoud["Header"]) == ["0200"]
    assert codes(inhoud["Client"]) == ["0200"]
    assert codes(inhoud["Client"]["StartProducten"]["StartProduct"][0]) == ["9063"]


def test_every_klasse_of_the_client_comes_back_with_its_own_code() -> None:
    inhoud = reply(start_message(), found("TR019", "StartProduct", 2), found("TR063", "StartProduct", 2))
    first, second = inhoud["Client"]["StartProducten"]["StartProduct"]
    assert codes(first) == ["0200"]
    assert codes(second) == ["9019", "9063"]
    assert second["ToewijzingNummer"] == "2"


def test_a_klasse_that_was_not_judged_says_so() -> None:
    open_ = found("TR019", "StartProduct", 2, Ernst.NIET_BEOORDEELD)
    inhoud = reply(start_message(), found("TR063", "StartProduct", 1), open_)
    assert [codes(one) for one in inhoud["Client"]["StartProducten"]["StartProduct"]] == [["9063"], ["0233"]]


def test_warnings_and_rules_that_were_not_judged_reject_nothing() -> None:
    notes = [found("RELEASE", ernst=Ernst.WAARSCHUWING), found("TR418", ernst=Ernst.NIET_BEOORDEELD)]
    assert reply(start_message(), *notes) == reply(start_message())


def test_a_finding_of_another_message_is_a_fault_of_the_program() -> None:
    for finding in (found("TR063", "StartProduct", 3), found("TR063", "StopProduct", 1)):
        with pytest.raises(ValueError, match="has no St"):
            reply(start_message(), finding)
    with pytest.raises(ValueError, match="has no Prestatie number 4"):
        reply(TWO_CLIENTS, found("TR338", "Prestatie", 4))


def test_a_granted_declaration_is_told_in_two_codes() -> None:
    inhoud = reply(TWO_CLIENTS)
    verdict = inhoud["DeclaratieAntwoord"]
    assert codes(inhoud["Header"]) == ["0200"]
    assert codes(verdict) == ["8001"]
    assert verdict["TotaalToegekendBedrag"] == verdict["TotaalIngediendBedrag"]
    assert verdict["TotaalIngediendBedrag"] == {"TotaalBedrag": "1650", "DebetCredit": "D"}
    assert "Clienten" not in verdict


def test_the_answer_to_a_declaration_swaps_the_parties_and_names_the_declaration() -> None:
    header = reply(TWO_CLIENTS)["Header"]
    assert (header["Afzender"], header["Ontvanger"]) == ("0034", "99990001")
    assert header["BerichtIdentificatie"] == {"Identificatie": "R1", "Dagtekening": "2026-04-02"}
    assert header["DeclaratieIdentificatie"] == {"Identificatie": "D1", "Dagtekening": "2026-03-05"}
    assert header["XsdVersieDeclaratie"] == {"BasisschemaXsdVersie": "1.0.2", "BerichtXsdVersie": "1.2.0"}


def test_a_declaration_with_a_fault_within_the_message_gets_a_header_only() -> None:
    inhoud = reply(TWO_CLIENTS, found("TR358", "Declaratie", 1))
    assert set(inhoud) == {"Header"}
    assert codes(inhoud["Header"]) == ["0001"]


def test_a_double_declaration_number_grants_nothing_as_in_iv087() -> None:
    inhoud = reply(TWO_CLIENTS, found("TR333", "Declaratie", 1), found("TR338", "Prestatie", 1))
    verdict = inhoud["DeclaratieAntwoord"]
    assert codes(inhoud["Header"]) == ["0200"]
    assert codes(verdict) == ["9333"]
    assert verdict["TotaalToegekendBedrag"] == {"TotaalBedrag": "0", "DebetCredit": "D"}
    assert "Clienten" not in verdict


def test_only_rejected_lines_come_back_and_the_rest_is_granted() -> None:
    verdict = reply(TWO_CLIENTS, found("TR338", "Prestatie", 2), found("TR321", "Prestatie", 2))["DeclaratieAntwoord"]
    (client,) = verdict["Clienten"]["Client"]
    (rejected,) = client["Prestaties"]["Prestatie"]
    assert (codes(verdict), codes(client), codes(rejected)) == (["0200"], ["0200"], ["9321", "9338"])
    assert rejected["ProductReferentie"]["ReferentieNummer"] == "P2"
    assert verdict["TotaalToegekendBedrag"] == {"TotaalBedrag": "1400", "DebetCredit": "D"}


def test_a_fault_in_the_client_returns_all_its_lines_unjudged() -> None:
    verdict = reply(TWO_CLIENTS, found("TR304", "Client", 1), found("TR338", "Prestatie", 1))["DeclaratieAntwoord"]
    (client,) = verdict["Clienten"]["Client"]
    assert codes(client) == ["8187"]
    assert [codes(one) for one in client["Prestaties"]["Prestatie"]] == [["0233"], ["0233"]]
    assert verdict["TotaalToegekendBedrag"]["TotaalBedrag"] == "400"


def test_a_rejected_credit_raises_what_is_granted() -> None:
    original = declaration([line("P1", 1000), line("P2", 300, "C")])
    verdict = reply(original, found("TR323", "Prestatie", 2))["DeclaratieAntwoord"]
    assert verdict["TotaalIngediendBedrag"] == {"TotaalBedrag": "700", "DebetCredit": "D"}
    assert verdict["TotaalToegekendBedrag"] == {"TotaalBedrag": "1000", "DebetCredit": "D"}


def test_a_rejected_debit_may_leave_a_credit() -> None:
    original = declaration([line("P1", 1000), line("P2", 300, "C")])
    verdict = reply(original, found("TR338", "Prestatie", 1))["DeclaratieAntwoord"]
    assert verdict["TotaalToegekendBedrag"] == {"TotaalBedrag": "300", "DebetCredit": "C"}


@settings(max_examples=40, deadline=None)
@given(messages(("JW323",)), st.data())
def test_what_is_asked_is_what_is_granted_plus_what_comes_back(message: Any, data: st.DataObject) -> None:
    clients = [client["Prestaties"]["Prestatie"] for client in message[1]["Declaratie"]["Clienten"]["Client"]]
    numbers = range(1, 1 + sum(map(len, clients)))
    lines = data.draw(st.sets(st.sampled_from(numbers)))
    whole = data.draw(st.sets(st.integers(1, len(clients))))
    findings = [found("TR338", "Prestatie", n) for n in lines] + [found("TR304", "Client", n) for n in whole]
    verdict = reply(declaration(*clients), *findings)["DeclaratieAntwoord"]
    back = [one for c in verdict.get("Clienten", {"Client": []})["Client"] for one in c["Prestaties"]["Prestatie"]]

    def signed(amount: dict[str, str], naam: str) -> int:
        return int(amount[naam]) * (1 if amount["DebetCredit"] == "D" else -1)

    returned = sum(signed(one["IngediendBedrag"], "Bedrag") for one in back)
    granted = signed(verdict["TotaalToegekendBedrag"], "TotaalBedrag")
    assert signed(verdict["TotaalIngediendBedrag"], "TotaalBedrag") == granted + returned


@pytest.mark.parametrize(
    "finding",
    [
        found("TR333", "Declaratie", 1),
        found("TR304", "Client", 1),
        found("TR338", "Prestatie", 2),
        found("TR323", "Prestatie", 4),
        found("TR418", ernst=Ernst.NIET_BEOORDEELD),
    ],
    ids=lambda finding: finding.regel,
)
def test_the_answer_to_a_declaration_keeps_the_rules_itself(finding: Finding) -> None:
    original = declaration([line("P1", 1000), line("P2", 250)], [line("P3", 400), line("P4", 600, "C")])
    data = answer(original, [finding], dagtekening=DAG, identificatie="R1")
    assert data is not None
    asked, answered = check_documents([("heen", original), ("terug", data)])
    assert (asked.regels, answered.bericht, answered.geldig, answered.regels) == ((), "JW325", True, ())


@NEEDS_XSD
@pytest.mark.parametrize("berichtsoort", [*HEEN, "JW323"])
def test_the_schema_accepts_every_kind_of_answer(berichtsoort: str) -> None:
    rng = random.Random(berichtsoort)
    klasse = {
        "JW301": "ToegewezenProduct",
        "JW305": "StartProduct",
        "JW307": "StopProduct",
        "JW315": "AangevraagdProduct",
        "JW317": "Verzoek",
        "JW319": "Antwoord",
        "JW323": "Prestatie",
    }[berichtsoort]
    outcomes = ([], [found("CS002")], [found("TR056", "Header")], [found("TR019", klasse, 1)])
    for findings in outcomes:
        original = write_message(berichtsoort, make_message(rng, berichtsoort))
        data = answer(original, findings, dagtekening=DAG, identificatie="R1")
        assert data is not None
        schema(read_message(data)[0]).assertValid(etree.fromstring(data))
