/* A button that copies the text of a field. Without this script the button stays hidden, and the text is copied by hand. */
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
})();
