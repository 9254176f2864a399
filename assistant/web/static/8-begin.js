// The conversation of this address; else the one that this browser had last; else the first screen.
async function begin_() {
  const asked = new URL(window.location.href).searchParams.get("session") || recall("session");
  try {
    draw(await ask("open", { session: asked }));
    if (root.dataset.stage === "work") part("saved").textContent = "Saved";
  } catch (problem) {
    root.dataset.stage = "hello";
    trouble(problem.message);
  }
  place();
  fit();
  if (!narrow.matches) words.focus();
  root.dataset.ready = "yes";
  tellIndex();
}

async function tellIndex() {
  let state = "";
  try {
    state = (await ask("notice", {})).text;
  } catch { /* the next turn tells what is wrong */ }
  part("index").textContent = state;
  part("index").hidden = !state;
  if (state) setTimeout(tellIndex, 2000);
}

const viewport = document.querySelector("meta[name=viewport]");
if (viewport) viewport.content = "width=device-width, initial-scale=1, interactive-widget=resizes-content";
begin_();
