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
    consulted_at  timestamptz,                    -- what the register said is as of then
    approved_at   timestamptz,                    -- when its outcome last went to the register
    posted_at     timestamptz,                    -- when it was last handed to the carrier
    submitted_at  timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    due_clock     text,
    due_on        date,
    handler       text,                 -- the officer who answers for it
    reviewer      text,
    lent_to       text,
    lent_until    date,
    handed_back_by text,
    warned        text,                 -- how near its day was when somebody was told of it last
    answered_by   date,                 -- the day by which it will be done, as he said
    "window"      text,                 -- the office whose window the case needs
    held_by       text        NOT NULL,
    released_by   text        NOT NULL,
    id_no_index   bytea       NOT NULL,
    plate_index   bytea,
    vin_index     bytea,
    licence_index bytea,
    vehicle       uuid,                 -- its record in the register
    licence       uuid,
    permit        uuid,
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
CREATE INDEX ON projections.caseload ((coalesce(due_on, 'infinity')), stream)
    WHERE stage IN ('accepted', 'in_review') AND handler IS NULL;
CREATE INDEX ON projections.caseload (consulted_at) WHERE stage = 'in_review';
CREATE INDEX ON projections.caseload (vehicle) WHERE stage = 'in_review' AND vehicle IS NOT NULL;
CREATE INDEX ON projections.caseload (licence) WHERE stage = 'in_review' AND licence IS NOT NULL;
CREATE INDEX ON projections.caseload (vehicle, submitted_at) WHERE vehicle IS NOT NULL;
CREATE INDEX ON projections.caseload (licence, submitted_at) WHERE licence IS NOT NULL;
CREATE INDEX ON projections.caseload (permit, submitted_at) WHERE permit IS NOT NULL;
CREATE INDEX ON projections.caseload (approved_at) WHERE approved_at IS NOT NULL;
CREATE INDEX ON projections.caseload (office, posted_at) WHERE posted_at IS NOT NULL;
CREATE INDEX ON projections.caseload ((left("window", 4)), stream) WHERE "window" IS NOT NULL;
CREATE INDEX ON projections.caseload (owner, stream);
CREATE INDEX ON projections.caseload (id_no_index);
CREATE INDEX ON projections.caseload (plate_index) WHERE plate_index IS NOT NULL;
CREATE INDEX ON projections.caseload (vin_index) WHERE vin_index IS NOT NULL;
CREATE INDEX ON projections.caseload (licence_index) WHERE licence_index IS NOT NULL;

-- Holds of closed windows, by the decision that closed them, and those of them that ended.
CREATE TABLE projections.caseload_figures (
    decision text   NOT NULL,
    what     text   NOT NULL,
    value    bigint NOT NULL,
    PRIMARY KEY (decision, what)
);
