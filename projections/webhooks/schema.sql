CREATE TABLE projections.webhooks (
    stream     uuid        PRIMARY KEY,
    partner    text        NOT NULL,
    address    text        NOT NULL,
    stages     bigint      NOT NULL,
    stage      text        NOT NULL,
    reason     text,
    changed_at timestamptz NOT NULL
);
