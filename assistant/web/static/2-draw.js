// Puts a view on the page. Only what changed is drawn; what was open stays open, and focus stays where it was.
const drawn = new Map();

function draw(view) {
  session = view.session;
  const first = root.dataset.stage;
  if (first === "work" && view.stage === "hello") return window.location.reload(); // all was taken back
  root.dataset.stage = view.stage;
  tellModel(view.model);
  const title = part("title");
  if (view.stage === "work") {
    title.textContent = view.title;
    part("bar-title").append(title);
    part("words").placeholder = narrow.matches ? "Write here…" : "Write as it comes…";
    part("send").textContent = "Send";
    keepAddress();
  }
  document.title = view.stage === "work" ? `${view.title} – Plumbline` : "Plumbline";
  const grown = patch(part("transcript"), view.transcript);
  for (const name of TABS) mark(name, patch(part(`panel-${name}`), view.panels[name]), first === "waiting");
  tellPicked();
  if (grown) showLatest();
}

// Where a chat model words the replies, nobody is told that all stays here.
const STAYS = "Everything stays on this computer";
function tellModel(name) {
  root.dataset.model = name;
  const where = name ? `Also read by ${name}` : STAYS;
  root.querySelector(".promise").textContent = where;
  if (root.dataset.stage !== "work") part("saved").textContent = where;
}

function patch(host, html) {
  if (drawn.get(host) === html) return false;
  drawn.set(host, html);
  const open = new Set([...host.querySelectorAll("details[open]")].map((each) => each.dataset.key));
  const focus = host.contains(document.activeElement) ? address(document.activeElement) : "";
  host.innerHTML = html;
  for (const each of host.querySelectorAll("details")) if (open.has(each.dataset.key)) each.open = true;
  if (focus) (host.querySelector(focus) || host).focus({ preventScroll: true });
  return true;
}

function address(node) {
  const pencil = node.closest(".fact")?.querySelector(".pencil[data-name]");
  if (pencil) return `.pencil[data-scope="${CSS.escape(pencil.dataset.scope)}"][data-name="${CSS.escape(pencil.dataset.name)}"]`;
  const key = node.closest("details")?.dataset.key;
  return key ? `details[data-key="${CSS.escape(key)}"] > summary` : "";
}

// What was said last stands at the top, with its reply below; where it would take more than a third of the view, the reply does.
function showLatest() {
  const last = [...root.querySelectorAll(".turn.you, .turn.note")].at(-1);
  if (!last) return;
  const reply = last.nextElementSibling;
  const top = reply && last.offsetHeight > part("talk").clientHeight / 3 ? reply : last;
  part("talk").scrollTop = top.offsetTop - part("talk").offsetTop - 16;
}

function keepAddress() {
  remember("session", session);
  const url = new URL(window.location.href);
  if (url.searchParams.get("session") === session) return;
  url.searchParams.set("session", session);
  window.history.replaceState(null, "", url);
}

// A dot where something is new and was not yet looked at.
function mark(name, changed, loading) {
  if (!changed || loading || part(`panel-${name}`).querySelector(":scope > .empty")) return;
  if (!isShown(name)) setNew(name, true);
}

function setNew(name, isNew) {
  const place = name === "alignment" ? "advice" : name;
  part(`tab-${name}`).classList.toggle("new", isNew);
  root.querySelector(`.places [data-place="${place}"]`).classList.toggle("new", isNew);
  const label = part(`tab-${name}`).querySelector(".dot");
  label.innerHTML = isNew ? '<span class="sr">, new</span>' : "";
  root.querySelector(`.places [data-place="${place}"] .dot`).innerHTML = label.innerHTML;
}
