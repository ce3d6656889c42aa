"""The application: routes, gate and problems, put together."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import Any, Final

from fastapi import FastAPI
from starlette.types import ASGIApp

from api import answers, express
from api.dependencies import APPLICANTS
from api.desk import Desk
from api.gate import Gate
from api.limits import Limits
from api.openapi.document import describe
from api.pages.all_pages import PAGES
from api.permissions import check_permissions, require
from api.resource import API, Resource
from api.resource_routes import router_of
from api.routers import (
    applications,
    audit,
    batch,
    callbacks,
    carrier_callbacks,
    case_documents,
    caseload,
    centre_statistics,
    charges,
    codes,
    commands,
    deadlines,
    decision_preview,
    demo_clock,
    description,
    documents,
    enquiries,
    enquiry_statistics,
    exam_ranks,
    exam_statistics,
    examinations,
    fine_statistics,
    hall_statistics,
    health,
    improvement_statistics,
    live,
    next_case,
    number_choice,
    number_statistics,
    one_time_codes,
    openings,
    own_applications,
    own_views,
    pages,
    parcel_statistics,
    parcels,
    published_draws,
    reveal,
    seat_days,
    services,
    statistics,
    submissions,
    supervision_statistics,
    tracking,
    treasury,
    window_cases,
    window_statistics,
)
from api.signpost import Signpost
from api.throttle import Throttle
from domain.aggregate import Aggregate

_DESCRIPTION: Final = (
    "河南省车辆管理所网上业务：提交申请、查询进度、受理审核、寄递和统计。"
    "差错均按 RFC 9457 返回，语言由 Accept-Language 决定；使用指南见 /reference。\n\n"
    "Case processing for the vehicle-and-driver offices of Henan province: apply, track, decide, "
    "post and count. Errors are problems of RFC 9457 in Chinese or English by Accept-Language; "
    "the guides stand at /reference."
)

Opening = Callable[[], AbstractAsyncContextManager[Desk]]


def create_app(
    limits: Limits,
    opening: Opening,
    *,
    aggregates: Sequence[Aggregate[Any]],
    resources: Sequence[Resource[Any]],
) -> ASGIApp:
    """Makes the application, with the gate and the limits of each client in front."""
    return guarded(application(opening, aggregates=aggregates, resources=resources), limits)


def application(
    opening: Opening,
    *,
    aggregates: Sequence[Aggregate[Any]],
    resources: Sequence[Resource[Any]],
) -> FastAPI:
    """Makes the routes. ``opening`` gives their desk while the application runs.

    The refusals of ``aggregates`` are told in their words; ``resources`` are reached by routes.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with opening() as desk:
            app.state.desk, app.state.verifier = desk, desk.verifier
            yield

    app = FastAPI(
        title="Cheguan API",
        version="1",
        summary="车管：河南省机动车和驾驶人业务 · Vehicle and driver business of Henan",
        openapi_url=None,
        description=_DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    for module in (
        batch,
        submissions,
        own_applications,
        own_views,
        applications,
        number_choice,
        tracking,
        services,
        caseload,
        next_case,
        reveal,
        documents,
        case_documents,
        parcel_statistics,
        parcels,
        decision_preview,
        enquiries,
        enquiry_statistics,
        exam_ranks,
        exam_statistics,
        examinations,
        fine_statistics,
        treasury,
        centre_statistics,
        hall_statistics,
        improvement_statistics,
        window_statistics,
        number_statistics,
        supervision_statistics,
        statistics,
        codes,
        openings,
        published_draws,
        seat_days,
        audit,
        commands,
        deadlines,
        demo_clock,
        one_time_codes,
        window_cases,
        callbacks,
        carrier_callbacks,
        charges,
    ):
        app.include_router(module.router, prefix=API)
    app.include_router(one_time_codes.demo_router, prefix=API)
    for resource in resources:
        app.include_router(router_of(resource), prefix=API)
    app.include_router(health.router)
    app.include_router(description.router)
    app.include_router(live.router)
    for router in pages.ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.state.pages = PAGES
    app.state.resources = tuple(resources)
    answers.install(app, aggregates)
    app.openapi = partial(describe, app)  # type: ignore[method-assign]  # FastAPI's own hook
    check_permissions(app)
    app.router.middleware_stack = Signpost(app.router)
    return app


def guarded(app: FastAPI, limits: Limits) -> ASGIApp:
    """Puts the gate, and the limits of each client, in front of an application."""
    gate = Gate(
        express.Express(app, submissions.submission, require(*APPLICANTS)),
        body_limit=limits.body_limit,
        body_seconds=limits.body_seconds,
        upload=limits.upload,
        bulk_paths={batch.PATH},
        form_paths=pages.FORM_PATHS,
        form_folders=pages.FORM_FOLDERS,
        unread_paths={express.PATH, callbacks.PATH, *carrier_callbacks.PATHS},
        file_paths={documents.PATH},
        file_form_paths=pages.FILE_FORM_PATHS,
        files=limits.files,
    )
    return Throttle(gate, app, limits.rates)
