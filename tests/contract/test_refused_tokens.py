"""Why a token was refused: the security log is told, and the caller is not."""

import pytest

from api.identity import TokenVerifier
from tests.contract.test_identity import NOW, OFFICE, Clock, Issuer, claims, refusal
from tests.kit.security_lines import security_lines


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def verifier(issuer: Issuer) -> TokenVerifier:
    return TokenVerifier(issuer="urn:test", keys=issuer, offices={OFFICE}, clock=Clock())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"iat": int(NOW) - 3600, "exp": int(NOW) - 31}, "token-expired"),
        ({"iss": "urn:somebody:else"}, "token-of-another"),
        ({"aud": "another-service"}, "token-of-another"),
        ({"iat": int(NOW) + 31}, "token-unacceptable"),
        ({"sub": "410102199003071230"}, "token-unacceptable"),
        ({"role": "system"}, "token-unacceptable"),
        ({"office": "999999"}, "token-unacceptable"),
        ({"role": 7}, "token-unacceptable"),
    ],
)
async def test_a_genuine_token_is_refused_for_what_it_claims(
    issuer: Issuer, verifier: TokenVerifier, changes: dict[str, object], code: str
) -> None:
    with security_lines() as lines:
        told = await refusal(verifier, issuer.sign(claims(**changes)))
    assert [line["code"] for line in lines] == [code]
    assert told == ("token-expired" if code == "token-expired" else "token-invalid")
    assert "410102199003071230" not in str(lines)


async def test_a_forged_token_is_told_from_one_that_is_none(
    issuer: Issuer, verifier: TokenVerifier
) -> None:
    genuine = issuer.sign(claims())
    with security_lines() as lines:
        await refusal(verifier, Issuer().sign(claims()))
        await refusal(verifier, issuer.sign(claims(), kid="another"))
        await refusal(verifier, genuine.replace(".", ""))
    assert [line["code"] for line in lines] == ["token-forged", "token-forged", "token-malformed"]
    assert genuine not in str(lines)
