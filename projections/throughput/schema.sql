-- What is due is counted of cases that no hold keeps at rest; those that one keeps stand apart.
-- Corrections and returned parcels are counted by their reasons as well.
CREATE TABLE projections.throughput (
    stream       uuid        PRIMARY KEY,
    service      text        NOT NULL,
    channel      text        NOT NULL,
    office       text        NOT NULL,
    green        boolean     NOT NULL,
    stage        text        NOT NULL,
    submitted_at timestamptz NOT NULL,
    submitted_on date        NOT NULL,
    completed_at timestamptz,
    so_far       text        NOT NULL,
    tallies      text        NOT NULL
);
CREATE INDEX ON projections.throughput (submitted_at);
CREATE INDEX ON projections.throughput (completed_at) WHERE completed_at IS NOT NULL;

CREATE TABLE projections.throughput_figures (
    day     date    NOT NULL,
    office  text    NOT NULL,
    service text    NOT NULL,
    channel text    NOT NULL,
    green   boolean NOT NULL,
    measure text    NOT NULL,
    value   bigint  NOT NULL,
    PRIMARY KEY (day, office, service, channel, green, measure)
);

-- Sums of the figures over regions and spans of days, the change of what is in hand among them.
-- Each sum stands in three rows: by region and service, by region alone, and by service alone. What
-- a row is not told by is empty there.
CREATE TABLE projections.throughput_totals (
    by      text   NOT NULL,
    days    bigint NOT NULL,
    first   date   NOT NULL,
    measure text   NOT NULL,
    region  text   NOT NULL,
    service text   NOT NULL,
    value   bigint NOT NULL,
    PRIMARY KEY (by, days, first, measure, region, service)
);
