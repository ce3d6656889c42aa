CREATE TABLE projections.shining (
    stream  uuid   PRIMARY KEY,
    version bigint NOT NULL,
    colour  text
);

CREATE TABLE projections.shining_figures (
    colour text   PRIMARY KEY,
    value  bigint NOT NULL
);
