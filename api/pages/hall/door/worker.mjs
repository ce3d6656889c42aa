/* Keeps the page of the door, so that a tablet that has opened it once opens it without a connection.

   The kept page is the last one that came, with the files that it names. It says when it was kept.
   It holds the counts of a day and nobody's name. What is typed is the matter of door.mjs: nothing
   that is sent passes here. */

const VERSION = "{version}";
const PAGE = new URL("../door", location.href).pathname;
const CACHE = `${PAGE} ${VERSION}`;
const SLOW_MS = 8000;

async function keep(answer) {
  const text = await answer.text();
  if (!answer.ok || answer.redirected || !text.includes('<form class="door"')) throw new Error("not the page of the door");
  const cache = await caches.open(CACHE);
  for (const [, file] of text.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)) {
    if (!(await cache.match(file))) await cache.add(file);
  }
  const html = text.replace('<form class="door"', `<form class="door" data-kept-at="${Date.now()}"`);
  await cache.put(PAGE, new Response(html, { headers: answer.headers }));
}

const kept = (path) => caches.match(path, { cacheName: CACHE });
const late = () => new Promise((_, no) => setTimeout(no, SLOW_MS));

async function page(event) {
  const before = await kept(PAGE);
  try {
    const coming = fetch(event.request);
    const answer = await (before ? Promise.race([coming, late()]) : coming);
    if (answer.ok) event.waitUntil(keep(answer.clone()).catch(() => {}));
    return answer.status >= 500 && before ? before : answer;
  } catch {
    return before ?? Response.error();
  }
}

addEventListener("install", (event) => event.waitUntil(fetch(PAGE).then(keep).then(() => skipWaiting())));

addEventListener("activate", (event) => {
  const old = async () => {
    for (const name of await caches.keys()) if (name.startsWith(`${PAGE} `) && name !== CACHE) await caches.delete(name);
  };
  event.waitUntil(old());
});

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate" && pathname === PAGE) event.respondWith(page(event));
  else if (pathname.startsWith("/static/")) event.respondWith(kept(pathname).then((file) => file ?? fetch(event.request)));
});
