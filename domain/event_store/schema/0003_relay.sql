-- How far the log has been sent to a topic. ``last`` is the position of the last event of each
-- partition up to ``position``, ``offsets`` where the topic has acknowledged it (-1 for none).
CREATE TABLE relay_position (
    topic    text        NOT NULL,
    epoch    integer     NOT NULL,
    position bigint      NOT NULL,
    last     bigint[]    NOT NULL,
    offsets  bigint[]    NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, epoch)
);
