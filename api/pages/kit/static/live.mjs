/* Keeps what is marked with data-live up to date, and leaves the rest of the page as it is: what
   was typed, what is open, where it is scrolled to, and what has the focus.

   The server says when something has moved (an event carries a position and no content); then the
   page asks for its own live parts. When the line is lost, the last data stays, a banner says of
   when it is, and the page tries again by itself. Where no line can be had, it asks now and then. */

const banner = document.querySelector("[data-lost]");
const { stream, parts, every } = banner.dataset;
const again = document.querySelector("form[data-again]");
const GAP_MS = Number(every);
const AGAIN_MS = [1000, 2000, 5000];
const SILENT_MS = 25000;
const KEPT = new Set(["open", "aria-busy"]); // these are the reader's

let source = null;
let failures = 0;
let trying = 0;
let heard = 0;
let asking = false;
let wanted = false;
let asked = 0;

/** What an element is known by among its siblings: a line of a list is the same case if it moves. */
const known = (node) => node.id || node.dataset?.key;

function attributes(old, fresh) {
  for (const { name, value } of fresh.attributes) {
    if (!KEPT.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !KEPT.has(name)) old.removeAttribute(name);
  }
}

/** Puts each fresh child where it belongs. One that is known keeps its element, and its focus. */
function children(old, fresh) {
  const stay = new Set([...fresh.children].map(known));
  [...old.children].filter((node) => known(node) && !stay.has(known(node))).forEach((node) => node.remove());
  const there = new Map([...old.children].filter(known).map((node) => [known(node), node]));
  let place = old.firstChild;
  for (const node of fresh.childNodes) {
    const key = known(node);
    const same = key ? there.get(key) : place && !known(place) ? place : null;
    if (same?.nodeName !== node.nodeName) {
      old.insertBefore(node.cloneNode(true), place);
      continue;
    }
    if (same === place) place = place.nextSibling;
    else old.insertBefore(same, place);
    if (node.nodeType === Node.ELEMENT_NODE) become(same, node);
    else if (same.nodeValue !== node.nodeValue) same.nodeValue = node.nodeValue;
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function become(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  attributes(old, fresh);
  children(old, fresh);
}

function inTouch() {
  heard = Date.now();
  banner.querySelector("time").textContent = new Date().toLocaleTimeString("zh-CN", {
    hour12: false,
    timeZone: "Asia/Shanghai",
  });
}

function told(lost) {
  banner.hidden = !lost;
  document.documentElement.classList.toggle("is-stale", lost);
}

async function fetched() {
  const how = { headers: { accept: "text/html" }, signal: AbortSignal.timeout(10000) };
  if (again) return fetch(again.action, { ...how, method: "post", body: new URLSearchParams(new FormData(again)) });
  return fetch(parts || location.href, { ...how, cache: "no-cache" });
}

/** Brings the live parts up to date. What is asked meanwhile is asked once more at the end. */
async function bring() {
  wanted = true;
  if (asking || document.hidden) return;
  asking = true;
  try {
    while (wanted) {
      const early = asked + GAP_MS - Date.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      wanted = false;
      asked = Date.now();
      const answer = await fetched();
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live]")) {
        const fresh = page.getElementById(part.id);
        if (!fresh || part.isEqualNode(fresh)) continue;
        const focused = document.activeElement;
        become(part, fresh);
        // An element that moves loses the focus, wherever it moves to.
        if (focused !== document.activeElement) focused.focus({ preventScroll: true });
        const moved = document.querySelector("[data-moved]");
        if (moved) moved.hidden = false;
      }
      inTouch();
      told(false);
      document.dispatchEvent(new Event("brought"));
    }
  } catch {
    told(true);
  } finally {
    asking = false;
  }
}

function lost() {
  source?.close();
  source = null;
  told(true);
  const wait = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)];
  failures += 1;
  clearTimeout(trying);
  trying = setTimeout(listen, wait * (0.8 + 0.4 * Math.random()));
  if (failures > 1) bring();
}

function listen() {
  const opened = new EventSource(stream);
  source = opened;
  opened.onopen = () => {
    failures = 0;
    inTouch();
    if (!banner.hidden) bring();
  };
  opened.onmessage = () => {
    inTouch();
    bring();
  };
  opened.addEventListener("beat", inTouch);
  opened.addEventListener("lost", () => told(true));
  opened.onerror = () => source === opened && lost();
}

setInterval(() => {
  if (source && Date.now() - heard > SILENT_MS) lost();
}, 1000);
document.addEventListener("visibilitychange", () => {
  if (wanted) bring();
});
addEventListener("offline", lost);
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => event.persisted && listen());
inTouch();
listen();
