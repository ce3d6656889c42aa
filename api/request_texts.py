"""What the problems of the API's own routes are called, and what the caller can do."""

from collections.abc import Mapping
from typing import Final

from api.problem_texts import ProblemText

REQUESTS: Final[Mapping[str, ProblemText]] = {
    "idempotency-key-missing": ProblemText(
        "缺少幂等键",
        "Idempotency-Key missing",
        "提交申请等新办请求须带 Idempotency-Key 请求头，重试时使用同一个键。",
        "Send an Idempotency-Key header with whatever begins something, such as an application, "
        "and the same one when you retry.",
    ),
    "idempotency-key-invalid": ProblemText(
        "幂等键不符合格式",
        "Idempotency-Key not valid",
        "Idempotency-Key 须为 1 至 128 个可见的 ASCII 字符，且只能出现一次。",
        "An Idempotency-Key is 1 to 128 visible ASCII characters, and is sent once.",
    ),
    "if-match-invalid": ProblemText(
        "If-Match 不符合格式",
        "If-Match not valid",
        '请填写读取时得到的 ETag，例如 "v3"；可以用逗号列出几个，也可以填写 *。',
        'Send the ETag you got when you read it, such as "v3", several with commas between them, '
        "or *.",
    ),
    "if-none-match-invalid": ProblemText(
        "If-None-Match 不符合格式",
        "If-None-Match not valid",
        '请填写已有内容的 ETag，例如 "v3"；可以用逗号列出几个。要新建的，填写 *。',
        'Send the ETag of what you have, such as "v3", several with commas between them, or * '
        "to begin what is not there yet.",
    ),
    "store-unavailable": ProblemText(
        "系统暂时不能受理",
        "The store is away for a moment",
        "本次请求未作任何登记，请稍后用同一幂等键重试。",
        "Nothing was stored. Try again shortly with the same key.",
    ),
    "store-read-only": ProblemText(
        "系统目前只能查询",
        "The store answers questions only",
        "数据库曾由备份恢复，正在核对，本次请求未作任何登记。请稍后用同一幂等键重试。"
        "运维人员：请运行 cheguan store status。",
        "The database was restored from a backup and is being compared; nothing was stored. "
        "Try again later with the same key. Operators: run cheguan store status.",
    ),
    "not-folded-yet": ProblemText(
        "查询数据尚未更新到该位置",
        "The read model is not that far yet",
        "请稍后重试。",
        "Try again shortly.",
    ),
    "position-unknown": ProblemText(
        "没有该位置",
        "There is no such position",
        "min_position 不得大于目前的最后位置，请使用回执中的 position。",
        "min_position must not lie beyond the last position; use that of your receipt.",
    ),
    "outcome-unknown": ProblemText(
        "办理结果待确认",
        "The outcome is not known yet",
        "请求可能已经登记。请用 command_id 查询结果，或者用同一幂等键重试，不会重复办理。",
        "It may have been carried out. Ask with the command_id, or try again with the same key: "
        "nothing is done twice.",
    ),
    "key-unusable": ProblemText(
        "该事项已不能保存文字内容",
        "No text can be kept with this one any more",
        "该事项的加密密钥已销毁或者无法使用，文字内容不能安全保存，本次请求未作任何登记。"
        "请不填写文字后重试，或者联系运维人员。",
        "The key of this one was destroyed or cannot be used, so no text can be kept safely; "
        "nothing was stored. Try again without the text, or ask the operator.",
    ),
    "part-unopened": ProblemText(
        "暂时无法核对身份",
        "Your identity cannot be checked at present",
        "该业务登记的身份信息目前无法读取，系统已提示工作人员处理。业务照常办理，请稍后再查，"
        "或者联系办理机关。",
        "The identity that was given with this application cannot be read at present, and the "
        "operator has been told. The application goes on. Ask again later, or ask the office.",
    ),
    "tracking-not-found": ProblemText(
        "未查询到相应业务",
        "Nothing found",
        "请核对业务查询码和身份证号码后四位。",
        "Check the reference and the last four characters of the ID number.",
    ),
    "too-many-attempts": ProblemText(
        "错误尝试次数过多",
        "Too many wrong attempts",
        "错误尝试次数已达上限，暂停查询，业务办理不受影响。"
        "请按 Retry-After 响应头所示时间稍后再试。",
        "There were too many wrong attempts, so nothing is looked up for now; the application "
        "itself goes on. Please wait for the time given in the Retry-After header.",
    ),
    "queue-unknown": ProblemText(
        "没有该队列",
        "No such queue",
        "请从所列队列中选择。",
        "Choose one of the queues listed.",
    ),
    "cursor-invalid": ProblemText(
        "翻页标记无效",
        "Cursor not valid",
        "请从第一页重新读取。",
        "Start again from the first page.",
    ),
    "lookup-needs-one": ProblemText(
        "须且只须一个查询条件",
        "Exactly one number is needed",
        "请在身份证号码、号牌、车辆识别代号、驾驶证号中填写一项。",
        "Give one of ID number, plate, VIN and licence number.",
    ),
    "enquiry-office-missing": ProblemText(
        "未注明咨询单位",
        "No office is named",
        "请填写 office（单位代码），或者填写咨询所涉及的业务 case。",
        "Name the office by its code, or the case that the question is about.",
    ),
    "period-invalid": ProblemText(
        "统计期间有误",
        "The period is not valid",
        "起始日期不得晚于截止日期，也不得晚于今天，期间不超过十年。",
        "The first day must not lie after the last or after today; a period has at most ten years.",
    ),
    "bulletin-day-invalid": ProblemText(
        "日期有误",
        "Not a day",
        "请按“年-月-日”填写日报日期，例如 /bulletin/2020-02-23；月份写作 2020-02。",
        "Write the day as year-month-day, such as /bulletin/2020-02-23, and a month as 2020-02.",
    ),
    "bulletin-day-ahead": ProblemText(
        "该日日报尚未编发",
        "This day has not come",
        "日报自当日0时起提供暂计数，次日提供正式数。请选择今天或者更早的日期。",
        "A bulletin begins with its day. Choose today or an earlier day.",
    ),
    "bulletin-day-before": ProblemText(
        "该日早于系统启用之日",
        "This day is before the service began",
        "系统启用之前没有日报。最早一期见日报目录 /bulletin。",
        "There is no bulletin of the days before the service began. /bulletin lists all there are.",
    ),
    "bulletin-region-unknown": ProblemText(
        "没有该省辖市",
        "No such prefecture",
        "请核对省辖市代码，例如郑州市为 410100。各市日报见日报目录 /bulletin。",
        "Check the code of the prefecture, such as 410100 for Zhengzhou. /bulletin lists them.",
    ),
    "opening-unknown": ProblemText(
        "没有该地区、机构或者业务",
        "No such region, office or service",
        "pointer 指出有误的参数；可以填写的代码见 choices，机构代码见 /api/v1/offices。",
        "The pointer names the parameter that is wrong. Choose a code under choices; those of "
        "offices are at /api/v1/offices.",
    ),
    "dimension-unknown": ProblemText(
        "没有该统计维度",
        "No such dimension",
        "请从所列维度中选择，每个只用一次。",
        "Choose from the dimensions listed, each once.",
    ),
    "clock-out-of-range": ProblemText(
        "时钟只能向前调整",
        "The clock goes forward only",
        "请填写晚于演示环境当前时间（now）、且不晚于可设最晚时间（latest）的时刻。",
        "Give an instant after what the clock shows (now), and not after the latest there is.",
    ),
    "answer-too-long": ProblemText(
        "统计结果过多",
        "The answer is too long",
        "请缩短统计期间，或者减少统计维度、只查一项业务；一次最多返回 most 所列的行数。",
        "Ask for fewer days or dimensions, or for one service; most says how many lines are told.",
    ),
    "at-invalid": ProblemText(
        "时点有误",
        "The moment is not valid",
        "请填写事件位置（数字）、日期（截至当日终了）或者带时区的时刻。",
        "Give a position, a day, or an instant with its zone.",
    ),
}
