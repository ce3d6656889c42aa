/* Counts the seconds down beside the instant that the server has written, and says when they are
   over. The server says how much is left and how fast its clock runs, so the clock of whoever
   looks does not matter. */

const began = performance.now();
const chinese = document.documentElement.lang.startsWith("zh");

function tick() {
  for (const each of document.querySelectorAll("[data-left]")) {
    const left = Number(each.dataset.left) - (performance.now() - began) * Number(each.dataset.speed);
    const seconds = Math.max(0, Math.ceil(left / 1000));
    const shown = seconds < 120 ? seconds : Math.ceil(seconds / 60);
    const unit = seconds < 120 ? (chinese ? "秒" : "s") : chinese ? "分钟" : "min";
    each.querySelector("[data-seconds]").textContent = chinese ? `，还剩 ${shown} ${unit}` : `, ${shown} ${unit} left`;
    if (left > 0) continue;
    for (const over of document.querySelectorAll("[data-over]")) over.hidden = false;
    for (const gone of document.querySelectorAll("[data-until-over]")) gone.disabled = true;
    clearInterval(ticking);
  }
}

const ticking = setInterval(tick, 1000);
tick();
addEventListener("pageshow", (event) => event.persisted && location.reload());
