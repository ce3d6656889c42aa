CREATE TABLE projections.parcels (
    stream         uuid PRIMARY KEY,
    of_case        uuid    NOT NULL,
    posting        bigint  NOT NULL,
    office         text    NOT NULL,
    destination    text    NOT NULL,
    item_no        text    NOT NULL,
    carrier        text    NOT NULL,
    manifest       text    NOT NULL,
    stage          text    NOT NULL,
    irregular      boolean NOT NULL,
    hand_over_by   date,
    handed_over_at timestamptz,
    expected_by    date,
    standing       text    NOT NULL,
    counted        text    NOT NULL
);
CREATE INDEX ON projections.parcels (of_case, posting);
CREATE INDEX ON projections.parcels (office, stage);
CREATE INDEX ON projections.parcels (office, hand_over_by) WHERE irregular;

-- What happened on a day is counted on that day for ever, by the sending office and the county.
CREATE TABLE projections.parcels_figures (
    day     date   NOT NULL,
    office  text   NOT NULL,
    county  text   NOT NULL,
    measure text   NOT NULL,
    value   bigint NOT NULL,
    PRIMARY KEY (day, office, county, measure)
);
