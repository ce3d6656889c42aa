"""What the input gate says when it refuses a request."""

from collections.abc import Mapping
from typing import Final

from api.problem_texts import ProblemText

GATE: Final[Mapping[str, ProblemText]] = {
    "url-invalid": ProblemText(
        "网址编码有误",
        "The address is badly encoded",
        "网址中的百分号编码必须是有效的 UTF-8，且不得含有空字符。",
        "Percent-encoding in the address must be valid UTF-8 and must not contain NUL.",
    ),
    "parameter-repeated": ProblemText(
        "查询参数重复",
        "A parameter appears twice",
        "网址中的同一查询参数只能出现一次。",
        "No parameter of an address may appear twice.",
    ),
    "url-too-long": ProblemText(
        "网址过长",
        "The address is too long",
        "路径和查询部分均不得超过 2048 字节。",
        "Neither the path nor the query may exceed 2,048 bytes.",
    ),
    "host-unknown": ProblemText(
        "网站地址有误",
        "This is not the address of the service",
        "请求所用的主机名不是本系统的主机名。请核对网址后重试。",
        "The host name of the request is none of this service. Please check the address.",
    ),
    "https-required": ProblemText(
        "须使用 HTTPS",
        "HTTPS is required",
        "本系统只通过 HTTPS 受理。请将网址改为以 https:// 开头后重新发送。",
        "This service is reached by HTTPS alone. Please send the request to the https:// address.",
    ),
    "body-unexpected": ProblemText(
        "此类请求不得带有正文",
        "A body is not expected here",
        "使用此请求方法时不得带有正文。",
        "Requests with this method must not have a body.",
    ),
    "media-type-unsupported": ProblemText(
        "不支持的内容类型",
        "Unsupported media type",
        "正文须为 JSON，请将 Content-Type 设为 application/json。",
        "The body must be JSON: please set Content-Type to application/json.",
    ),
    "file-type-unsupported": ProblemText(
        "不支持的文件类型",
        "Unsupported type of file",
        "只接受 JPEG、PNG 和 PDF 文件，请将 Content-Type 设为 image/jpeg、image/png 或者 "
        "application/pdf，正文为文件本身。",
        "Files are JPEG, PNG or PDF: please set Content-Type to image/jpeg, image/png or "
        "application/pdf. The body is the file itself.",
    ),
    "charset-unsupported": ProblemText(
        "不支持的字符编码",
        "Unsupported character set",
        "正文须使用 UTF-8 编码。",
        "The body must be encoded in UTF-8.",
    ),
    "encoding-unsupported": ProblemText(
        "不接受压缩内容",
        "Compressed content is not accepted",
        "请不要压缩正文，并去掉 Content-Encoding 请求头。",
        "Please send the body uncompressed, without a Content-Encoding header.",
    ),
    "body-too-large": ProblemText(
        "正文过大",
        "The body is too large",
        "正文超过允许的大小。图片等附件请通过材料上传办理。",
        "The body exceeds the permitted size. Attachments are uploaded separately.",
    ),
    "body-too-slow": ProblemText(
        "正文接收超时",
        "The body took too long",
        "未能在规定时间内收到完整正文。请检查网络后重试。",
        "The body did not arrive in time. Please check your connection and try again.",
    ),
    "line-too-long": ProblemText(
        "单行内容过长",
        "A line is too long",
        "批量提交的每一行均不得超过允许的大小。",
        "No line of a bulk submission may exceed the permitted size.",
    ),
    "json-syntax": ProblemText(
        "JSON 格式错误",
        "Not valid JSON",
        "正文不是有效的 JSON。请检查后重新提交。",
        "The body is not valid JSON. Please check it and send it again.",
    ),
    "json-encoding": ProblemText(
        "字符编码错误",
        "Not valid UTF-8",
        "正文须为有效的 UTF-8，且开头不得带有字节顺序标记（BOM）。",
        "The body must be valid UTF-8 without a byte order mark.",
    ),
    "json-not-an-object": ProblemText(
        "正文须为 JSON 对象",
        "Not a JSON object",
        "正文最外层须为 JSON 对象，即以花括号括起的内容。",
        "The outermost value of the body must be a JSON object.",
    ),
    "json-depth": ProblemText(
        "嵌套层数过多",
        "Nested too deeply",
        "正文嵌套不得超过 20 层。",
        "The body may be nested at most 20 levels deep.",
    ),
    "json-keys": ProblemText(
        "字段过多",
        "Too many members",
        "正文中的字段总数不得超过 2000 个。",
        "The body may have at most 2,000 members in all.",
    ),
    "json-values": ProblemText(
        "内容项过多",
        "Too many values",
        "正文中的内容项总数不得超过 5000 个。",
        "The body may have at most 5,000 values in all.",
    ),
    "json-string-length": ProblemText(
        "文字过长",
        "A string is too long",
        "单个字符串不得超过 8192 字节。",
        "No string may exceed 8,192 bytes.",
    ),
    "json-number-length": ProblemText(
        "数字位数过多",
        "A number is too long",
        "数字不得超过 20 位。证件号码等请以字符串填报。",
        "No number may have more than 20 digits. Identifiers are sent as strings.",
    ),
    "json-number-range": ProblemText(
        "数字超出范围",
        "A number is out of range",
        "不接受 NaN、Infinity 以及超出范围的数字。",
        "NaN, Infinity and numbers out of range are not accepted.",
    ),
    "json-duplicate-key": ProblemText(
        "字段重复",
        "A member appears twice",
        "同一对象中的字段名不得重复。",
        "No name may appear twice in the same object.",
    ),
    "json-nul": ProblemText(
        "含有空字符",
        "Contains NUL",
        "文字中不得含有空字符（U+0000）。",
        "Text must not contain the character U+0000.",
    ),
    "json-surrogate": ProblemText(
        "含有无效字符",
        "Contains a lone surrogate",
        "文字中含有不成对的代理码点，不是有效的字符。",
        "Text contains a lone surrogate, which is not a character.",
    ),
    "form-encoding": ProblemText(
        "表单编码有误",
        "The form is badly encoded",
        "表单须为有效的 UTF-8，且不得含有空字符。请返回页面重新填写。",
        "A form must be valid UTF-8 and must not contain NUL. Please go back and fill it in again.",
    ),
    "form-field-repeated": ProblemText(
        "表单项目重复",
        "A field appears twice",
        "表单中的同一项目只能出现一次。请返回页面重新填写。",
        "No field of a form may appear twice. Please go back and fill it in again.",
    ),
    "form-origin": ProblemText(
        "表单来源不符",
        "The form comes from elsewhere",
        "只接受从本站页面提交的表单。请打开本站页面后重新填写。",
        "Forms are accepted from our own pages only. Please open the page and fill it in again.",
    ),
}
