CREATE TABLE projections.lengths (
    stream uuid   PRIMARY KEY,
    events bigint NOT NULL,
    first  text   NOT NULL
);
