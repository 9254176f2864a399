// Tabs when the page is wide, five places when it is narrow; both show the same panels.
function isShown(name) {
  if (root.dataset.stage !== "work") return false;
  if (!narrow.matches) return root.dataset.tab === name;
  return root.dataset.place === (name === "alignment" ? "advice" : name);
}

function show(name) {
  root.dataset.tab = name;
  root.dataset.place = name === "alignment" ? "advice" : name;
  place();
  part("panels").scrollTop = 0;
  if (narrow.matches && name === "alignment") part("panel-alignment").scrollIntoView();
}

function showChat() {
  root.dataset.place = "chat";
  place();
}

function place() {
  for (const name of TABS) {
    const chosen = root.dataset.tab === name;
    part(`tab-${name}`).setAttribute("aria-selected", chosen);
    part(`tab-${name}`).tabIndex = chosen ? 0 : -1;
    if (isShown(name)) setNew(name, false);
  }
  for (const each of root.querySelectorAll(".places button")) {
    if (each.dataset.place === root.dataset.place) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
}

root.querySelector(".tabs").addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab) show(tab.dataset.tab);
});

root.querySelector(".tabs").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -TABS.length, End: TABS.length }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = TABS.indexOf(root.dataset.tab);
  const next = Math.abs(step) === 1 ? (at + step + TABS.length) % TABS.length : step > 0 ? TABS.length - 1 : 0;
  show(TABS[next]);
  part(`tab-${TABS[next]}`).focus();
});

root.querySelector(".places").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.place === "chat") showChat();
  else show(button.dataset.place);
});

narrow.addEventListener("change", place);
