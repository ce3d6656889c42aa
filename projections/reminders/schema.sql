CREATE TABLE projections.reminders (
    stream     uuid        PRIMARY KEY,
    record     uuid        NOT NULL,
    topic      text        NOT NULL,
    office     text        NOT NULL,
    last_on    date        NOT NULL,
    stage      text        NOT NULL,
    until      date,
    reason     text,
    relief     text        NOT NULL,
    reachable  boolean     NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ON projections.reminders (record, topic, last_on);
CREATE INDEX ON projections.reminders (until) WHERE stage = 'put_off';
CREATE INDEX ON projections.reminders (office, changed_at DESC);
