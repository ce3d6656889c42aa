CREATE TABLE projections.expected (
    stream       uuid    PRIMARY KEY,
    service      text    NOT NULL,
    office       text    NOT NULL,
    open         boolean NOT NULL,
    submitted_on date    NOT NULL,
    slipped      boolean NOT NULL,
    likely_by    date,
    stretches    text    NOT NULL
);
CREATE INDEX ON projections.expected (service, office, submitted_on, stream) WHERE open;

-- How many stretches of a kind began at a place on a day, and how many days later they ended. A
-- stretch that has not ended is told with -1 days. Each counts for its office, and for the
-- province, whose place is empty.
CREATE TABLE projections.expected_figures (
    service  text   NOT NULL,
    what     text   NOT NULL,
    place    text   NOT NULL,
    began_on date   NOT NULL,
    days     bigint NOT NULL,
    ended    text   NOT NULL,
    value    bigint NOT NULL,
    PRIMARY KEY (service, what, place, began_on, days, ended)
);
