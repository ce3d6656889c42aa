CREATE TABLE projections.webhook_messages (
    stream     uuid        PRIMARY KEY,
    webhook    uuid        NOT NULL,
    case_id    uuid,
    reached    text,
    stage      text        NOT NULL,
    tries      bigint      NOT NULL,
    failure    text,
    status     bigint,
    written_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    until      timestamptz
);
CREATE INDEX ON projections.webhook_messages (webhook, written_at DESC, stream);
CREATE INDEX ON projections.webhook_messages (webhook, stream) WHERE stage = 'held';
