"""Makes commands to one-time codes, with the keys that a decision does not have."""

from typing import Final, NamedTuple
from uuid import UUID

from domain.code_purpose import CodePurpose
from domain.keyring import Keyring
from domain.one_time_codes.commands import ConfirmOneTimeCode, RequestOneTimeCode
from domain.one_time_codes.digits import Digits
from domain.one_time_codes.state import OneTimeCode
from domain.vault import BlindIndex, Purpose, seal, unseal

_NUMBER: Final = "mobile"


class ToSend(NamedTuple):
    """Where digits go, and which."""

    number: str
    digits: str


class CodeMaker:
    """``index`` makes the digits and follows its key when that is replaced.

    ``names`` makes the index of a number, by which an application and a code are compared.
    """

    def __init__(self, keyring: Keyring, index: BlindIndex, names: BlindIndex) -> None:
        self._keyring = keyring
        self._names = names
        self._digits = Digits(index)

    def mark(self, number: str, purpose: CodePurpose) -> bytes:
        """What tells one request for a code from another, to whoever does not know the number."""
        return self._names.of(Purpose.MOBILE, number) + purpose.encode()

    async def request(self, stream: UUID, number: str, purpose: CodePurpose) -> RequestOneTimeCode:
        """The command that begins the stream of a code."""
        key = await self._keyring.new_key()
        return RequestOneTimeCode(
            purpose=purpose,
            number_index=self._names.of(Purpose.MOBILE, number),
            digits_index=self._digits.index_to_store(stream, number),
            key_id=key.id,
            sealed={_NUMBER: seal(key, stream, _NUMBER, number.encode())},
        )

    def confirmation(self, stream: UUID, digits: str) -> ConfirmOneTimeCode:
        return ConfirmOneTimeCode(digits_indexes=self._digits.indexes(stream, digits))

    async def to_send(self, stream: UUID, current: OneTimeCode) -> ToSend:
        """The number and the digits of a code.

        Raises :class:`~domain.keyring.KeyErased`, :class:`~domain.vault.SealBroken` and
        :class:`~domain.one_time_codes.digits.DigitsLost`.
        """
        assert current.key_id is not None
        key = await self._keyring.key(current.key_id)
        number = unseal(key, stream, _NUMBER, current.sealed[_NUMBER]).decode()
        return ToSend(number, self._digits.to_send(stream, number, current.digits_index))
