/* The door of a hall: one tap a person, with a queue of its own, so that a tablet without a
   connection goes on. The queue holds a count, an age and a temperature, and nobody's name.

   Each tap has a number. The server remembers how far a lane is recorded and passes over what it
   has, so a batch whose answer was lost is sent again without harm. A tap says how old it is when it
   is sent, because the clock of a tablet may be wrong. */

const form = document.querySelector("form.door");
const { office, refused } = form.dataset;
const line = form.querySelector("[data-line]");
const verdict = form.querySelector("[data-verdict]");
const KEPT = `hall-${office}-`;
const BATCH = 100;
const AGAIN_MS = 2000;
const AT_MOST_S = 86400;
const OFFICE_ZONE_MS = 8 * 3600 * 1000;
const day = dayNow(form.dataset);

let sending = false;
let lost = false;
let said = "";
const stands = { limit: Number(form.dataset.limit), inside: Number(form.dataset.inside), admitted: Number(form.dataset.admitted), turned_away: Number(form.dataset.away) };
if (day !== form.dataset.day) stands.inside = stands.admitted = stands.turned_away = 0;

/** The day of the office. A page that was kept may have been kept on an earlier one. */
function dayNow({ day: then, now, speed, keptAt }) {
  if (!keptAt) return then;
  const passed = Math.max(0, Date.now() - Number(keptAt)) * Number(speed);
  return new Date(Number(now) + passed + OFFICE_ZONE_MS).toISOString().slice(0, 10);
}

const read = (key) => JSON.parse(localStorage.getItem(key)) ?? { lane: crypto.randomUUID(), last: 0, waiting: [] };
const write = (key, queue) => localStorage.setItem(key, JSON.stringify(queue));
const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(KEPT)).sort();
const waiting = () => keys().reduce((sum, key) => sum + read(key).waiting.length, 0);

/** What is done with the queue is done by one page at a time, also if the tablet shows two. */
const alone = (name, act) => (navigator.locks ? navigator.locks.request(KEPT + name, act) : act());

function show() {
  const kept = waiting();
  line.hidden = false;
  line.classList.toggle("lost", lost || kept > BATCH);
  line.textContent = said || [lost ? line.dataset.lost : "", kept ? `${kept} ${line.dataset.kept}` : lost ? "" : line.dataset.sent].filter(Boolean).join(" · ");
  for (const [name, value] of Object.entries(stands)) {
    for (const place of form.querySelectorAll(`[data-told=${name}]`)) place.textContent = value;
  }
}

function tell(text, yes) {
  verdict.textContent = text;
  verdict.classList.toggle("yes", yes);
  verdict.classList.toggle("no", !yes);
}

/** The same rule as the server's, so whoever stands at the door is told at once. */
function judge(tap) {
  if (tap.act === "leaves") {
    stands.inside = Math.max(0, stands.inside - 1);
    return tell(verdict.dataset.left, true);
  }
  const hot = tap.temperature >= Number(refused);
  const full = stands.limit > 0 && stands.inside >= stands.limit;
  if (tap.masked && !hot && !full) {
    stands.inside += 1;
    stands.admitted += 1;
    return tell(`${verdict.dataset.in} ${(tap.temperature / 10).toFixed(1)}℃`, true);
  }
  stands.turned_away += 1;
  return tell(hot ? verdict.dataset.fever : tap.masked ? verdict.dataset.full : verdict.dataset.mask, false);
}

function pressed(value) {
  if (value === "leaves") return { act: "leaves" };
  if (value === "no-mask") return { act: "comes", masked: false };
  return { act: "comes", masked: true, temperature: Number(value) };
}

async function tapped(value) {
  const tap = pressed(value);
  judge(tap);
  await alone("queue", () => {
    const queue = read(KEPT + day);
    queue.last += 1;
    queue.waiting.push({ ...tap, number: queue.last, at: Date.now() });
    write(KEPT + day, queue);
  });
  show();
  send();
}

function body(key, queue, batch) {
  const age = (at) => Math.min(AT_MOST_S, Math.max(0, Math.round((Date.now() - at) / 1000)));
  const visits = batch.map(({ at, ...tap }) => ({ ...tap, ago_s: age(at) }));
  return new URLSearchParams({ day: key.slice(KEPT.length), lane: queue.lane, visits: JSON.stringify(visits) });
}

async function sendOne(key) {
  const queue = read(key);
  const batch = queue.waiting.slice(0, BATCH);
  if (!batch.length) {
    if (key !== KEPT + day) localStorage.removeItem(key);
    return false;
  }
  const answer = await fetch(form.action, { method: "post", body: body(key, queue, batch), redirect: "error", signal: AbortSignal.timeout(10000) });
  const told = await answer.json();
  said = answer.ok ? "" : told.refused;
  if (!answer.ok) throw new Error(told.refused);
  await alone("queue", () => {
    const after = read(key);
    after.waiting = after.waiting.filter((tap) => tap.number > told.recorded);
    write(key, after);
  });
  // What is still waiting is not in the counts of the server yet.
  if (key === KEPT + day && !read(key).waiting.length) {
    for (const name of Object.keys(stands)) stands[name] = told[name];
  }
  return true;
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    await alone("line", async () => {
      for (const key of keys()) while (await sendOne(key)) show();
    });
    lost = false;
  } catch {
    lost = !said;
  } finally {
    sending = false;
    show();
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  tapped(event.submitter.value);
});
addEventListener("online", send);
setInterval(() => waiting() && send(), AGAIN_MS);
show();
send();
// Once the page was opened, it opens without a connection too. A browser that cannot do that goes on as before.
navigator.serviceWorker?.register(`${location.pathname}/worker.mjs`, { scope: location.pathname }).catch(() => {});
