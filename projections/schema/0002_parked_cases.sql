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

-- ``state`` no longer repeats what was submitted, so the rows are folded again.
TRUNCATE projections.caseload;
DELETE FROM projections.position WHERE name = 'caseload';
