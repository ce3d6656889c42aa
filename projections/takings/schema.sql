CREATE TABLE projections.takings (
    stream    uuid PRIMARY KEY,
    charge    text NOT NULL,
    movements text NOT NULL
);

-- Amounts in fen, by the day on which they were recorded.
CREATE TABLE projections.takings_figures (
    day    date   NOT NULL,
    office text   NOT NULL,
    charge text   NOT NULL,
    kind   text   NOT NULL,
    value  bigint NOT NULL,
    PRIMARY KEY (day, office, charge, kind)
);
CREATE INDEX ON projections.takings_figures (office, day) WHERE kind IN ('by_post', 'paid_over');
