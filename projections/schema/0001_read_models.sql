-- Read tables. Columns stand in the order of the row types' fields; a test compares them.
CREATE SCHEMA projections;

CREATE TABLE projections.position (
    name      text        NOT NULL,
    feed      text        NOT NULL,
    partition integer     NOT NULL,
    epoch     integer     NOT NULL,
    position  bigint      NOT NULL,
    moved_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, feed, partition, epoch)
);

CREATE TABLE projections.tracking (
    stream       uuid        PRIMARY KEY,
    reference    text        NOT NULL,
    service      text        NOT NULL,
    office       text        NOT NULL,
    stage        text        NOT NULL,
    version      bigint      NOT NULL,
    position     bigint      NOT NULL,
    submitted_at timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    due_clock    text,
    due_on       date,
    item_no      text,
    key_id       uuid        NOT NULL,
    sealed       text        NOT NULL,
    steps        text        NOT NULL
);
CREATE UNIQUE INDEX ON projections.tracking (reference);
CREATE INDEX ON projections.tracking (item_no) WHERE item_no IS NOT NULL;

CREATE TABLE projections.caseload (
    stream        uuid        PRIMARY KEY,
    version       bigint      NOT NULL,
    position      bigint      NOT NULL,
    owner         text        NOT NULL,
    service       text        NOT NULL,
    office        text        NOT NULL,
    stage         text        NOT NULL,
    open          boolean     NOT NULL,
    green         boolean     NOT NULL,
    submitted_at  timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    due_clock     text,
    due_on        date,
    timer_clock   text,
    timer_at      timestamptz,
    reviewer      text,
    id_no_index   bytea       NOT NULL,
    plate_index   bytea,
    vin_index     bytea,
    licence_index bytea,
    state         text        NOT NULL
);
CREATE INDEX ON projections.caseload (office, (NOT green), (coalesce(due_on, 'infinity')), stream)
    WHERE open;
CREATE INDEX ON projections.caseload (due_on) WHERE open;
CREATE INDEX ON projections.caseload (submitted_at) WHERE open;
CREATE INDEX ON projections.caseload (timer_at) WHERE timer_at IS NOT NULL;
CREATE INDEX ON projections.caseload (id_no_index);
CREATE INDEX ON projections.caseload (plate_index) WHERE plate_index IS NOT NULL;
CREATE INDEX ON projections.caseload (vin_index) WHERE vin_index IS NOT NULL;
CREATE INDEX ON projections.caseload (licence_index) WHERE licence_index IS NOT NULL;

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
