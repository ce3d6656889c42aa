"""The way of an application through the office, step by step, as people are told of it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from domain.services.archetype import Archetype
from domain.services.service import Service
from domain.titles import Title

_NOTICE: Final = Title(
    "登录后选择业务，阅读并同意业务须知",
    "Sign in, choose the service, read the notice and agree to it",
)
_FORM: Final = Title(
    "填写申请表，验证手机号码后提交", "Fill in the form, confirm the mobile number and submit"
)
_FORM_AND_PAPERS: Final = Title(
    "填写申请表，上传材料，验证手机号码后提交",
    "Fill in the form, upload the papers, confirm the mobile number and submit",
)
_PAY: Final = Title(
    "选择网上缴费的，提交后缴费；缴费后开始受理",
    "If you pay online, pay now; the office begins when it is paid",
)
_ACCEPT: Final = Title(
    "车辆管理所在1个工作日内受理；需要补正的，一次告知全部内容",
    "The office accepts it within 1 working day; what must be corrected is told all at once",
)
_DECIDE: Final = Title(
    "车辆管理所审核，在办理期限内作出决定；不予办理的，说明理由和救济途径",
    "The office reviews it and decides within the term; a refusal states reasons and remedies",
)
_AT_ONCE: Final = Title(
    "系统即时核对，核对通过的即时更新登记信息",
    "It is checked at once, and the record changes if all agrees",
)
_HAND_OUT: Final = Title(
    "通过邮政速递寄递到指定地址，或者到所选窗口领取",
    "It is sent by postal express, or collected at the window chosen",
)
_ENDS: Final[Mapping[Archetype, tuple[Title, ...]]] = MappingProxyType(
    {
        Archetype.RECORD: (
            Title(
                "更新登记信息；办理结果凭查询码网上查询",
                "The record changes; look the result up online with the reference",
            ),
        ),
        Archetype.DEFERRAL: (
            Title(
                "准予延期的，网上查询延期后的日期", "If it is granted, look up the later day online"
            ),
        ),
        Archetype.RESERVATION: (
            Title(
                "系统核对后即时保留选定的号码", "The number chosen is checked and reserved at once"
            ),
            Title(
                "在保留期限内到窗口办理登记，核对原件；信息不一致的，选号作废",
                "Register at the window within the time reserved, with the originals; if they "
                "differ, the number is lost",
            ),
        ),
        Archetype.APPOINTMENT: (
            Title("系统核对名额后确认预约", "The appointment is confirmed if the time is free"),
            Title(
                "按预约的日期和时段到场，出示有关证件原件",
                "Come on the day and at the time, with the originals",
            ),
            Title(
                "不能到场的，请在预约日期前一日24时前取消",
                "If you cannot come, cancel before the end of the day before",
            ),
        ),
        Archetype.PENALTY: (),
    }
)


def steps_of(service: Service[Any], *, papers: bool, fee: bool) -> tuple[Title, ...]:
    """The steps in their order. ``papers`` and ``fee`` say whether there is anything to upload
    and to pay.
    """
    if service.at_window:
        return service.told.steps
    told, form = service.told, _FORM_AND_PAPERS if papers else _FORM
    return (*told.first, _NOTICE, form, *steps_after(service, fee=fee))


def steps_after(service: Service[Any], *, fee: bool) -> tuple[Title, ...]:
    """What follows a submission. ``fee`` says whether there is still anything to pay."""
    return service.told.steps or tuple(_after(service, fee=fee))


def _after(service: Service[Any], *, fee: bool) -> Iterator[Title]:
    if service.archetype in (Archetype.DOCUMENT, Archetype.RECORD, Archetype.DEFERRAL):
        if fee:
            yield _PAY
        if service.automatic:
            yield _AT_ONCE
        else:
            yield _ACCEPT
            yield _DECIDE
    if service.document:
        made, name = service.document.zh, service.document.en
        yield Title(f"制作{made}", f"The office makes the {name}")
        yield _HAND_OUT
    if not service.automatic:
        yield from _ENDS.get(service.archetype, ())
