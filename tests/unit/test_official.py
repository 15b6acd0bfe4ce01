"""The option to validate against official XSD files that the operator points to."""

import random
from pathlib import Path

import pytest
from strategies import make_message

from jeugdstelsel.ingest.writer import write_message
from jeugdstelsel.model import GebruikersFout
from jeugdstelsel.services.check import check_paths

STRICT = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.istandaarden.nl/ijw/3_2/{naam}/schema">
  <xs:element name="Bericht"><xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType></xs:element>
</xs:schema>"""


def write_messages(folder: Path) -> None:
    rng = random.Random(1)
    for soort in ("JW305", "JW319"):
        (folder / f"{soort}.xml").write_bytes(write_message(soort, make_message(rng, soort)))


def test_a_message_that_the_given_xsd_refuses_is_not_valid_and_others_are(tmp_path: Path) -> None:
    messages, xsd = tmp_path / "berichten", tmp_path / "xsd"
    messages.mkdir()
    xsd.mkdir()
    write_messages(messages)
    (xsd / "JW305.xsd").write_text(STRICT.format(naam="jw305"))
    verdicts = {verdict.bericht: verdict for verdict in check_paths([messages], xsd=xsd)}
    assert not verdicts["JW305"].geldig
    assert [finding.regel for finding in verdicts["JW305"].bevindingen] == ["XSD"]
    assert verdicts["JW319"].geldig


def test_a_folder_without_schemas_is_told(tmp_path: Path) -> None:
    with pytest.raises(GebruikersFout, match=r"JW301\.xsd"):
        list(check_paths([tmp_path], xsd=tmp_path))
