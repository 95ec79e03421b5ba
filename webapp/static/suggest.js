/* Suggestions while somebody types, by the combobox pattern of ARIA. Without this script the search box is as it was. */
(() => {
  "use strict";
  const input = document.querySelector("input[data-suggest]");
  if (!input) return;
  const kinds = JSON.parse(input.dataset.kinds);
  const least = 2; // letters
  const pause = 120; // milliseconds after the last letter
  let options = [];
  let active = -1;
  let timer = 0;
  let asked = null;

  const list = document.createElement("ul");
  list.id = "saran";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.label);
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "unseen";
  told.setAttribute("role", "status");
  input.closest(".box").append(list, told);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }

  const close = () => {
    clearTimeout(timer);
    if (asked) asked.abort();
    asked = null;
    options = [];
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    told.textContent = "";
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (option) => {
    input.value = option.dataset.text;
    close();
    input.form.requestSubmit();
  };

  const move = (place) => {
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = place;
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  };

  const optionOf = (suggestion, number) => {
    const option = document.createElement("li");
    option.id = `saran-${number}`;
    option.dataset.text = suggestion.text;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const text = document.createElement("span");
    text.textContent = suggestion.text;
    text.lang = "id";
    const kind = document.createElement("span");
    kind.className = "kind";
    kind.textContent = kinds[suggestion.kind] || suggestion.kind;
    option.append(text, " ", kind);
    option.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    option.addEventListener("click", () => choose(option));
    return option;
  };

  const show = (suggestions) => {
    options = suggestions.map(optionOf);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    told.textContent = options.length ? input.dataset.told.replace("{n}", options.length) : "";
  };

  const ask = async () => {
    const typed = input.value.trim();
    if (typed.length < least) return close();
    if (asked) asked.abort();
    const mine = (asked = new AbortController());
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: mine.signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (asked === mine && document.activeElement === input) show(found);
    } catch {
      if (asked === mine) close(); // no network: the box works without suggestions
    }
  };

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, pause);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const last = options.length - 1;
    const steps = {
      ArrowDown: () => move(active === last ? -1 : active + 1),
      ArrowUp: () => move(active === -1 ? last : active - 1),
      Escape: close, // once: a second Escape empties the box, as everywhere
      Enter: () => active >= 0 && choose(options[active]),
    };
    const step = steps[event.key];
    if (!step || (event.key === "Enter" && active < 0)) return;
    event.preventDefault();
    step();
  });
})();
