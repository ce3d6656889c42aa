/* Lets hands stay on the keyboard. A key stands beside what it does, in data-hotkey; rows are walked
   through with j and k. It never fires while somebody types, nor with Ctrl, Alt or Meta. */

const TYPED = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

const rows = () => [...document.querySelectorAll("[data-row]")];

/** Moves to the row after the one in focus, or before it. Without one it begins at the first. */
function walk(by) {
  const all = rows();
  const at = all.findIndex((row) => row.closest("tr").contains(document.activeElement));
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  return Boolean(next);
}

function tick() {
  const row = document.activeElement?.closest("tr");
  const box = row?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

/** Goes where a key stands: into a field, through a link or a button, or into what unfolds. */
function press(key) {
  const found = [...document.querySelectorAll("[data-hotkey]")].find((e) => e.dataset.hotkey === key);
  if (!found) return false;
  if (found.matches("input")) found.focus();
  else found.click();
  if (found.matches("summary") && found.parentElement.open) {
    const first = "select, textarea, input:not([type=hidden]), button";
    found.parentElement.querySelector(first)?.focus();
  }
  return true;
}

function help() {
  const dialog = document.getElementById("keys");
  if (!dialog) return false;
  if (dialog.open) dialog.close();
  else dialog.showModal();
  return true;
}

const walked = (by) => document.activeElement?.closest("tr")?.querySelector("[data-row]") && walk(by);
const MEANING = {
  "?": help,
  j: () => walk(1),
  k: () => walk(-1),
  x: tick,
  ArrowDown: () => walked(1),
  ArrowUp: () => walked(-1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.closest?.(TYPED)) return;
  if (document.querySelector("dialog[open]") && event.key !== "?") return;
  const meant = MEANING[event.key] ?? (() => press(event.key));
  if (meant()) event.preventDefault();
});
