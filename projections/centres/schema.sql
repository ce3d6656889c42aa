CREATE TABLE projections.centres (
    stream  uuid   PRIMARY KEY,
    office  text   NOT NULL,
    changes bigint NOT NULL, -- how many events have made the row
    centre  text   NOT NULL,
    means   text   NOT NULL, -- at the end of each day on which something changed
    shifts  text   NOT NULL,
    faults  text   NOT NULL
);
