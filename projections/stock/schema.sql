CREATE TABLE projections.stock (
    stream      uuid   PRIMARY KEY,
    office      text   NOT NULL,
    kind        text   NOT NULL,
    received    bigint NOT NULL,
    store       bigint NOT NULL,
    used        bigint NOT NULL,
    spoilt      bigint NOT NULL,
    missing     bigint NOT NULL,
    unexplained bigint NOT NULL,
    counted_on  date,
    short       bigint,          -- so many were missing at the last count; below 0 there were more
    used_lately text   NOT NULL  -- how many were used on each of the last days
);
CREATE INDEX ON projections.stock (office);
