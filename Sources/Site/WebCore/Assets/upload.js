"use strict";
// Sends files piece by piece, goes on after a cut, and shows how far it is; the forms work without it.
const PIECE = 1 << 20;
const SIDE = 2500;
const MEGABYTE = 1e6;
const page = location.pathname;
const uploads = page.replace(/(register\/documents|account\/(threads|requests)\/\d+)$/, "register/uploads");

/** A picture of at most 2,500 pixels a side as JPEG; the file itself when the browser cannot read it or need not. */
async function scaled(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file;
  }
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  if (scale === 1 && file.type === "image/jpeg") return file;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const drawing = canvas.getContext("2d");
  // Transparent parts become paper.
  drawing.fillStyle = "#fff";
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.88));
  return blob && (scale < 1 || blob.size < file.size) ? blob : file;
}

/** Ends early when the person gives up, or when the line is there again. */
const pause = (milliseconds, signal) => new Promise((done) => {
  const end = () => {
    clearTimeout(timer);
    removeEventListener("online", end);
    signal.removeEventListener("abort", end);
    done();
  };
  const timer = setTimeout(end, milliseconds);
  addEventListener("online", end);
  signal.addEventListener("abort", end);
});

/** The line, or the server, could not just now; 507 says that there is no room, and in which words. */
const isLater = (status) => (status >= 500 && status !== 507) || [408, 423, 429].includes(status);

/** The server says no to the file itself. */
class Refused extends Error {}
/** There is no room for anything now; the file itself may be sent later. */
class Full extends Error {}
/** Nobody is signed in any more. */
class Ended extends Error {}
/** The person gave it up. */
class Stopped extends Error {}

let turn = Promise.resolve();
/** One file after another. */
const inTurn = (work) => {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
};

/** One file on its way, with its row on the page. */
class Sending {
  constructor(frame, form, file) {
    this.words = frame.dataset;
    this.file = file;
    this.token = form.querySelector("[name=form-token]").value;
    this.replacing = form.querySelector("[name=replacing]")?.value;
    this.ending = new AbortController();
    const slot = document.querySelector(`[data-sendings="${this.words.card}"]`);
    this.row = slot.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const part of ["picture", "name", "figures", "said", "entrance", "retry", "stop"]) {
      this[part] = this.row.querySelector(`[data-${part}]`);
    }
    this.bar = this.row.querySelector("progress");
    this.name.textContent = file.name;
    this.stop.addEventListener("click", () => this.ending.abort());
    slot.append(this.row);
    this.row.scrollIntoView({ block: "nearest" });
    this.show(0, file.size);
    this.draw();
  }

  draw() {
    if (!this.file.type.startsWith("image/")) return;
    const image = new Image();
    image.alt = "";
    image.addEventListener("load", () => { this.picture.replaceChildren(image); URL.revokeObjectURL(image.src); });
    image.addEventListener("error", () => URL.revokeObjectURL(image.src));
    image.src = URL.createObjectURL(this.file);
  }

  say(text, isWrong = false) {
    this.said.textContent = text;
    this.said.classList.toggle("error", isWrong);
  }

  show(done, total) {
    const percent = total ? Math.floor((done / total) * 100) : 0;
    const number = (octets) => (octets / MEGABYTE).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    this.bar.value = percent;
    this.figures.textContent = this.words.sending.replace("{percent}", percent)
      .replace("{done}", number(done)).replace("{total}", number(total));
  }

  async ask(path, options) {
    const cut = new AbortController();
    const end = () => cut.abort();
    const timer = setTimeout(end, 120000);
    this.ending.signal.addEventListener("abort", end);
    const headers = { "Form-Token": this.token, Accept: "application/json", ...options.headers };
    try {
      return await fetch(path, { ...options, headers, signal: cut.signal });
    } finally {
      clearTimeout(timer);
      this.ending.signal.removeEventListener("abort", end);
    }
  }

  async refuse(answer) {
    if (answer.status === 401) throw new Ended();
    let message;
    try {
      message = (await answer.json()).message;
    } catch { /* The words of the page do. */ }
    if (answer.status === 507 && message) throw new Full(message);
    throw message ? new Refused(message) : new Error();
  }

  /** Runs a request again, with longer and longer pauses, until there is an answer. */
  async insist(request) {
    for (let tries = 0; ; tries += 1) {
      if (this.ending.signal.aborted) throw new Stopped();
      try {
        const answer = await request();
        if (!isLater(answer.status)) return answer;
      } catch { /* The line was cut. */ }
      this.say(this.words.again);
      await pause(Math.min(30000, 500 * 2 ** Math.min(tries, 6)) * (0.75 + Math.random() / 2), this.ending.signal);
    }
  }

  async begin(file) {
    const body = JSON.stringify({
      kind: this.words.upload, length: file.size, type: file.type || null, replacing: this.replacing || null,
      thread: Number(this.words.thread) || null, request: Number(this.words.request) || null,
    });
    const begun = await this.insist(() => this.ask(uploads, { method: "POST", body, headers: { "Content-Type": "application/json" } }));
    if (begun.status !== 201) await this.refuse(begun);
    this.id = (await begun.json()).id;
    this.path = `${uploads}/${this.id}`;
    return 0;
  }

  /** How far the server came with what was begun before. */
  async reached() {
    const answer = await this.insist(() => this.ask(this.path, { method: "HEAD" }));
    const offset = answer.headers.get("Upload-Offset");
    if (offset === null) {
      if (answer.status === 404) this.path = null;
      await this.refuse(answer);
    }
    return Number(offset);
  }

  async send() {
    this.say(this.words.preparing);
    this.body ??= await scaled(this.file);
    const file = this.body;
    let offset = this.path ? await this.reached() : await this.begin(file);
    while (offset < file.size) {
      this.say("");
      this.show(offset, file.size);
      let answer;
      try {
        answer = await this.ask(this.path, {
          method: "PATCH", body: file.slice(offset, offset + PIECE),
          headers: { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
        });
      } catch { /* The line was cut: the server is asked how far it came. */ }
      if (this.ending.signal.aborted) throw new Stopped();
      if (!answer || isLater(answer.status)) {
        this.say(this.words.again);
        offset = await this.reached();
        continue;
      }
      const reached = answer.headers.get("Upload-Offset");
      if (reached === null) await this.refuse(answer);
      offset = Number(reached);
    }
    this.show(file.size, file.size);
    this.say(this.words.done);
    this.stop.hidden = true;
  }

  /** Until the person wants to go on, or gives the file up. */
  decision(error) {
    const hasEnded = error instanceof Ended;
    const isRefused = error instanceof Refused;
    this.say(isRefused || error instanceof Full ? error.message : hasEnded ? this.words.ended : this.words.failed, true);
    this.entrance.hidden = !hasEnded;
    this.retry.hidden = this.bar.hidden = this.figures.hidden = isRefused;
    if (isRefused) this.stop.textContent = this.stop.dataset.refused;
    return new Promise((done) => {
      const end = () => {
        this.retry.hidden = this.entrance.hidden = true;
        document.removeEventListener("visibilitychange", back);
        done();
      };
      // Back from the tab in which the person signed in.
      const back = () => { if (hasEnded && !document.hidden) end(); };
      document.addEventListener("visibilitychange", back);
      this.retry.addEventListener("click", end, { once: true });
      this.ending.signal.addEventListener("abort", end, { once: true });
    });
  }

  async giveUp() {
    this.row.remove();
    if (!this.id) return;
    const body = new URLSearchParams({ "form-token": this.token, document: this.id });
    try {
      await fetch(`${page}/remove`, { method: "POST", body, redirect: "manual" });
    } catch { /* What was begun and not ended goes by itself. */ }
  }

  /** True once the server has the whole file. */
  async run() {
    for (;;) {
      try {
        await inTurn(() => this.send());
        return true;
      } catch (error) {
        if (!(error instanceof Stopped)) await this.decision(error);
        if (!this.ending.signal.aborted) continue;
        await this.giveUp();
        return false;
      }
    }
  }
}

let [underWay, hasSent] = [0, false];
addEventListener("beforeunload", (event) => { if (underWay) event.preventDefault(); });

for (const frame of document.querySelectorAll("[data-upload]")) {
  const form = frame.querySelector("form");
  frame.classList.add("live");
  const start = async (field) => {
    const files = [...field.files];
    field.value = "";
    if (!files.length) return;
    underWay += files.length;
    const ends = await Promise.all(files.map(async (file) => {
      const isSent = await new Sending(frame, form, file).run();
      underWay -= 1;
      return isSent;
    }));
    hasSent ||= ends.includes(true);
    if (underWay || !hasSent) return;
    history.replaceState(null, "", `#${frame.dataset.card}`);
    location.reload();
  };
  // Choosing is sending: one thing less to do on a telephone.
  for (const field of form.querySelectorAll("input[type=file]")) {
    field.addEventListener("change", () => start(field));
    // A browser that goes back may bring a choice with it.
    if (field.files.length) start(field);
  }
}

// Whoever does not see the page goes on at the card that has changed.
const changed = document.getElementById(location.hash.slice(1));
if (changed?.matches(".card")) changed.focus({ preventScroll: true });

// While documents are being read the page asks now and then, and shows itself anew when they are done.
if (document.querySelector("[data-poll]")) {
  const look = async (wait) => {
    await new Promise((done) => setTimeout(done, wait));
    try {
      const answer = await fetch(`${page}/state`, { headers: { Accept: "application/json" } });
      if (answer.ok && (await answer.json()).working === 0 && !underWay) {
        location.reload();
        return;
      }
    } catch { /* Offline: asked again later. */ }
    look(Math.min(10000, wait * 1.4));
  };
  look(1000);
}
