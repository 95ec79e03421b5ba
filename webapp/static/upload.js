// Files sent one by one, each with its progress, by choosing or by dropping them. Without this script the form works.
"use strict";
(() => {
  const waiting = document.querySelector("[data-keadaan]");
  if (waiting) {
    const look = async () => {
      try {
        const answer = await fetch(location.pathname, { headers: { Accept: "application/json" } });
        if (answer.ok && (await answer.json()).keadaan !== waiting.dataset.keadaan) return location.reload();
      } catch {
        // no network for now: look again
      }
      setTimeout(look, 2000);
    };
    setTimeout(look, 2000);
  }

  const form = document.querySelector("form.upload");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".sending");
  const told = form.querySelector("[role=status]");
  const words = form.dataset;

  const lineOf = (file) => {
    const line = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = file.name;
    name.lang = "id";
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    const state = document.createElement("span");
    state.className = "small";
    state.textContent = words.menunggu;
    line.append(name, " ", state, bar);
    list.append(line);
    return { bar, state };
  };

  const send = (file, line) =>
    new Promise((done) => {
      if (file.size > Number(words.most)) {
        line.state.textContent = words.besar;
        return done(null);
      }
      const body = new FormData(form);
      body.delete("berkas");
      body.append("berkas", file);
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) line.bar.value = (100 * event.loaded) / event.total;
      });
      request.addEventListener("loadend", () => {
        const answer = request.response || {};
        const stored = (answer.unggahan || [])[0];
        const refused = (answer.ditolak || [])[0];
        line.state.textContent = stored ? words.tersimpan : (refused && refused.reason) || answer.masalah || words.gagal;
        line.bar.value = stored ? 100 : 0;
        done(stored ? stored.alamat : null);
      });
      request.send(body);
    });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    button.disabled = true;
    list.replaceChildren();
    const files = [...input.files].map((file) => [file, lineOf(file)]);
    const addresses = [];
    for (const [file, line] of files) addresses.push(await send(file, line));
    const stored = addresses.filter(Boolean);
    told.textContent = words.selesai.replace("{n}", stored.length).replace("{m}", files.length);
    button.disabled = false;
    if (stored.length === files.length) location.assign(files.length === 1 ? stored[0] : location.pathname);
  });

  const over = (on) => (event) => {
    if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("dropping", on);
  };
  form.addEventListener("dragover", over(true));
  form.addEventListener("dragleave", over(false));
  form.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer && event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
})();
