"use strict";
// Keys and the page viewer of the office; every page works without this file.

const store = {
  get off() { try { return localStorage.getItem("saqta-keys") === "off"; } catch { return false; } },
  set off(value) { try { localStorage.setItem("saqta-keys", value ? "off" : "on"); } catch { /* not kept then */ } },
};

for (const control of document.querySelectorAll("[data-keys-switch]")) {
  const show = () => {
    control.textContent = store.off ? control.dataset.off : control.dataset.on;
    document.documentElement.classList.toggle("no-keys", store.off);
  };
  control.addEventListener("click", () => { store.off = !store.off; show(); });
  show();
}

const rows = [...document.querySelectorAll("[data-row]")];
const move = (step) => {
  if (!rows.length) return;
  const at = rows.indexOf(document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))].focus();
};

// A letter by its place on the keyboard, where that is a Cyrillic one.
const letter = (event) =>
  /^\p{Script=Cyrillic}$/u.test(event.key) && event.code.startsWith("Key") ? event.code[3].toLowerCase() : event.key;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select")) return;
  if (event.key === "?") {
    const help = document.getElementById("keys-help");
    if (help) { help.open = !help.open; help.querySelector("summary").focus({ preventScroll: true }); event.preventDefault(); }
    return;
  }
  if (store.off) return;
  const pressed = letter(event);
  if (pressed === "j") return move(1);
  if (pressed === "k") return move(-1);
  if (pressed.length !== 1 || pressed === " ") return;
  const key = pressed === "=" ? "+" : pressed === "−" ? "-" : pressed;
  const viewer = event.target.closest("[data-viewer]");
  const named = `[aria-keyshortcuts="${CSS.escape(key)}"]`;
  const control = viewer?.querySelector(named) ?? document.querySelector(named);
  if (!control) return;
  event.preventDefault();
  control.click();
  if (control.localName === "summary") control.parentElement.querySelector("select")?.focus();
});

for (const viewer of document.querySelectorAll("[data-viewer]")) {
  const sheets = [...viewer.querySelectorAll("[data-sheet]")];
  let zoom = 0, turn = 0;
  const draw = () => {
    for (const sheet of sheets) {
      sheet.classList.remove("zoom-1", "zoom-2", "zoom-3", "turn-1", "turn-2", "turn-3");
      if (zoom) sheet.classList.add(`zoom-${zoom}`);
      if (turn) sheet.classList.add(`turn-${turn}`);
    }
  };
  const actions = {
    "zoom-in": () => { viewer.classList.remove("fit"); zoom = Math.min(3, zoom + 1); },
    "zoom-out": () => { zoom = Math.max(0, zoom - 1); },
    "rotate": () => { turn = (turn + 1) % 4; },
    "fit": () => { zoom = 0; turn = 0; viewer.classList.toggle("fit"); },
    "compare": () => { viewer.classList.toggle("compare"); },
  };
  for (const tool of viewer.querySelectorAll("[data-tool]")) {
    tool.addEventListener("click", () => {
      actions[tool.dataset.tool]();
      const name = tool.dataset.tool;
      if (name === "fit" || name === "compare") tool.setAttribute("aria-pressed", viewer.classList.contains(name));
      draw();
    });
  }
  viewer.addEventListener("contextmenu", (event) => event.preventDefault());
  viewer.addEventListener("dragstart", (event) => event.preventDefault());
}

for (const place of document.querySelectorAll("[data-countdown]")) {
  let left = Number(place.dataset.countdown);
  const tick = () => {
    place.textContent = String(left);
    if (left <= 0) { setTimeout(() => location.replace(location.href), 1500); return; }
    left -= 1;
    setTimeout(tick, 1000);
  };
  tick();
}
