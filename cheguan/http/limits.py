"""What one connection, one address and all of them together may cost the server."""

from pydantic import BaseModel, Field


class WireLimits(BaseModel, frozen=True):
    """Sizes are bytes, times are seconds. A server of other limits is given another value.

    An address is what :mod:`api.client_address` takes for one place. Behind a proxy all clients
    come from one address, whose limits are then those of all.
    """

    head_bytes: int = Field(default=16_384, ge=512)
    head_lines: int = Field(default=100, ge=2)
    request_line_bytes: int = Field(default=8_192, ge=64)
    head_seconds: float = Field(default=10, gt=0)
    idle_seconds: float = Field(default=30, gt=0)
    unread_seconds: float = Field(default=30, gt=0)
    linger_seconds: float = Field(default=2, gt=0)
    linger_bytes: int = Field(default=1_048_576, ge=0)
    connections: int = Field(default=2_048, ge=1)
    connections_per_address: int = Field(default=512, ge=1)
    held_bytes: int = Field(default=67_108_864, ge=1)
    held_bytes_per_address: int = Field(default=16_777_216, ge=1)
