/* The clock of a wall, and how old its data is. Whatever is shown comes from the server: the clock
   goes on from there, as fast as the server says. */

const began = performance.now();
let seen = "";
let since = began;
let brought = began;

function tick() {
  const clock = document.querySelector("[data-clock]");
  if (seen !== clock.dataset.clock) {
    seen = clock.dataset.clock;
    since = performance.now();
  }
  const now = Number(seen) + (performance.now() - since) * Number(clock.dataset.speed);
  const shown = new Date(now).toLocaleTimeString("zh-CN", { hour12: false, timeZone: "Asia/Shanghai" });
  // The seconds of a town whose clock runs a hundred times as fast can be read by nobody.
  clock.querySelector(".hour").textContent = clock.dataset.speed === "1" ? shown : shown.slice(0, 5);
  const aged = document.querySelector("[data-aged]");
  if (aged) {
    const seconds = Math.floor(Number(aged.dataset.aged) + (performance.now() - brought) / 1000);
    const chinese = document.documentElement.lang.startsWith("zh");
    const minutes = Math.floor(seconds / 60);
    if (chinese) aged.textContent = minutes ? `${minutes} 分钟前` : `${seconds} 秒前`;
    else aged.textContent = minutes ? `${minutes} min ago` : `${seconds} s ago`;
  }
}

document.addEventListener("brought", () => {
  brought = performance.now();
  tick();
});
setInterval(tick, 1000);
tick();
