"""What people read for a one-time code."""

from typing import Final

from domain.one_time_codes.stage import OneTimeCodeStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in OneTimeCodeStage},
    events={
        "OneTimeCodeRequested": Title("获取短信验证码", "SMS code asked for"),
        "WrongDigitsEntered": Title("验证码输入错误", "Wrong digits entered"),
        "OneTimeCodeConfirmed": Title("手机号码验证通过", "Number confirmed"),
        "OneTimeCodeUsed": Title("验证码用于提交申请", "Used by an application"),
    },
    fields={
        "purpose": Title("用途", "purpose"),
        "holder": Title("申请人代号", "whose it is"),
        "sealed": Title("加密保存的内容", "sealed parts"),
        "tries": Title("可输入次数", "tries"),
        "tries_left": Title("剩余输入次数", "tries left"),
        "stage": Title("状态", "stage"),
        "expires_at": Title("有效期至", "expires at"),
        "use_by": Title("使用截止时间", "to be used by"),
        "case": Title("案件", "case"),
    },
    commands={
        "RequestOneTimeCode": Title("获取短信验证码", "Ask for an SMS code"),
        "ConfirmOneTimeCode": Title("提交短信验证码", "Enter the SMS code"),
        "UseOneTimeCode": Title("使用验证结果", "Use the confirmed code"),
    },
    refusals={
        "one-time-code-wrong": Explanation(
            Title("验证码不正确", "The digits are wrong"),
            Title(
                "请核对短信中的六位数字后重新输入。输入次数用完后，须重新获取验证码。",
                "Compare them with the message and enter them again. When no tries are left, ask "
                "for another code.",
            ),
        ),
        "one-time-code-spent": Explanation(
            Title("验证码输入次数已用完", "No tries are left"),
            Title(
                "该验证码已连续输错，不能再用。请重新获取验证码。",
                "Wrong digits were entered too often. Ask for another code.",
            ),
        ),
        "one-time-code-expired": Explanation(
            Title("验证码已过期", "The code has expired"),
            Title(
                "验证码在五分钟内有效。请重新获取验证码。",
                "A code is good for five minutes. Ask for another one.",
            ),
        ),
        "one-time-code-unusable": Explanation(
            Title("手机号码尚未通过验证", "The mobile number is not confirmed"),
            Title(
                "申请中填写的验证码编号不能证明该手机号码由您使用。请用该号码重新获取验证码，验证后"
                "再提交申请。",
                "The code that the application names does not show that the number is yours. Ask "
                "for a code to this number, confirm it, and submit again.",
            ),
        ),
    },
)
