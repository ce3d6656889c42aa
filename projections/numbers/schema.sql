CREATE TABLE projections.numbers (
    stream     uuid PRIMARY KEY,
    prefix     text NOT NULL,
    plate_kind text NOT NULL,
    stage      text NOT NULL
);

-- What was offered is free again without an event, so it counts as free.
CREATE TABLE projections.numbers_figures (
    prefix     text   NOT NULL,
    plate_kind text   NOT NULL,
    stage      text   NOT NULL,
    value      bigint NOT NULL,
    PRIMARY KEY (prefix, plate_kind, stage)
);
