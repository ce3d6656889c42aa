"""The guides: what every program that talks to the service must know."""

from typing import Final, NamedTuple

from domain.titles import Title


class Guide(NamedTuple):
    """``sample`` is what travels over the wire."""

    anchor: str
    title: Title
    text: tuple[Title, ...]
    sample: str


GUIDES: Final = (
    Guide(
        "idempotency",
        Title("幂等：同一请求只办理一次", "Idempotency: one request is carried out once"),
        (
            Title(
                "提交申请等新办请求必须带 Idempotency-Key。"
                "每件申请用一个新的键，重试时用同一个键。",
                "Whatever begins something needs an `Idempotency-Key`. Use a fresh key for each "
                "application, and the same one when you retry.",
            ),
            Title(
                "同一键、同一内容：得到与第一次相同的答复，并标明 Idempotency-Replayed: true。"
                "同一键、不同内容：422，不作登记。键按调用者区分，别人的键与您无关。",
                "The same key and body give the first answer again, marked "
                "`Idempotency-Replayed: true`. The same key with another body is 422, and nothing "
                "is stored. Keys belong to their caller; nobody else's matter.",
            ),
        ),
        "POST /api/v1/applications\nIdempotency-Key: 5f0c6f9e-2b1d-4b8e-9d55-0f7e2c1a9b10\n\n"
        'HTTP/1.1 201 Created\nETag: "v1"\nIdempotency-Replayed: true',
    ),
    Guide(
        "retries",
        Title("重试：没有得到答复时", "Retries: when no answer came"),
        (
            Title(
                "连接中断、超时或者 503 时，按 Retry-After 等待，"
                "再用同一键重试；每次等待加倍，不超过一分钟。",
                "After a broken connection, a time-out or a 503, wait as `Retry-After` says and "
                "retry with the same key; double the wait each time, up to a minute.",
            ),
            Title(
                "503 附有 command_id 的，可以先查询该请求是否已经办理："
                "applied 和 not_applied 是最终结果，"
                "pending 须稍后再查。4xx 不要原样重试，应当先更正。",
                "A 503 with a `command_id` may be asked about first: `applied` and `not_applied` "
                "are final, `pending` means ask again. Never repeat a 4xx as it was: correct it.",
            ),
        ),
        "GET /api/v1/commands/0197e1a2-5b3c-7d4e-8f60-718293a4b5c6\n\n"
        'HTTP/1.1 200 OK\n\n{"command_id": "0197e1a2-…", "state": "applied"}',
    ),
    Guide(
        "versions",
        Title("版本：以所见为准", "Versions: decide on what you saw"),
        (
            Title(
                "查询结果带有 ETag。作出决定时在 If-Match 中写明；"
                "其间已有变动的，答复 412，须重新查询。",
                "A look gives an `ETag`. Name it in `If-Match` when you decide; if something has "
                "happened since, the answer is 412 and you look again.",
            ),
            Title(
                "查询数据由事件汇总而来，可能晚一瞬。把回执中的 position 写入 min_position，"
                "就一定能看到自己刚办的事项。",
                "Lists are folded from the log and may be an instant behind. Send the `position` "
                "of your receipt as `min_position` and you will see what you have just done.",
            ),
        ),
        'POST /api/v1/cases/0197e1a2-…/accept-case\nIf-Match: "v2"\n\nHTTP/1.1 200 OK\nETag: "v3"',
    ),
    Guide(
        "paging",
        Title("翻页：沿 Link 前进", "Paging: follow the Link"),
        (
            Title(
                "列表一次给出一页。Link 响应头（rel=next）和正文中的 next 都指向下一页；"
                "没有 next 就是最后一页。",
                "A list comes a page at a time. The `Link` header (`rel=next`) and `next` in the "
                "body lead to the following page; without `next` it is the last.",
            ),
            Title(
                "翻页标记不是页码，请勿自行拼写；翻页期间新增的记录不会使您漏看或者重看已有记录。",
                "A cursor is no page number: do not make one up. What is added meanwhile makes you "
                "neither miss nor repeat what was there.",
            ),
        ),
        "GET /api/v1/applications?limit=20\n\nHTTP/1.1 200 OK\n"
        'Link: </api/v1/applications?limit=20&cursor=AZfhols8fU6PYHGCk6S1xg>; rel="next"',
    ),
    Guide(
        "errors",
        Title("差错：说明原因和办法", "Errors: what, why, and what to do"),
        (
            Title(
                "所有差错都是 application/problem+json（RFC 9457）："
                "type 指向说明页，detail 说明怎么办，"
                "defects 一次列出全部错误及其位置（JSON Pointer）和可选的代码。",
                "Every error is `application/problem+json` (RFC 9457): `type` leads to its page, "
                "`detail` says what to do, and `defects` lists all that is wrong at once, with a "
                "JSON Pointer and the codes that are allowed.",
            ),
            Title(
                "程序应当根据 type 和 rule 判断，不要根据文字判断。"
                "文字的语言由 Accept-Language 决定。",
                "Let a program decide by `type` and `rule`, never by the texts, whose language "
                "follows `Accept-Language`.",
            ),
        ),
        "HTTP/1.1 422 Unprocessable Content\nContent-Type: application/problem+json\n\n"
        '{"type": "/problems/form-invalid", "status": 422,\n'
        ' "defects": [{"pointer": "/vehicle/plate_no", "rule": "plate_length"}]}',
    ),
    Guide(
        "limits",
        Title("频次：按 Retry-After 等候", "Limits: wait as Retry-After says"),
        (
            Title(
                "每个登录身份（未登录的按网络地址）的请求次数有上限，一般不会触及。"
                "超出时答复 429，请按 Retry-After 等候；RateLimit 响应头写明余量。"
                "业务量大的单位可以向运维人员申请提高。",
                "Whoever has signed in, or else an address, may ask so often and no more; few ever "
                "meet that limit. Beyond it the answer is 429: wait as `Retry-After` says. "
                "`RateLimit` tells what is left. Who needs more may ask the operator for it.",
            ),
            Title(
                "查询进度、按号码查询等可能被人猜测的，错误次数另有上限，正确的查询不计。",
                "Wrong attempts at what can be guessed, such as tracking, have limits of their "
                "own. What is right does not count.",
            ),
        ),
        "HTTP/1.1 429 Too Many Requests\nRetry-After: 741\n"
        'RateLimit-Policy: "tracking-reference";q=5;w=3600\n'
        'RateLimit: "tracking-reference";r=0;t=720',
    ),
    Guide(
        "one-time-codes",
        Title("手机号码：用验证码证明", "Mobile numbers: proven by a code"),
        (
            Title(
                "变更手机号码前，先向新号码获取验证码，再提交短信中的六位数字，"
                "最后把验证码编号（id）填入申请。五分钟内有效，可输入三次；验证后一小时内"
                "用于一件申请。",
                "Before a mobile number is changed, have a code sent to the new number, enter the "
                "six digits of the message, and name the `id` of the code in the form. Digits are "
                "good for five minutes and three tries; once confirmed, a code serves one "
                "application within an hour.",
            ),
            Title(
                "验证码只对获取它的人、该号码和该用途有效。演示中，"
                "短信内容见 /api/v1/demo/one-time-codes/{id}。",
                "A code is good for whoever asked for it, for that number and that purpose. In a "
                "demonstration the message is shown at `/api/v1/demo/one-time-codes/{id}`.",
            ),
        ),
        "POST /api/v1/one-time-codes\nIdempotency-Key: 5f0c6f9e-…\n"
        '{"mobile": "13900005678", "purpose": "contact_change"}\n\n'
        'HTTP/1.1 201 Created\n{"id": "0197e1a2-…", "tries_left": 3, …}\n\n'
        'POST /api/v1/one-time-codes/0197e1a2-…/confirmation\n{"digits": "268153"}\n\n'
        'HTTP/1.1 200 OK\n{"id": "0197e1a2-…", "stage": "confirmed"}',
    ),
)
