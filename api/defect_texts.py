"""What is wrong with one item of a form, by rule, in both languages.

A rule is the ``rule`` of :class:`domain.identifiers.invalid.InvalidIdentifier`, or the error
type of pydantic. A limit that a text names is that of the declaration. What the caller wrote
is never repeated.
"""

from collections.abc import Mapping
from typing import Final

from api.language import Language

LIMITS: Final = frozenset({"min_length", "max_length", "gt", "ge", "lt", "le"})

_UNNAMED: Final = ("此项不符合要求", "This is not acceptable")

_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("此项为必填项", "This is required"),
    "unknown_field": ("没有此项内容，请删除", "There is no such item; please remove it"),
    "string_too_short": ("至少应有 {min_length} 个字符", "At least {min_length} characters"),
    "string_too_long": ("不得超过 {max_length} 个字符", "At most {max_length} characters"),
    "string_pattern_mismatch": ("格式不正确", "The format is not right"),
    "no_text": ("不得为空", "Must not be empty"),
    "too_short": ("至少应有 {min_length} 项", "At least {min_length} items"),
    "no_items": ("不得为空，至少应有一项", "Must not be empty: at least one item is needed"),
    "too_long": ("不得超过 {max_length} 项", "At most {max_length} items"),
    "greater_than": ("应大于 {gt}", "Must be greater than {gt}"),
    "greater_than_equal": ("不得小于 {ge}", "Must be at least {ge}"),
    "less_than": ("应小于 {lt}", "Must be less than {lt}"),
    "less_than_equal": ("不得大于 {le}", "Must be at most {le}"),
    "enum": ("不在可选范围内", "Not one of the choices"),
    "literal_error": ("不在可选范围内", "Not one of the choices"),
    "union_tag_invalid": ("没有此类业务", "There is no such kind"),
    "union_tag_not_found": ("未写明业务种类", "The kind is not stated"),
    "timezone_aware": ("时间须写明时区", "The time must state its offset"),
    "length": ("位数不正确", "The length is not right"),
    "characters": ("含有不应出现的字符", "Contains characters that cannot occur"),
    "check_digit": ("校验位不正确，请核对是否有误", "The check digit does not match"),
    "date": ("日期不存在", "There is no such date"),
    "future_date": ("日期不得晚于今日", "The date must not be in the future"),
    "age": ("年龄不符合要求", "The age does not meet the requirement"),
    "region": ("行政区划代码不存在", "There is no such region"),
    "issuing_letter": ("发牌机关代号不存在", "There is no such issuing letter"),
    "serial": ("序号不符合编号规则", "The serial does not follow the numbering rule"),
}

_OF_AT_LEAST_ONE: Final = {"string_too_short": "no_text", "too_short": "no_items"}

_KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "string": ("应为文字", "Must be text"),
    "int": ("应为整数", "Must be an integer"),
    "float": ("应为数字", "Must be a number"),
    "bool": ("应为 true 或 false", "Must be true or false"),
    "list": ("应为列表", "Must be a list"),
    "tuple": ("应为列表", "Must be a list"),
    "model": ("应为 JSON 对象", "Must be a JSON object"),
    "dict": ("应为 JSON 对象", "Must be a JSON object"),
    "date": ("应为 YYYY-MM-DD 格式的日期", "Must be a date of the form YYYY-MM-DD"),
    "datetime": ("应为 RFC 3339 格式的时间", "Must be a time as in RFC 3339"),
    "uuid": ("应为 UUID", "Must be a UUID"),
}


def text(rule: str, limits: Mapping[str, object], language: Language) -> str:
    """The sentence for ``rule``. ``limits`` are the numbers that it may name."""
    if str(limits.get("min_length")) == "1":
        rule = _OF_AT_LEAST_ONE.get(rule, rule)
    pair = _TEXTS.get(rule) or _KINDS.get(rule.split("_")[0], _UNNAMED)
    sentence = pair[0] if language == "zh" else pair[1]
    try:
        return sentence.format_map(limits)
    except KeyError:
        return _UNNAMED[0] if language == "zh" else _UNNAMED[1]
