CREATE TABLE projections.printing (
    stream     uuid PRIMARY KEY,
    case_id    uuid NOT NULL,
    version    int  NOT NULL,
    kind       text NOT NULL,
    office     text NOT NULL,
    stage      text NOT NULL,
    queued_at  timestamptz NOT NULL,
    printed_at timestamptz,       -- the last time
    printed_by text
);
CREATE INDEX ON projections.printing (office, queued_at, stream) WHERE stage = 'waiting';
CREATE INDEX ON projections.printing (office, printed_at) WHERE stage = 'printed';
