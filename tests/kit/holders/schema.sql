CREATE TABLE projections.holders (
    stream   uuid   PRIMARY KEY,
    version  bigint NOT NULL,
    position bigint NOT NULL,
    kind     text   NOT NULL,
    holder   uuid,
    takings  bigint NOT NULL
);

CREATE TABLE projections.holders_figures (
    kind  text    NOT NULL,
    held  boolean NOT NULL,
    value bigint  NOT NULL,
    PRIMARY KEY (kind, held)
);
