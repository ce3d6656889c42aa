-- A case at rest has no clock here.
CREATE TABLE projections.timers (
    stream uuid PRIMARY KEY,
    kind   text NOT NULL,
    clock  text,
    at     timestamptz,
    state  text NOT NULL
);
CREATE INDEX ON projections.timers (at, stream) WHERE at IS NOT NULL;
