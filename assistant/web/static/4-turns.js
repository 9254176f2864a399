// Taking a turn: what was said shows at once, a wait is said to be one, and a long one can be stopped.
const SLOW = 700;
const TOO_SLOW = 10000;
let turn = 0;
let busy = false;
let savedAt = 0;

async function take(name, request, waiting, tell = trouble) {
  if (busy) return false;
  const mine = ++turn;
  begin(waiting);
  const saying = setTimeout(() => { part("waiting").hidden = false; showEnd(); }, SLOW);
  const offering = setTimeout(() => { part("stop").hidden = false; }, TOO_SLOW);
  try {
    const view = await ask(name, { session, ...request });
    if (mine === turn || !busy) {
      if (mine !== turn) notice("");
      draw(view);
      saved();
      aloud(view.spoken);
      if (view.notice) notice(view.notice);
      if (view.taken_back) writeAgain(view.taken_back);
    }
    return true;
  } catch (problem) {
    if (mine === turn) tell(problem.message);
    return false;
  } finally {
    clearTimeout(saying);
    clearTimeout(offering);
    if (mine === turn) end();
  }
}

function begin(waiting) {
  busy = true;
  trouble("");
  notice("");
  part("waiting-words").textContent = waiting;
  part("send").setAttribute("aria-disabled", "true");
}

function end() {
  busy = false;
  part("waiting").hidden = true;
  part("stop").hidden = true;
  part("stop").textContent = "Stop waiting";
  part("send").removeAttribute("aria-disabled");
}

function showEnd() {
  part("talk").scrollTop = part("talk").scrollHeight;
}

on("stop", "click", () => {
  if (root.querySelector(".telling")) {
    ask("stop", { session }).catch(() => {}); // whoever waits for the turn is told
    return;
  }
  turn += 1;
  end();
  notice("I stopped waiting. The reply may still come: it is kept when it is ready, and shows here or when you go on.");
});

function saved() {
  savedAt = Date.now();
  tellSaved();
}

function tellSaved() {
  if (!savedAt) return;
  const minutes = Math.floor((Date.now() - savedAt) / 60000);
  part("saved").textContent = narrow.matches ? "Saved" : minutes < 1 ? "Saved a moment ago" : minutes < 60 ? `Saved ${minutes} min ago` : "Saved";
}
setInterval(tellSaved, 30000);
narrow.addEventListener("change", tellSaved);
