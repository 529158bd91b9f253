"use strict";
// Sends files piece by piece, goes on after a cut, and shows how far it is; the forms work without it.
const PIECE = 1 << 20;
const SIDE = 2500;
const MEGABYTE = 1e6;
const page = location.pathname;
const uploads = page.replace(/documents$/, "uploads");
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

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
  return blob && blob.size < file.size ? blob : file;
}

class Refused extends Error {}

class Sending {
  constructor(frame, form) {
    this.frame = frame;
    this.token = form.querySelector("[name=form-token]").value;
    this.replacing = form.querySelector("[name=replacing]")?.value;
    this.slot = document.querySelector(`[data-progress="${frame.dataset.card}"]`);
    this.bar = this.slot.querySelector("progress");
    this.line = this.slot.querySelector("[data-progress-text]");
  }

  say(text) {
    this.slot.hidden = false;
    this.line.textContent = text;
  }

  show(done, total) {
    const percent = Math.floor((done / total) * 100);
    const number = (octets) => (octets / MEGABYTE).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    this.slot.hidden = false;
    this.bar.value = percent;
    this.line.textContent = this.frame.dataset.sending.replace("{percent}", percent)
      .replace("{done}", number(done)).replace("{total}", number(total));
  }

  ask(path, options) {
    const headers = { "Form-Token": this.token, Accept: "application/json", ...options.headers };
    return fetch(path, { ...options, headers, signal: AbortSignal.timeout(120000) });
  }

  async refuse(answer) {
    let message = this.frame.dataset.failed;
    try {
      message = (await answer.json()).message ?? message;
    } catch { /* The words above do. */ }
    throw new Refused(message);
  }

  /** Runs a request again, with longer and longer pauses, until there is an answer. */
  async insist(request) {
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await request();
        if (answer.status < 500 && answer.status !== 423) return answer;
      } catch { /* The line was cut. */ }
      this.say(this.frame.dataset.again);
      await wait(Math.min(30000, 500 * 2 ** Math.min(tries, 6)) * (0.75 + Math.random() / 2));
    }
  }

  async send(file) {
    const body = JSON.stringify({
      kind: this.frame.dataset.upload, length: file.size, type: file.type || null, replacing: this.replacing || null,
    });
    const begun = await this.insist(() => this.ask(uploads, { method: "POST", body, headers: { "Content-Type": "application/json" } }));
    if (begun.status !== 201) await this.refuse(begun);
    const path = `${uploads}/${(await begun.json()).id}`;
    let offset = 0;
    while (offset < file.size) {
      this.show(offset, file.size);
      const piece = file.slice(offset, offset + PIECE);
      let answer;
      try {
        answer = await this.ask(path, {
          method: "PATCH", body: piece,
          headers: { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
        });
      } catch { /* The line was cut: the server is asked how far it came. */ }
      if (!answer || answer.status >= 500 || answer.status === 423) {
        this.say(this.frame.dataset.again);
        answer = await this.insist(() => this.ask(path, { method: "HEAD" }));
      }
      const reached = answer.headers.get("Upload-Offset");
      if (reached === null) await this.refuse(answer);
      offset = Number(reached);
    }
    this.show(file.size, file.size);
  }
}

for (const frame of document.querySelectorAll("[data-upload]")) {
  const form = frame.querySelector("form");
  const field = form.querySelector("input[type=file]");
  const button = form.querySelector("button");
  const start = async () => {
    if (!field.files.length || button.disabled) return;
    button.disabled = true;
    const sending = new Sending(frame, form);
    try {
      for (const file of field.files) await sending.send(await scaled(file));
      location.replace(page);
    } catch (error) {
      sending.say(error instanceof Refused ? error.message : frame.dataset.failed);
      button.disabled = false;
    }
  };
  form.addEventListener("submit", (event) => {
    if (!field.files.length) return;
    event.preventDefault();
    start();
  });
  // Choosing is sending: one thing less to do on a telephone.
  field.addEventListener("change", start);
}

// While documents are being read the page asks now and then, and shows itself anew when they are done.
const poll = document.querySelector("[data-poll]");
if (poll) {
  const look = async (pause) => {
    await wait(pause);
    try {
      const answer = await fetch(`${page}/state`, { headers: { Accept: "application/json" } });
      const isSending = document.querySelector("[data-progress]:not([hidden])");
      if (answer.ok && (await answer.json()).working === 0 && !isSending) {
        location.reload();
        return;
      }
    } catch { /* Offline: asked again later. */ }
    look(Math.min(10000, pause * 1.4));
  };
  look(1500);
}
