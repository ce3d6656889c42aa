"""Every bucket, a line each. The operators' guide shows the same table."""

from typing import Final

from api.rates.bucket import Bucket, KeyKind
from domain.titles import Title

TRACKING_OF_REFERENCE: Final = Bucket(
    "tracking-reference",
    KeyKind.REFERENCE,
    5,
    3_600,
    Title("同一查询码的错误查询", "wrong attempts at tracking with one reference"),
)
TRACKING_FROM_ADDRESS: Final = Bucket(
    "tracking-address",
    KeyKind.ADDRESS,
    30,
    600,
    Title("同一网络地址的错误查询", "wrong attempts at tracking from one address"),
)
VERIFYING: Final = Bucket(
    "instrument",
    KeyKind.ADDRESS,
    30,
    600,
    Title("核验文书时的错误核验码", "codes that no paper has"),
)
SIGN_IN: Final = Bucket(
    "sign-in", KeyKind.ADDRESS, 30, 600, Title("登录失败", "attempts to sign in that failed")
)
LOOKUPS: Final = Bucket(
    "lookup",
    KeyKind.PRINCIPAL,
    100,
    600,
    Title("按号码查询案件而无结果", "look-ups of cases by a number that find nothing"),
)
REVEALS: Final = Bucket(
    "reveal",
    KeyKind.PRINCIPAL,
    30,
    600,
    Title(
        "查看个人信息，但案件不存在或者无权查看",
        "personal data asked for of cases that are none, or not the caller's to see",
    ),
)
PARCELS: Final = Bucket(
    "parcel",
    KeyKind.PRINCIPAL,
    300,
    600,
    Title("不存在的邮件号码", "item numbers that no parcel has"),
)
COMMANDS: Final = Bucket(
    "command",
    KeyKind.PRINCIPAL,
    300,
    600,
    Title(
        "查询未登记的命令，且未附幂等键",
        "commands that were not carried out, asked about without their key",
    ),
)
CODES_TO_NUMBER: Final = Bucket(
    "code-number",
    KeyKind.NUMBER,
    5,
    3_600,
    Title("向同一手机号码发送的短信验证码", "SMS codes sent to one number"),
)
CODES_OF_PERSON: Final = Bucket(
    "code-person",
    KeyKind.PRINCIPAL,
    10,
    3_600,
    Title("同一申请人获取的短信验证码", "SMS codes that one applicant asks for"),
)
CODES_OF_PARTNER: Final = Bucket(
    "code-partner",
    KeyKind.PRINCIPAL,
    1_000,
    3_600,
    Title("同一合作单位获取的短信验证码", "SMS codes that one partner asks for"),
)
CODES_FROM_ADDRESS: Final = Bucket(
    "code-address",
    KeyKind.ADDRESS,
    200,
    3_600,
    Title("同一网络地址获取的短信验证码", "SMS codes asked for from one address"),
)
QUESTIONS_OF_REFERENCE: Final = Bucket(
    "question-reference",
    KeyKind.REFERENCE,
    10,
    86_400,
    Title("凭查询码提出的咨询", "questions asked with one reference, without signing in"),
)
MISSES: Final = Bucket(
    "misses",
    KeyKind.EVERYBODY,
    2_000,
    60,
    Title("全部错误尝试；只报警，不拒绝", "all wrong attempts; an alarm, and no refusal"),
)

GUESSED: Final = (
    TRACKING_OF_REFERENCE,
    TRACKING_FROM_ADDRESS,
    VERIFYING,
    SIGN_IN,
    LOOKUPS,
    REVEALS,
    PARCELS,
    COMMANDS,
    MISSES,
)
"""What can be guessed. All processes share these buckets, which lie in the database."""

MESSAGES: Final = (
    CODES_TO_NUMBER,
    CODES_OF_PERSON,
    CODES_OF_PARTNER,
    CODES_FROM_ADDRESS,
    QUESTIONS_OF_REFERENCE,
)
"""What costs a message each time, or somebody's time. These lie in the database too."""
