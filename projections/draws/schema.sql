CREATE TABLE projections.draws (
    stream       uuid        PRIMARY KEY,
    region       text        NOT NULL,
    day          date        NOT NULL,
    commitment   text        NOT NULL,
    committed_at timestamptz NOT NULL,
    opens_at     timestamptz NOT NULL,
    seed         text,
    revealed_at  timestamptz
);

CREATE INDEX draws_by_day ON projections.draws (day, region);
