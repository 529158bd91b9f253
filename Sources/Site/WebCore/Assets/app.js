"use strict";
// Conveniences only: every page works without this file.
document.documentElement.classList.replace("no-js", "js");

// The error summary takes the focus, so that a screen reader begins there; the tab says that something is wrong.
const summary = document.querySelector(".error-summary");
if (summary) {
  summary.focus();
  document.title = `${summary.dataset.title} ${document.title}`;
}

// The notice of an edition is read once. What is kept is the number of the edition and nothing else.
for (const notice of document.querySelectorAll("[data-edition-notice]")) {
  try {
    if (localStorage.getItem("edition") === notice.dataset.editionNotice) notice.remove();
    localStorage.setItem("edition", notice.dataset.editionNotice);
  } catch { /* A browser that keeps nothing shows it again. */ }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const label = button.lastChild;
    const before = label.textContent;
    label.textContent = button.dataset.done;
    button.setAttribute("aria-live", "polite");
    setTimeout(() => { label.textContent = before; }, 2000);
  });
}

// A file may be dropped anywhere on the frame around its field.
for (const frame of document.querySelectorAll("[data-drop]")) {
  const field = frame.querySelector("input[type=file]:not([capture])");
  const over = (event) => { event.preventDefault(); frame.classList.add("over"); };
  frame.addEventListener("dragover", over);
  frame.addEventListener("dragenter", over);
  frame.addEventListener("dragleave", () => frame.classList.remove("over"));
  frame.addEventListener("drop", (event) => {
    event.preventDefault();
    frame.classList.remove("over");
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// What is folded is printed too.
const folds = [];
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details.folded:not([open])")) {
    fold.open = true;
    folds.push(fold);
  }
});
addEventListener("afterprint", () => { for (const fold of folds.splice(0)) fold.open = false; });

// The menu closes with Escape, and when something else is wanted.
for (const menu of document.querySelectorAll("[data-closes]")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
}

// The tab that is open is seen, however many there are.
const tab = document.querySelector(".tabs [aria-current]");
const row = tab?.closest("ul");
const center = () => { row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2; };
if (row) new ResizeObserver(center).observe(row);

// Without a line nothing is sent, so that nothing entered is lost on a page of the browser's own.
const offline = document.querySelector("[data-offline]");
const hasLine = async () => {
  if (navigator.onLine) return true;
  // A server on the same machine is reached without a network.
  const file = document.querySelector("link[rel=stylesheet]").href;
  return fetch(file, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
};
const tell = async () => { offline.textContent = (await hasLine()) ? "" : offline.dataset.offline; };
addEventListener("offline", tell);
addEventListener("online", tell);
let isFree = false;
document.addEventListener("submit", async (event) => {
  if (navigator.onLine || isFree) return;
  event.preventDefault();
  offline.textContent = "";
  await tell();
  if (offline.textContent) return;
  isFree = true;
  event.target.requestSubmit(event.submitter);
});
