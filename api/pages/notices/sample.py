"""``/notices/sample``: one text as a telephone shows it, and a sample to one's own (ADR 96)."""

from contextlib import suppress
from typing import Annotated, Final
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import request_by, required_key
from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from api.resource import OFFICIALS
from domain.case.case import CASE
from domain.case.notice_example import NoticeExample
from domain.door.refusals import NotFound
from domain.identifiers import mobile
from domain.keyring import KeyErased, Keyring
from domain.notice_samples.commands import AskForNoticeSample
from domain.notice_samples.kinds import SampleLanguage
from domain.notice_samples.notice_samples import NOTICE_SAMPLES
from domain.notice_samples.state import NUMBER, NoticeSamples, samples_of
from domain.notice_samples.texts import example_of, examples, sample_text
from domain.refusal import Refusal
from domain.vault import DataKey, seal

PATH: Final = "/notices/sample"

Officer = Annotated[Identity, Depends(PagePermission(OFFICIALS))]

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def preview(
    desk: TheDesk,
    identity: Officer,
    viewer: TheViewer,
    step: str = "",
    language: str = "",
    done: str = "",
) -> Response:
    """The text of one step with invented values, and what became of the last sample."""
    example = example_of(step) or next(examples())
    return await _shown(desk, identity, viewer, example, _language(language), done=done == "yes")


@router.post(PATH)
async def send(request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """Has it sent to the number that the identity provider has verified, and to no other."""
    sent = await fields(request)
    example, language = example_of(sent.get("step", "")), _language(sent.get("language", ""))
    key = required_key(sent.get("key"))
    if example is None or identity.mobile is None:
        raise Problem("bad-request", 400)
    if desk.codes is None:
        raise Problem("sms-unavailable", 503)
    stream = samples_of(identity.actor.person)
    command = await _asking(desk, identity, example.name, language)
    wanted = msgspec.json.encode((example.name, language))
    by = request_by(identity, stream=stream, name=AskForNoticeSample.__name__, body=wanted, key=key)
    try:
        doing = desk.door.handle(NOTICE_SAMPLES, stream, command, by)
        await carried_out(desk, by.command_id, doing)
    except Refusal as refused:
        why: Problem = request.app.state.problems.of(refused)
        return await _shown(desk, identity, viewer, example, language, why)
    return RedirectResponse(f"{PATH}?step={example.name}&language={language}&done=yes", 303)


async def _asking(
    desk: Desk, identity: Identity, step: str, language: SampleLanguage
) -> AskForNoticeSample:
    """One key seals all samples of an official."""
    assert identity.mobile is not None
    last, stream = await _last(desk, identity), samples_of(identity.actor.person)
    key = await _key(desk.keyring, last.key_id if last else None)
    sealed = {NUMBER: seal(key, stream, NUMBER, identity.mobile.encode())}
    return AskForNoticeSample(step=step, language=language, key_id=key.id, sealed=sealed)


async def _key(keyring: Keyring, known: UUID | None) -> DataKey:
    """The key of his earlier samples, or a new one, also where that was erased."""
    if known is not None:
        with suppress(KeyErased):
            return await keyring.key(known)
    return await keyring.new_key()


def _language(code: str) -> SampleLanguage:
    return next((each for each in SampleLanguage if each == code), SampleLanguage.BOTH)


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    example: NoticeExample,
    language: SampleLanguage,
    why: Problem | None = None,
    *,
    done: bool = False,
) -> Response:
    last = await _last(desk, identity)
    return render(
        viewer,
        "notices/sample.html",
        why.status if why else 200,
        example=example,
        language=language,
        text=sample_text(example.text, language),
        steps=[(each.name, each.step.text(viewer.language)) for each in examples()],
        languages=[(each.value, each.text(viewer.language)) for each in SampleLanguage],
        own_number=mobile.mask(identity.mobile) if identity.mobile else None,
        can_send=desk.codes is not None,
        key=str(uuid4()),
        last=last,
        last_step=CASE.words.events.get(last.step) if last else None,
        done=done,
        why=why,
    )


async def _last(desk: Desk, identity: Identity) -> NoticeSamples | None:
    """The samples of the official, if there are any."""
    try:
        stream = samples_of(identity.actor.person)
        opened, _ = await desk.door.open(NOTICE_SAMPLES, stream, identity.actor)
    except NotFound:
        return None
    return opened.state
