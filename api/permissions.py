"""Who may use which route. A route that does not say it keeps the process from starting."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.openapi.models import HTTPBearer
from fastapi.routing import RouteContext, iter_route_contexts
from fastapi.security.base import SecurityBase

from api.bodies import read_ahead
from api.identity import Identity, TokenVerifier, unauthenticated
from api.problems import Problem
from api.security.events import ROLE_REFUSED, TOKEN_MALFORMED
from api.security.log import identified, noted
from domain.people import Role

_BEARER: Final = HTTPBearer(
    bearerFormat="JWT", description="EdDSA or ES256, issued by the identity provider."
)


_INSUFFICIENT: Final = {"www-authenticate": 'Bearer realm="cheguan", error="insufficient_scope"'}


class UndeclaredPermission(Exception):
    """Some routes have no permission. The message lists their paths."""


@dataclass(frozen=True)
class Permission(SecurityBase):
    """A dependency that lets only ``roles`` pass, and gives the route the identity.

    The body is read after it, and before whatever depends on more.
    """

    roles: frozenset[Role]

    scheme_name = "bearer"
    model = _BEARER

    async def __call__(self, request: Request) -> Identity:
        sent = [value for name, value in request.scope["headers"] if name == b"authorization"]
        identity = await self.admit(request.app.state.verifier, sent)
        await read_ahead(request)
        return identity

    async def admit(self, verifier: TokenVerifier, authorization: Sequence[bytes]) -> Identity:
        """Who may pass by the ``authorization`` headers. Raises 401 or 403 for everyone else."""
        identity = await verifier.identify(_bearer_token(authorization))
        return self.checked(identity, _INSUFFICIENT)

    def checked(self, identity: Identity, headers: Mapping[str, str]) -> Identity:
        """Lets the role pass, or raises 403 with ``headers``."""
        identified(identity.actor)
        if identity.actor.role not in self.roles:
            noted(ROLE_REFUSED)
            raise Problem("forbidden", 403, headers=headers)
        return identity


@dataclass(frozen=True)
class Public:
    """A dependency that lets everyone pass, and looks at no token."""

    roles: frozenset[Role] = frozenset()

    async def __call__(self, request: Request) -> None:
        await read_ahead(request)


def require(*roles: Role) -> Permission:
    """The permission of a route for ``roles``: ``Depends(require(Role.CLERK))``."""
    if not roles:
        raise ValueError("a permission names at least one role; an open route says public()")
    return Permission(frozenset(roles))


def public() -> Public:
    """The permission of an open route, such as a page: ``Depends(public())``."""
    return Public()


def permissions(app: FastAPI) -> dict[str, frozenset[Role] | None]:
    """The roles of each route, such as ``"POST /api/v1/cases"``.

    A public route has none, and one that declares nothing has ``None``. If a router and its
    route both name roles, both must be met.
    """
    return {
        f"{method} {context.path}": _roles(context)
        for context in iter_route_contexts(app.routes)
        for method in sorted(context.methods or {"*"})
    }


def check_permissions(app: FastAPI, open_paths: Collection[str] = ()) -> None:
    """Raises :class:`UndeclaredPermission` unless every route of ``app`` declares a permission.

    ``open_paths`` are paths that cannot declare one: static files, and the pages of the
    description of the API.
    """
    missing = sorted(
        route
        for route, roles in permissions(app).items()
        if roles is None and route.partition(" ")[2] not in open_paths
    )
    if missing:
        raise UndeclaredPermission(", ".join(missing))


def _roles(context: RouteContext) -> frozenset[Role] | None:
    dependant: Dependant | None = getattr(context, "dependant", None)
    declared = [] if dependant is None else list(_declared(dependant.dependencies))
    if not declared:
        return None
    closed = [permission.roles for permission in declared if isinstance(permission, Permission)]
    return frozenset.intersection(*closed) if closed else frozenset()


def _declared(dependants: Iterable[Dependant]) -> Iterator[Permission | Public]:
    for dependant in dependants:
        if isinstance(dependant.call, Permission | Public):
            yield dependant.call
        yield from _declared(dependant.dependencies)


def _bearer_token(values: Sequence[bytes]) -> bytes:
    if not values:
        raise unauthenticated("unauthenticated")
    scheme, _, token = values[0].partition(b" ")
    if len(values) > 1 or scheme.lower() != b"bearer":
        noted(TOKEN_MALFORMED)
        raise unauthenticated("token-invalid")
    return bytes(token.strip())
