"use strict";
// Counts down how long a code is good, and when another may be sent; the page says both in words without it.
for (const line of document.querySelectorAll("[data-countdown]")) {
  const end = Date.now() + Number(line.dataset.countdown) * 1000;
  const text = line.dataset.countdownText;
  if (!Number(line.dataset.countdown)) continue;
  line.setAttribute("aria-live", "off");
  const tick = () => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1000));
    if (left === 0) {
      line.textContent = line.dataset.countdownEnd;
      // Another code is what is wanted now.
      line.closest("form").querySelector(".button").classList.add("secondary");
      document.querySelector("[data-wait]")?.classList.replace("link-button", "button");
      return;
    }
    line.textContent = text.replace("{time}", `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
    setTimeout(tick, 1000);
  };
  tick();
}
for (const button of document.querySelectorAll("[data-wait]")) {
  const seconds = Number(button.dataset.wait);
  if (!seconds) continue;
  button.disabled = true;
  setTimeout(() => { button.disabled = false; }, seconds * 1000);
}
