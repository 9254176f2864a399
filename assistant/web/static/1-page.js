// What everything else here uses: the page's parts, and a call to the server that fails in words.
const root = element.querySelector(".plumbline");
const part = (id) => root.querySelector(`#${id}`);
const narrow = window.matchMedia("(max-width: 1023px)");
const TABS = ["understood", "advice", "alignment", "proposal", "plan"];
const LOST = "No reply came: Plumbline was stopped, or something in it failed. What was said before is kept. "
  + "If its window is closed, start it again; then send again.";
let session = "";

async function ask(name, request) {
  let answer;
  try {
    answer = await server[name](request);
  } catch {
    throw new Error(LOST);
  }
  if (!answer) throw new Error(LOST);
  if (answer.error) throw new Error(answer.error);
  return answer;
}

function remember(key, value) {
  try { localStorage.setItem(`plumbline.${key}`, value); } catch { /* a browser that keeps nothing: the address still does */ }
}

function recall(key) {
  try { return localStorage.getItem(`plumbline.${key}`) || ""; } catch { return ""; }
}

function trouble(words) {
  part("trouble").textContent = words;
  part("trouble").hidden = !words;
}

function notice(words) {
  part("notice").textContent = words;
  part("notice").hidden = !words;
}

function aloud(words) {
  part("live").textContent = words;
}

function on(id, event, act) {
  part(id).addEventListener(event, act);
}
