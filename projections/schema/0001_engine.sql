-- What the engine itself keeps. The tables of a read model stand in its own folder, are
-- made beside these, and may be thrown away: what was folded before is folded again.
DROP SCHEMA IF EXISTS projections CASCADE;
CREATE SCHEMA projections;

-- How each read model's tables are declared, by the hash of its file, and which they are.
CREATE TABLE projections.declared (
    name   text   PRIMARY KEY,
    sha256 text   NOT NULL,
    tables text[] NOT NULL
);

-- A read model follows one feed: 'store' in partition 0, or 'kafka:TOPIC' in every partition of
-- the topic, each with the offset to go on from (a hint: the links between the records say what
-- is missing), the records dropped as repeated, and the events repaired from the store.
CREATE TABLE projections.position (
    name        text        NOT NULL,
    feed        text        NOT NULL,
    partition   integer     NOT NULL,
    epoch       integer     NOT NULL,
    position    bigint      NOT NULL,
    moved_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    next_offset bigint      NOT NULL DEFAULT 0,
    dropped     bigint      NOT NULL DEFAULT 0,
    repaired    bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (name, feed, partition, epoch)
);

-- A stream with an event that a read model cannot fold is parked for that read model. Its row
-- stays as it was before ``position``; ``waiting`` later events, up to ``last``, are noted.
-- ``error`` is the class of the failure, never its text: texts may be personal.
CREATE TABLE projections.parked (
    projection text        NOT NULL,
    stream     uuid        NOT NULL,
    position   bigint      NOT NULL,
    last       bigint      NOT NULL,
    waiting    bigint      NOT NULL,
    error      text        NOT NULL,
    since      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (projection, stream)
);

-- How often something other than the feed has written a read model: whoever follows the
-- feed and remembers rows begins again from the table when the number has changed.
CREATE TABLE projections.repairs (
    name  text   PRIMARY KEY,
    times bigint NOT NULL
);

-- The position up to which a read model has everything. A partition that has all that was sent
-- to it has everything up to where the relay stands.
CREATE VIEW projections.standing AS
SELECT p.name,
       p.feed,
       p.epoch,
       min(greatest(p.position,
                    CASE WHEN p.position >= r.last[p.partition + 1] THEN r.position END)) AS position,
       max(p.moved_at) AS moved_at
FROM projections.position AS p
     LEFT JOIN relay_position AS r ON p.feed = 'kafka:' || r.topic AND p.epoch = r.epoch
GROUP BY p.name, p.feed, p.epoch;
