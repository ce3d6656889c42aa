CREATE TABLE projections.halls (
    stream uuid    PRIMARY KEY,
    office text    NOT NULL,
    day    date    NOT NULL,
    hall   text    NOT NULL,
    opened boolean NOT NULL,
    hours  text    NOT NULL
);

CREATE INDEX halls_by_day ON projections.halls (day, office);

-- The hour is that of the office's clock, and -1 for what belongs to none. What a tablet told of
-- after the day counts on the day on which it did.
CREATE TABLE projections.halls_figures (
    day    date   NOT NULL,
    office text   NOT NULL,
    name   text   NOT NULL,
    hour   bigint NOT NULL,
    value  bigint NOT NULL,
    PRIMARY KEY (day, office, name, hour)
);
