/* Folds the long parts of a page where there is no room for them. The server sends them open, so
   nothing is lost without this file. A link to a part opens it. */

const narrow = matchMedia("(max-width: 40rem)");

function fold(open) {
  for (const each of document.querySelectorAll("details.fold")) each.open = open;
}

/** Opens whatever hides the part that an address names, and returns the part. */
function reveal(hash) {
  const part = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  for (let each = part?.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  return part;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link) reveal(link.hash);
});
addEventListener("hashchange", () => reveal(location.hash)?.scrollIntoView());
addEventListener("beforeprint", () => fold(true));
narrow.addEventListener("change", () => fold(!narrow.matches));
if (narrow.matches) fold(false);
if (location.hash) reveal(location.hash)?.scrollIntoView();
