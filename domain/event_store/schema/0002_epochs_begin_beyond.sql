-- The positions of an epoch stand above this one. A sequence cannot keep it: a transaction
-- that is rolled back leaves its sequence advanced, and the next append would leave a gap.
ALTER TABLE store_epoch ADD COLUMN beyond bigint NOT NULL DEFAULT 0;
