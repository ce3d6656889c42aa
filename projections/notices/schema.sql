CREATE TABLE projections.notices (
    stream     uuid        PRIMARY KEY,
    case_id    uuid,
    version    bigint      NOT NULL,
    step       text        NOT NULL,
    office     text        NOT NULL,
    addressee  text        NOT NULL,
    stage      text        NOT NULL,
    channel    text,
    provider   text,
    round      bigint      NOT NULL,
    written_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    until      timestamptz,
    reason     text,
    reminder   uuid
);
CREATE INDEX ON projections.notices (case_id, version);
CREATE INDEX ON projections.notices (office, written_at DESC);
CREATE INDEX ON projections.notices (changed_at) WHERE stage = 'handed_over';
