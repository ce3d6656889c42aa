"""What the refusals of the domain are called, and what the caller can do about each."""

from collections.abc import Mapping
from typing import Final

from api.problem_texts import ProblemText

REFUSALS: Final[Mapping[str, ProblemText]] = {
    "form-refused": ProblemText(
        "申请表填写有误",
        "The form has defects",
        "请按所列各项逐一更正后重新提交。",
        "Correct every item listed and send the form again.",
    ),
    "moved-on": ProblemText(
        "内容已有变动",
        "It has moved on",
        "您看到的不是最新状态。请重新读取后再办理。",
        "You saw an earlier state. Read it again, then repeat the command.",
    ),
    "time-implausible": ProblemText(
        "日期或者时间超出合理范围",
        "The day or time cannot be right",
        "请核对 pointer 所指的日期或者时间，应当在 earliest 与 latest 之间；时刻须写明时区，"
        "例如 2020-03-02T09:00:00+08:00。",
        "Check the day or time at the pointer. It lies between earliest and latest; an instant "
        "states its offset, as in 2020-03-02T09:00:00+08:00.",
    ),
    "history-unreadable": ProblemText(
        "部分办理记录暂时无法读取",
        "Part of the history cannot be read",
        "该事项的部分办理记录暂时无法读取，恢复前不能继续办理，其他事项不受影响。"
        "已提交的内容均已保存，无须重复提交。如需加急，请联系办理机关并告知业务查询码。",
        "Part of the history of this one cannot be read, and until it can nothing is done to it; "
        "no other is affected. What was sent is kept and need not be sent again. If it is "
        "urgent, ask the office and give the reference.",
    ),
    "answer-unreadable": ProblemText(
        "原办理结果无法再次给出",
        "The answer cannot be given again",
        "该请求此前已经办理，但当时的答复无法读取。请查询目前的办理情况，不必重复提交。",
        "This request was carried out before, but the answer given then cannot be read. Look "
        "at how things stand; there is no need to send it again.",
    ),
    "key-reused": ProblemText(
        "幂等键已用于其他请求",
        "The key was used for another request",
        "同一 Idempotency-Key 只能用于内容相同的请求，请换用新的键。",
        "The same Idempotency-Key came with another body. Use a new key.",
    ),
    "conflict-of-interest": ProblemText(
        "应当回避",
        "It is your own matter",
        "您是本案的申请人或者代理人，应当回避，由其他人员办理。您本人可以申请人身份办理自己的事项。",
        "You are the applicant or the agent, so you keep out of it, and another officer does it. "
        "In your own matter you act as an applicant.",
    ),
    "not-as-things-stand": ProblemText(
        "目前无须此项办理",
        "There is nothing to answer",
        "目前没有待处理的该类事项。",
        "Nothing is pending that this command would answer.",
    ),
    "not-at-this-stage": ProblemText(
        "当前环节不能办理",
        "Not at this stage",
        "目前所处环节不能进行该操作，请重新查询后再办理。",
        "This cannot be done at the present stage. Look again before you go on.",
    ),
    "not-permitted": ProblemText(
        "无权办理",
        "Not permitted",
        "您的岗位无权进行该操作。",
        "Your role may not give this command.",
    ),
    "upload-of-other-type": ProblemText(
        "文件内容与所标类型不符",
        "The file is of another type",
        "文件的实际格式与 Content-Type 不一致。请确认文件为 JPEG、PNG 或者 PDF，"
        "并按实际格式填写 Content-Type。",
        "The file is not of the type that Content-Type names. It must be JPEG, PNG or PDF, and "
        "Content-Type must say which.",
    ),
    "upload-unreadable": ProblemText(
        "文件无法读取",
        "The file cannot be read",
        "文件已损坏、不完整，或者夹带其他内容。请重新拍摄、扫描或者导出后上传。",
        "The file is damaged, incomplete, or holds something else. Please take the picture or "
        "export the file again.",
    ),
    "upload-too-large": ProblemText(
        "文件过大",
        "The file is too large",
        "整理后的文件超过单个文件的上限。请降低分辨率后重新上传。",
        "Written anew, the file exceeds the limit. Please upload it with a lower resolution.",
    ),
    "upload-dimensions": ProblemText(
        "图片尺寸过大",
        "The picture has too many pixels",
        "图片像素总数或者边长超过上限。请缩小后重新上传。",
        "The picture has too many pixels, or is too long on one side. Please make it smaller.",
    ),
    "upload-active": ProblemText(
        "不接受此类 PDF 文件",
        "Such a PDF is not taken",
        "PDF 文件不得加密，不得含有脚本、附件、表单程序等内容。"
        "请重新导出为普通 PDF，或者改传图片。",
        "A PDF must not be encrypted, nor contain scripts, attachments or programs. Please export "
        "it as a plain PDF, or upload a picture.",
    ),
    "upload-infected": ProblemText(
        "文件含有病毒",
        "The file contains malware",
        "安全检查发现该文件含有病毒，已经删除。请对设备查毒，并换用其他文件。",
        "The scanner found malware in the file, which was deleted. Please check your device, and "
        "upload another file.",
    ),
    "uploads-too-many": ProblemText(
        "待用文件过多",
        "Too many files wait to be used",
        "您已上传而尚未用于申请的文件达到上限。请先提交申请；未使用的文件满七日后自动删除。",
        "You have uploaded as many files as may wait to be used. Please send in the applications; "
        "what is not used is deleted after seven days.",
    ),
}
