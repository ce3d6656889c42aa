// node emmett.mjs URL CLIENTS SECONDS BODY: appends, one event to a new stream each, from
// CLIENTS at once in this one process, until SECONDS are over; then one line of JSON.

import { readFileSync } from "node:fs";
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";

const [url, clients, seconds, file] = process.argv.slice(2);
const data = JSON.parse(readFileSync(file, "utf8"));
const store = getPostgreSQLEventStore(url);
const latencies = [];

async function append() {
  const asked = performance.now();
  await store.appendToStream(
    `case-${crypto.randomUUID()}`,
    [{ type: "CaseSubmitted", data }],
    { expectedStreamVersion: "STREAM_DOES_NOT_EXIST" },
  );
  latencies.push((performance.now() - asked) / 1000);
}

await append(); // makes the tables
latencies.length = 0;
const started = performance.now();
const until = started + Number(seconds) * 1000;

async function client() {
  while (performance.now() < until) await append();
}

await Promise.all(Array.from({ length: Number(clients) }, client));
const took = (performance.now() - started) / 1000;
await store.close();
console.log(JSON.stringify({ seconds: took, latencies }));
