"""A BSN becomes a keyed pseudonym: the same for the same key, unlike anything under another."""

import hashlib
import hmac
from base64 import urlsafe_b64encode

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st
from leveringen import make_bsns

from jeugdstelsel.ingest.pseudonym import Key, make_pseudonyms, passes_elfproef, replace_bsn

KEY = Key(bytes(range(32)), "1")
bsns = st.text("0123456789", min_size=9, max_size=9)


def test_a_pseudonym_is_the_version_and_96_bits_of_an_hmac() -> None:
    digest = hmac.new(KEY.secret, b"999900018", hashlib.sha256).digest()[:12]
    assert make_pseudonyms(["999900018"], KEY) == ["1" + urlsafe_b64encode(digest).decode()]


def test_no_bsn_gives_no_pseudonym() -> None:
    assert make_pseudonyms([], KEY) == []


@given(st.lists(bsns, unique=True, max_size=50))
def test_different_bsns_get_different_pseudonyms_that_hold_no_bsn(numbers: list[str]) -> None:
    made = make_pseudonyms(numbers, KEY)
    assert len(set(made)) == len(numbers)
    assert all(len(name) == 17 and number not in name for name, number in zip(made, numbers, strict=True))


@given(bsns)
def test_another_key_gives_another_pseudonym(bsn: str) -> None:
    assert make_pseudonyms([bsn], KEY) != make_pseudonyms([bsn], Key(bytes(32), "1"))


def test_every_official_test_bsn_passes_the_elfproef_and_its_neighbours_do_not() -> None:
    good = make_bsns()
    assert len(good) > 8
    assert passes_elfproef(good).all()
    assert not passes_elfproef([bsn[:-1] + str((int(bsn[-1]) + 1) % 10) for bsn in good]).any()


def test_a_column_is_replaced_row_by_row_and_an_empty_cell_stays_empty() -> None:
    column = pa.array(["999900018", None, "999900019", "999900018"], pa.string())
    pseudonyms, elfproef = replace_bsn(column, KEY)
    first, second = make_pseudonyms(["999900018", "999900019"], KEY)
    assert pseudonyms.to_pylist() == [first, None, second, first]
    assert elfproef.to_pylist() == [True, None, False, True]
