// Comfort only: every page works without this file.

// A second click does not send a second time; the button stays focusable and is announced as busy.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});

// Leaving a half-written form by a link asks first.
let typed = null;
document.addEventListener("input", (event) => {
  if (event.target.form?.method === "post") typed = event.target.form;
});
document.addEventListener("submit", (event) => {
  if (event.target === typed) typed = null;
});
// Changing the language takes along what was typed, by the button that its form has for who reads without a script.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || new URL(event.target.action).pathname !== "/language") return;
  const keeping = typed?.querySelector("button.keeping");
  if (!keeping) return;
  event.preventDefault();
  typed.requestSubmit(keeping);
});
typed = document.querySelector("form[data-typed]");
window.addEventListener("beforeunload", (event) => {
  if (!typed) return;
  event.preventDefault();
  // Who stays finds every button working again.
  setTimeout(ready, 0);
});

// Coming back with the Back button finds the form ready again.
window.addEventListener("pageshow", ready);

function ready() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const busy of form.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
  }
}

// Choosing rows: one box for all, a count that is said aloud, a range with the shift key.
for (const form of document.querySelectorAll("form.choosing")) {
  const boxes = [...form.querySelectorAll("tbody .pick input[type=checkbox]")];
  const all = form.querySelector("[data-all]");
  const count = form.querySelector("[data-chosen]");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let last = null;

  const tell = () => {
    let chosen = 0;
    for (const box of boxes) {
      box.closest("tr").classList.toggle("picked", box.checked);
      if (box.checked) chosen++;
    }
    form.classList.toggle("some", chosen > 0);
    if (count) {
      count.textContent =
        chosen === 0 ? count.dataset.none : count.dataset.some.replace("#", number.format(chosen));
    }
    if (all) {
      all.checked = chosen > 0 && chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    }
  };

  if (all) {
    all.closest("[hidden]")?.removeAttribute("hidden");
    all.addEventListener("change", () => {
      for (const box of boxes) box.checked = all.checked;
      tell();
    });
  }
  form.addEventListener("click", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && last !== null) {
      const [from, to] = [Math.min(last, at), Math.max(last, at)];
      for (const box of boxes.slice(from, to + 1)) box.checked = event.target.checked;
    }
    last = at;
    tell();
  });
  tell();
}

// The rows of a draft: how many are chosen on all their pages; those of other pages go along in one field.
const picked = document.querySelector("[data-picked]");
if (picked) {
  const form = picked.closest("form");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const tell = () => {
    const along = form.elements.rows?.value.split(" ") ?? [];
    const ticked = [...form.elements].filter((box) => box.name === "row" && box.checked).map((box) => box.value);
    const chosen = new Set([...along, ...ticked]).size;
    form.classList.toggle("some", chosen > 0);
    picked.textContent =
      chosen === 0 ? picked.dataset.none : chosen === 1 ? picked.dataset.one : picked.dataset.some.replace("#", number.format(chosen));
  };
  document.addEventListener("change", (event) => {
    if (event.target.form === form) tell();
  });
  tell();
}

// In a list of items, while the focus is in it: J and K go from row to row, C copies the row's address, B those of the
// next twenty rows and goes on behind them. While nothing on the page has the focus, J and K go to its first row.
const BLOCK = 20;
for (const form of document.querySelectorAll("form.choosing:has([data-url])")) {
  const rows = [...form.querySelectorAll("tbody tr:has([data-url])")];
  const hint = form.querySelector("[data-keys]");
  if (hint) hint.hidden = false;
  const go = (at) => rows[Math.max(0, Math.min(at, rows.length - 1))].querySelector("input, a").focus();
  const copy = async (from, to) => {
    const some = rows.slice(from, to);
    const addresses = some.map((row) => row.querySelector("[data-url]").dataset.url).filter(Boolean);
    await navigator.clipboard?.writeText(addresses.join("\n"));
    if (hint) {
      const number = new Intl.NumberFormat(document.documentElement.lang);
      hint.textContent =
        addresses.length === 1 ? hint.dataset.one : hint.dataset.keys.replace("#", number.format(addresses.length));
    }
  };
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    const at = rows.indexOf(event.target.closest("tr"));
    const from = Math.max(at, 0);
    switch (event.key) {
      case "j": return go(at + 1);
      case "k": return go(at - 1);
      case "c": return void copy(from, from + 1);
      case "b":
        void copy(from, from + BLOCK);
        return go(from + BLOCK);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.target !== document.body || event.ctrlKey || event.metaKey || event.altKey) return;
    if (form === document.querySelector("form.choosing:has([data-url])") && ["j", "k"].includes(event.key)) go(0);
  });
}

// In the form of an act: a digit chooses in its first group, where each choice shows its own, and Enter saves. So it does
// while nothing has the focus, or what is wrong has it; in a field that is typed in a digit stays a digit. In a sitting
// the focus waits at the choices, and comes back to them where they are what is wrong.
for (const form of document.querySelectorAll("form[data-digits]")) {
  const group = form.querySelector("fieldset:has(input[type=radio])");
  const choices = [...(group?.querySelectorAll("input[type=radio]") ?? [])];
  if (choices.length < 2 || choices.length > 9) continue;
  group.classList.add("digits");
  const hint = form.querySelector("[data-digits-hint]");
  if (hint) hint.hidden = false;
  const waits = form.dataset.digits === "focus";
  if (waits && (group.matches(".bad") || !document.querySelector("[autofocus]"))) {
    (choices.find((choice) => choice.checked) ?? choices[0]).focus();
  }
  document.addEventListener("keydown", (event) => {
    const choice = choices[Number(event.key) - 1];
    if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    // A click on plain text leaves the focus with the body, or with what the skip link leads to.
    if (!at.matches("body, main, .faults, .faults *") && !form.contains(at)) return;
    if (at.matches("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    choice.checked = true;
    choice.focus();
  });
}

// The legal bases that the chosen category usually cites come to the front.
const category = document.getElementById("category");
const bases = document.querySelector(".grid:has(input[name=basis]) > div");
if (category && bases) {
  category.addEventListener("change", () => {
    const all = [...bases.parentElement.querySelectorAll("[data-with]")];
    bases.prepend(...all.filter((basis) => basis.dataset.with.split(" ").includes(category.value)));
  });
}

// On a phone the counters stand in one line that scrolls: the chosen one is brought into sight.
document
  .querySelector(".counters a[aria-current]")
  ?.scrollIntoView({ inline: "center", block: "nearest" });

// Addresses of content are never links; they can be copied.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    const name = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
      setTimeout(() => (button.textContent = name), 2000);
    });
  }
}

// A menu closes with Escape, and gives the focus back.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest("details.more[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
