-- A case at rest has no clock here.
CREATE TABLE projections.timers (
    stream uuid PRIMARY KEY,
    kind   text NOT NULL,
    clock  text,
    at     timestamptz,
    state  text NOT NULL
);
CREATE INDEX ON projections.timers (at, stream) WHERE at IS NOT NULL;
-- What a relief has moved is asked for by everybody, and is a small part of all.
CREATE INDEX ON projections.timers (stream) WHERE state LIKE '%"extended":[{%';
