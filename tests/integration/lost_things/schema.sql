CREATE TABLE projections.lost_things (
    stream  uuid   PRIMARY KEY,
    version bigint NOT NULL,
    office  text   NOT NULL,
    what    text   NOT NULL,
    stage   text   NOT NULL,
    shelf   text   NOT NULL
);
CREATE INDEX ON projections.lost_things (office, stream);

CREATE TABLE projections.lost_things_figures (
    office text   NOT NULL,
    stage  text   NOT NULL,
    value  bigint NOT NULL,
    PRIMARY KEY (office, stage)
);
