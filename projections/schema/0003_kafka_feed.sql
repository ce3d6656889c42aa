-- A read model follows one feed: 'store' in partition 0, or 'kafka:TOPIC' in every partition of
-- the topic, each with the offset to go on from (a hint: the links between the records say what
-- is missing), the records dropped as repeated, and the events repaired from the store.
ALTER TABLE projections.position
    ADD COLUMN next_offset bigint NOT NULL DEFAULT 0,
    ADD COLUMN dropped     bigint NOT NULL DEFAULT 0,
    ADD COLUMN repaired    bigint NOT NULL DEFAULT 0;

-- The position up to which a read model has everything. A partition that has all that was sent
-- to it has everything up to where the relay stands.
CREATE VIEW projections.standing AS
SELECT p.name,
       p.feed,
       p.epoch,
       min(greatest(p.position,
                    CASE WHEN p.position >= r.last[p.partition + 1] THEN r.position END)) AS position,
       max(p.moved_at) AS moved_at
FROM projections.position AS p
     LEFT JOIN relay_position AS r ON p.feed = 'kafka:' || r.topic AND p.epoch = r.epoch
GROUP BY p.name, p.feed, p.epoch;
