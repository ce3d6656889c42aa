CREATE TABLE projections.tracking (
    stream       uuid        PRIMARY KEY,
    reference    text        NOT NULL,
    service      text        NOT NULL,
    office       text        NOT NULL,
    stage        text        NOT NULL,
    version      bigint      NOT NULL,
    position     bigint      NOT NULL,
    submitted_at timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    due_clock    text,
    due_on       date,
    at_rest      text        NOT NULL,
    holds        text        NOT NULL,
    item_no      text,
    key_id       uuid        NOT NULL,
    sealed       text        NOT NULL,
    pays         text,
    standing     text        NOT NULL,
    asked        text        NOT NULL,
    decided      text        NOT NULL,
    steps        text        NOT NULL
);
CREATE UNIQUE INDEX ON projections.tracking (reference);
