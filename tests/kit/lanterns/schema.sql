CREATE TABLE projections.hung (
    stream  uuid   PRIMARY KEY,
    version bigint NOT NULL
);
