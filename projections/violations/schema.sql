CREATE TABLE projections.violations (
    stream      uuid        PRIMARY KEY,
    plate_index bytea       NOT NULL,
    stage       text        NOT NULL,
    occurred_at timestamptz NOT NULL
);
CREATE INDEX ON projections.violations (plate_index, occurred_at DESC);
