"""The seal of personal data: its bytes, and what it is bound to."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.vault import (
    BlindIndex,
    DataKey,
    Purpose,
    SealBroken,
    new_keys,
    seal,
    seal_parts,
    unseal,
)

CASE, OTHER_CASE = UUID(int=1), UUID(int=2)
KEY = DataKey(UUID(int=3), bytes(range(32)))
CLEAR = '{"name":"张三"}'.encode()
SEALED = seal(KEY, CASE, "applicant", CLEAR)


def raw(sealed: str) -> bytes:
    return urlsafe_b64decode(sealed.removeprefix("pii1."))


def as_text(envelope: bytes) -> str:
    return "pii1." + urlsafe_b64encode(envelope).decode()


def test_what_was_sealed_is_read_with_the_key() -> None:
    assert unseal(KEY, CASE, "applicant", SEALED) == CLEAR


def test_the_envelope_is_format_algorithm_key_nonce_ciphertext_and_tag() -> None:
    envelope = raw(SEALED)
    assert SEALED.startswith("pii1.")
    assert envelope[:2] == b"\x01\x01"
    assert envelope[2:18] == KEY.id.bytes
    assert len(envelope) == 2 + 16 + 12 + len(CLEAR) + 16
    bound = b"pii/v1\0" + CASE.bytes + b"applicant" + b"\0" + KEY.id.bytes
    nonce, ciphertext = envelope[18:30], envelope[30:]
    assert AESGCM(KEY.secret).decrypt(nonce, ciphertext, bound) == CLEAR


def test_the_same_text_is_never_sealed_alike() -> None:
    assert seal(KEY, CASE, "applicant", CLEAR) != SEALED


@pytest.mark.parametrize(
    ("key", "case", "part"),
    [
        (KEY, OTHER_CASE, "applicant"),
        (KEY, CASE, "delivery"),
        (DataKey(UUID(int=4), KEY.secret), CASE, "applicant"),
        (DataKey(KEY.id, bytes(32)), CASE, "applicant"),
    ],
    ids=["case", "part", "key id", "key"],
)
def test_an_envelope_opens_nowhere_else(key: DataKey, case: UUID, part: str) -> None:
    with pytest.raises(SealBroken):
        unseal(key, case, part, SEALED)


def test_an_envelope_with_any_byte_altered_does_not_open() -> None:
    envelope = bytearray(raw(SEALED))
    for place in range(len(envelope)):
        envelope[place] ^= 1
        with pytest.raises(SealBroken):
            unseal(KEY, CASE, "applicant", as_text(bytes(envelope)))
        envelope[place] ^= 1


def test_an_envelope_has_one_spelling() -> None:
    for place in range(len(SEALED)):
        for character in "A!=":
            altered = SEALED[:place] + character + SEALED[place + 1 :]
            longer = SEALED[:place] + 4 * character + SEALED[place:]
            for text in {altered, longer} - {SEALED}:
                with pytest.raises(SealBroken):
                    unseal(KEY, CASE, "applicant", text)


@pytest.mark.parametrize(
    "text",
    ["", "pii1.", "pii1.AQE=", "张三", pytest.param("pii2." + SEALED[5:], id="another form")],
)
def test_what_is_no_envelope_does_not_open(text: str) -> None:
    with pytest.raises(SealBroken):
        unseal(KEY, CASE, "applicant", text)


def test_each_part_is_sealed_under_its_name() -> None:
    sealed = seal_parts(KEY, CASE, {"applicant": CLEAR, "delivery": b"{}"})
    assert unseal(KEY, CASE, "delivery", sealed["delivery"]) == b"{}"
    with pytest.raises(SealBroken):
        unseal(KEY, CASE, "delivery", sealed["applicant"])


def test_a_key_is_not_printed() -> None:
    assert KEY.secret.hex() not in repr(KEY)
    assert repr(KEY.secret) not in repr(KEY)
    assert str(KEY.id) in repr(KEY)


def test_keys_made_together_are_all_different() -> None:
    keys = new_keys(50)
    assert len({key.id for key in keys}) == len({key.secret for key in keys}) == 50
    assert {(len(key.secret), key.id.version) for key in keys} == {(32, 4)}


def test_equal_numbers_have_equal_indexes_for_one_purpose_only() -> None:
    index = BlindIndex(bytes(32))
    number = "410102199202291236"
    assert index.of(Purpose.ID_NO, number) == BlindIndex(bytes(32)).of(Purpose.ID_NO, number)
    assert len({index.of(purpose, number) for purpose in Purpose}) == len(Purpose)
    assert BlindIndex(bytes([1] * 32)).of(Purpose.ID_NO, number) != index.of(Purpose.ID_NO, number)
    assert len(index.of(Purpose.ID_NO, number)) == 16


def test_whoever_looks_for_a_number_asks_under_every_master() -> None:
    old, new = bytes(32), bytes([1] * 32)
    index = BlindIndex(old)
    before = index.of(Purpose.VIN, "LSVAM4187C2184841")
    index.renew(old, new)
    after = index.of(Purpose.VIN, "LSVAM4187C2184841")
    assert after == BlindIndex(new).of(Purpose.VIN, "LSVAM4187C2184841")
    assert index.all_of(Purpose.VIN, "LSVAM4187C2184841") == [before, after]
