/* Buttons that copy the text of a field, or print the page. Without this script they stay hidden, and the browser does it. */
(() => {
  "use strict";
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    button.after(told);
    button.hidden = false;
    button.addEventListener("click", async () => {
      let copied = false;
      try {
        await navigator.clipboard.writeText(field.value);
        copied = true;
      } catch {
        field.select(); // no clipboard away from https: the old way, or by hand
        copied = document.execCommand("copy");
      }
      told.textContent = copied ? button.dataset.done : button.dataset.failed;
    });
  }
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
