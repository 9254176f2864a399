// What opens or changes in place: sources, rules, facts, waivers, clauses, the letter, the files.
const fetched = new Map();

root.addEventListener("toggle", (event) => {
  if (!event.target.open) return;
  for (const slot of event.target.querySelectorAll(":scope > .passage, :scope > .rulecard")) fill(slot);
}, true);

async function fill(slot) {
  if (slot.childElementCount) return;
  const { document: id, heading, quote, rule } = slot.dataset;
  const key = JSON.stringify([session, id, heading, quote, rule]);
  try {
    if (!fetched.has(key)) {
      fetched.set(key, rule ? await ask("rule", { rule }) : await ask("passage", { session, document: id, heading, quote: quote || "" }));
    }
    slot.innerHTML = fetched.get(key).html;
  } catch (problem) {
    slot.textContent = problem.message;
  }
}

root.addEventListener("click", (event) => {
  const { target } = event;
  const found = (name) => target.closest(`[data-${name}]`)?.dataset[name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];
  if (target.closest("button[data-say]")) say(found("say"));
  else if (target.closest("[data-example]")) start(found("example"));
  else if (target.closest("[data-go]")) { show(found("go")); if (!narrow.matches) part(`tab-${found("go")}`).focus(); }
  else if (target.closest("[data-add-file]")) chooseFile();
  else if (target.closest("[data-add-documents]")) chooseDocuments();
  else if (target.closest("[data-remove-document]")) removeDocument(found("remove-document"));
  else if (target.closest(".pencil[data-start]")) start(found("start"));
  else if (target.closest(".pencil[data-name]")) edit(target.closest(".pencil"));
  else if (target.closest("[data-cite]")) openSource(target.closest("[data-cite]"));
  else if (target.closest("[data-show]")) showClause(found("show"));
  else if (target.closest("[data-copy]")) copy(target.closest("[data-copy]"));
  else if (target.closest("[data-export]")) takeAlong("export", { session: found("of") || session, suffix: found("export") });
  else if (target.closest("[data-export-chosen]")) takeAlong("export_chosen", { ...chosen(target), suffix: found("export-chosen") });
  else if (target.closest("[data-preview]")) preview(target);
  else if (target.closest("[data-proposal-export]")) takeAlong("export_proposal", { session, file: found("file"), suffix: found("proposal-export") });
  else if (target.closest("[data-pick]")) pick(found("pick"));
  else if (target.closest("[data-print]")) window.print();
});

function edit(pencil) {
  const row = pencil.closest(".fact");
  if (row.querySelector("form")) return row.querySelector("input").focus();
  const form = document.createElement("form");
  const id = `edit-${pencil.dataset.scope}-${pencil.dataset.name}`;
  form.className = "inline";
  form.innerHTML = `<p class="trouble" role="alert" hidden></p><label class="sr" for="${id}"></label><div><input id="${id}" autocomplete="off">`
    + '<button type="submit" class="btn primary">Change</button><button type="button" class="btn" data-take-out>Take out</button>'
    + '<button type="button" class="btn" data-cancel>Cancel</button></div>';
  form.querySelector("label").textContent = pencil.getAttribute("aria-label");
  const input = form.querySelector("input");
  input.value = pencil.dataset.words;
  form.querySelector("[data-take-out]").hidden = !pencil.dataset.words;
  const cell = document.createElement("dd");
  cell.className = "edit";
  cell.append(form);
  const close = () => { cell.remove(); pencil.focus(); };
  const send = (text) => {
    const told = form.querySelector(".trouble");
    const tell = (problem) => { told.textContent = problem; told.hidden = false; };
    take("edit", { scope: pencil.dataset.scope, name: pencil.dataset.name, words: text }, "Working it through…", tell);
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); send(input.value); });
  form.querySelector("[data-take-out]").addEventListener("click", () => send(""));
  form.querySelector("[data-cancel]").addEventListener("click", close);
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  row.append(cell);
  input.focus();
  input.select();
}

root.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-waive]");
  if (!form) return;
  event.preventDefault();
  take("waive", { rule: form.dataset.waive, subject: form.dataset.subject, reason: form.reason.value }, "Working it through…");
});

function openSource(button) {
  const sources = button.closest(".turn").querySelector(".sources");
  const source = sources?.querySelectorAll(":scope > details")[Number(button.dataset.cite) - 1];
  if (!source) return;
  sources.open = true;
  source.open = true;
  source.querySelector("summary").focus();
}

function showClause(id) {
  const mark = part(id);
  if (!mark) return;
  mark.closest("details").open = true;
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
}

async function copy(button) {
  const text = part(button.dataset.copy).textContent;
  try {
    await navigator.clipboard.writeText(text);
    aloud("Copied.");
    button.textContent = "Copied";
  } catch {
    window.getSelection().selectAllChildren(part(button.dataset.copy));
    aloud("Selected: copy it with your keyboard.");
    button.textContent = "Selected: now copy";
  }
}

// One kind of clause stays on the page, in the list and as marks in the paper.
function pick(kind) {
  root.dataset.picked = kind;
  if (kind === "ok") for (const fold of root.querySelectorAll('.panel details.fold[data-kind="ok"]')) fold.open = true;
  tellPicked();
}

function tellPicked() {
  for (const each of root.querySelectorAll("[data-pick]")) {
    each.setAttribute("aria-pressed", each.dataset.pick === (root.dataset.picked || "all"));
  }
}

function chosen(button) {
  const fold = button.closest(".taking");
  const only = [...fold.querySelectorAll("[data-section]")].filter((box) => box.checked).map((box) => box.dataset.section).join(",");
  return { session, only, private: fold.querySelector("[data-private]").checked ? "yes" : "" };
}

async function preview(button) {
  const slot = button.closest(".taking").querySelector("[data-previewed]");
  try {
    const sheet = document.createElement("iframe");
    sheet.title = "The plan as it leaves";
    sheet.setAttribute("sandbox", "");
    sheet.srcdoc = (await ask("preview", chosen(button))).html;
    slot.replaceChildren(sheet);
  } catch (problem) {
    trouble(problem.message);
  }
}

async function takeAlong(name, request) {
  try {
    const made = await ask(name, request);
    const bytes = Uint8Array.from(atob(made.content), (letter) => letter.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: made.media_type }));
    link.download = made.name;
    link.click();
    URL.revokeObjectURL(link.href);
    aloud(`${made.name} is in your downloads.`);
  } catch (problem) {
    trouble(problem.message);
  }
}

let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...root.querySelectorAll(".panel details:not([open]):not(.source), .turn details:not([open])")];
  for (const each of unfolded) each.open = true;
});
window.addEventListener("afterprint", () => { for (const each of unfolded) each.open = false; });
