-- What a worker has tried in vain steps aside, so that whatever stands behind it is served. It is
-- tried again at ``again_at``. ``task`` is what was tried: when something else is to be done with
-- the stream, that is new work. Beside the events, like what reactions have postponed: a read
-- model that is folded again must not forget how often something has failed.
CREATE TABLE set_aside (
    worker   text        NOT NULL,
    stream   uuid        NOT NULL,
    task     text        NOT NULL,
    why      text        NOT NULL,
    tries    integer     NOT NULL DEFAULT 1,
    since    timestamptz NOT NULL DEFAULT clock_timestamp(),
    again_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '2 seconds',
    PRIMARY KEY (worker, stream)
);
