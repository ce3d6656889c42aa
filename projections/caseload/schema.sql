CREATE TABLE projections.caseload (
    stream        uuid        PRIMARY KEY,
    version       bigint      NOT NULL,
    position      bigint      NOT NULL,
    owner         text        NOT NULL, -- role, subject and issuer of who submitted it
    service       text        NOT NULL,
    office        text        NOT NULL,
    stage         text        NOT NULL,
    open          boolean     NOT NULL,
    held          boolean     NOT NULL,
    green         boolean     NOT NULL,
    consulted     boolean     NOT NULL, -- the register was asked about it
    submitted_at  timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    due_clock     text,
    due_on        date,
    reviewer      text,
    lent_to       text,
    lent_until    date,
    handed_back_by text,
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
CREATE INDEX ON projections.caseload (submitted_at, stream)
    WHERE stage IN ('submitted', 'accepted', 'in_review') AND NOT consulted;
CREATE INDEX ON projections.caseload (service, submitted_at, stream)
    WHERE stage IN ('submitted', 'accepted', 'in_review');
CREATE INDEX ON projections.caseload (owner, stream);
CREATE INDEX ON projections.caseload (id_no_index);
CREATE INDEX ON projections.caseload (plate_index) WHERE plate_index IS NOT NULL;
CREATE INDEX ON projections.caseload (vin_index) WHERE vin_index IS NOT NULL;
CREATE INDEX ON projections.caseload (licence_index) WHERE licence_index IS NOT NULL;
