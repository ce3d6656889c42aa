-- How far each reaction has come. It stands beside the events and the command log, not among
-- the read models: it says which commands were given, and is restored together with them.
--
-- Everything that follows from events up to ``position`` is carried out or postponed. While a
-- reaction to one cause at many streams is under way, ``cause`` is the cause's position,
-- ``target`` the last stream it has come to, and ``done`` counts them, of ``targets``.
-- ``stopped`` is why a reaction stands still: a refusal that nobody has foreseen.
CREATE TABLE reaction_position (
    name     text        PRIMARY KEY,
    epoch    integer     NOT NULL,
    position bigint      NOT NULL DEFAULT 0,
    cause    bigint,
    target   uuid,
    done     bigint      NOT NULL DEFAULT 0,
    targets  bigint      NOT NULL DEFAULT 0,
    stopped  text,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What was refused and is tried again, and what waits behind it for the same stream. Nobody
-- tries what has no ``again_at`` until an operator says so.
CREATE TABLE reaction_postponed (
    name     text        NOT NULL,
    target   uuid        NOT NULL,
    cause    bigint      NOT NULL,
    refusal  text        NOT NULL,
    tries    integer     NOT NULL DEFAULT 0,
    since    timestamptz NOT NULL DEFAULT clock_timestamp(),
    again_at timestamptz DEFAULT clock_timestamp() + interval '1 second',
    PRIMARY KEY (name, target, cause)
);
