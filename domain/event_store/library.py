"""The settings by which a stock application of the eventsourcing library opens our store."""

from urllib.parse import parse_qs, unquote, urlsplit


def environment(url: str) -> dict[str, str]:
    """The variables for ``eventsourcing.application.Application(env=...)``.

    Only our migrations make tables, and appends through database functions stay off.
    """
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "MAPPER_TOPIC": "domain.event_store.mapper:EnvelopeMapper",
        "APPLICATION_RECORDER_TOPIC": "domain.event_store.recorder:OrderedRecorder",
        "CREATE_TABLE": "n",
        "POSTGRES_DBNAME": parts.path.removeprefix("/"),
        "POSTGRES_HOST": query.get("host", [unquote(parts.hostname or "")])[0],
        "POSTGRES_PORT": query.get("port", [str(parts.port or 5432)])[0],
        "POSTGRES_USER": unquote(parts.username or ""),
        "POSTGRES_PASSWORD": unquote(parts.password or ""),
        "POSTGRES_CONNECT_TIMEOUT": "1",
        "POSTGRES_LOCK_TIMEOUT": "2",
        "POSTGRES_POOL_SIZE": "1",
    }
