CREATE TABLE projections.accesses (
    stream     uuid        PRIMARY KEY,
    case_id    uuid        NOT NULL,
    office     text        NOT NULL,
    times      bigint      NOT NULL,
    last_at    timestamptz NOT NULL,
    looks      text        NOT NULL
);
