-- What came of folding everything again: each time a row, with the differences as JSON.
CREATE TABLE projections.proofs (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    ended_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    position    bigint      NOT NULL,
    rows        bigint      NOT NULL,
    figures     bigint      NOT NULL,
    parked      bigint      NOT NULL,
    seconds     bigint      NOT NULL,
    differences text        NOT NULL
);
