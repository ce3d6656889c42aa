-- The event table is an ordinary one of the eventsourcing library: the columns its
-- recorder selects, no more. Autovacuum keeps its normal settings.
CREATE TABLE stored_events (
    originator_id      uuid   NOT NULL,
    originator_version bigint NOT NULL,
    topic              text   NOT NULL,
    state              bytea  NOT NULL,
    notification_id    bigserial,
    PRIMARY KEY (originator_id, originator_version)
);

CREATE UNIQUE INDEX stored_events_notification_id_idx ON stored_events (notification_id);

CREATE TYPE stored_event_uuid AS (
    originator_id      uuid,
    originator_version bigint,
    topic              text,
    state              bytea
);

-- One row a command that was carried out, written in the transaction of its events:
-- the answer to "did it happen?" after a lost connection.
CREATE TABLE command_log (
    command_id     uuid        PRIMARY KEY,
    request_sha256 bytea       NOT NULL,
    position       bigint      NOT NULL,
    outcome        bytea       NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- An epoch ends when the store is restored or forked: positions of two epochs are
-- never compared.
CREATE TABLE store_epoch (
    epoch             integer     PRIMARY KEY CHECK (epoch > 0),
    opened_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    system_identifier bigint      NOT NULL,
    timeline_id       integer     NOT NULL,
    prev_epoch        integer     REFERENCES store_epoch (epoch),
    prev_last_nid     bigint,
    checkpoint        text,
    reason            text        NOT NULL,
    approved_by       text[]      NOT NULL DEFAULT '{}'
);

INSERT INTO store_epoch (epoch, system_identifier, timeline_id, reason)
SELECT 1, s.system_identifier, c.timeline_id, 'first'
FROM pg_control_system() AS s, pg_control_checkpoint() AS c;
