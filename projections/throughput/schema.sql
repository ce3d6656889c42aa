CREATE TABLE projections.throughput (
    stream            uuid        PRIMARY KEY,
    service           text        NOT NULL,
    office            text        NOT NULL,
    channel           text        NOT NULL,
    green             boolean     NOT NULL,
    stage             text        NOT NULL,
    submitted_at      timestamptz NOT NULL,
    accept_by         date,
    accepted_at       timestamptz,
    accepted_late     boolean     NOT NULL,
    decide_by         date,
    decided_at        timestamptz,
    decided_late      boolean     NOT NULL,
    refused           boolean     NOT NULL,
    corrections       bigint      NOT NULL,
    corrected_on      date,
    produced_at       timestamptz,
    handed_over_at    timestamptz,
    posts             bigint      NOT NULL,
    returns           bigint      NOT NULL,
    returned_on       date,
    delivered_at      timestamptz,
    delivered_by_post boolean     NOT NULL,
    ended_at          timestamptz
);

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
