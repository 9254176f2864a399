// Writing, quick replies, files.
const words = part("words");
const file = part("file");

function fit() {
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
}

async function say(text) {
  if (busy || !text.trim()) return;
  showChat();
  root.querySelector(".chips")?.remove();
  const mine = sayAtOnce(text);
  listening = Boolean(root.dataset.model);
  if (listening) listen(mine);
  drawn.delete(part("transcript"));
  const went = await take("say", { words: text }, "Thinking it over…");
  listening = false;
  if (!went) {
    mine.remove();
    if (!words.value) words.value = text;
  }
  fit();
  if (!narrow.matches) words.focus();
}

// While the turn is taken, its sentences are shown as they come; the turn, once taken, is drawn in their place.
let listening = false;
async function listen(mine) {
  let seen = 0;
  let told = null;
  while (listening) {
    let heard;
    try {
      heard = await ask("listen", { session, seen: String(seen) });
    } catch {
      return;
    }
    if (!listening || !mine.isConnected) return;
    seen += heard.pieces.length;
    if (heard.pieces.length) {
      if (!told) {
        root.dataset.stage = "work";
        told = document.createElement("li");
        told.className = "turn it telling";
        mine.after(told);
      }
      told.textContent += heard.pieces.join("").replaceAll("**", "");
      part("waiting-words").textContent = "Writing…";
      part("waiting").hidden = false;
      part("stop").hidden = false;
      part("stop").textContent = "Stop writing";
      showEnd();
    }
    if (!heard.more && seen) return;
    if (!heard.more) await new Promise((done) => setTimeout(done, 60));
  }
}

function sayAtOnce(text) {
  let turns = root.querySelector("ol.turns");
  if (!turns) {
    turns = document.createElement("ol");
    turns.className = "turns";
    part("transcript").append(turns);
  }
  const mine = document.createElement("li");
  mine.className = "turn you sending";
  mine.textContent = text;
  turns.append(mine);
  showEnd();
  return mine;
}

on("composer", "submit", (event) => {
  event.preventDefault();
  const text = words.value;
  if (busy || !text.trim()) return words.focus();
  words.value = "";
  fit();
  say(text);
});

on("undo", "click", () => take("undo", {}, "Taking it back…"));

// What was taken back can be put in other words.
function writeAgain(text) {
  if (words.value) return;
  words.value = text;
  fit();
  if (!narrow.matches) words.focus();
}

words.addEventListener("input", fit);
words.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  part("composer").requestSubmit();
});

function start(text) {
  showChat();
  words.value = text;
  fit();
  words.focus();
  words.setSelectionRange(text.length, text.length);
}

async function read(chosen) {
  if (!chosen || busy) return;
  const most = Number(root.dataset.maxFileMb);
  if (chosen.size > most * 1024 * 1024) return trouble(`${chosen.name} is larger than ${most} MB: send a smaller file, or paste its text.`);
  showChat();
  begin(`Bringing ${chosen.name} in…`);
  part("waiting").hidden = false;
  let arrived;
  try {
    arrived = await upload(chosen);
  } catch {
    end();
    return trouble(`${chosen.name} did not arrive: try again, or paste its text.`);
  }
  end();
  if (await take("add_file", { path: arrived.path }, `Reading ${chosen.name}…`)) show("proposal");
}

async function readDocuments(chosen) {
  if (!chosen.length || busy) return;
  const most = Number(root.dataset.maxFileMb);
  const large = chosen.find((each) => each.size > most * 1024 * 1024);
  if (large) return trouble(`${large.name} is larger than ${most} MB: choose a smaller file.`);
  begin(`Bringing ${chosen.length === 1 ? chosen[0].name : `${chosen.length} documents`} in…`);
  part("waiting").hidden = false;
  const paths = [];
  for (const each of chosen) {
    try {
      paths.push((await upload(each)).path);
    } catch {
      end();
      return trouble(`${each.name} did not arrive: try again.`);
    }
    part("waiting-words").textContent = `${paths.length} of ${chosen.length} documents are here…`;
  }
  end();
  const watching = setInterval(watch, WATCHED_EVERY);
  try {
    if (await take("add_documents", { paths: paths.join("\n") }, "Reading…")) showChat();
  } finally {
    clearInterval(watching);
    part("waiting-share").hidden = true;
  }
}

const WATCHED_EVERY = 700;
async function watch() {
  const far = await ask("progress", { session }).catch(() => ({ of: 0 })); // whoever waits for the turn is told
  if (!far.of || !busy) return;
  part("waiting-words").textContent = far.text;
  Object.assign(part("waiting-share"), { value: far.done, max: far.of, hidden: false });
}

function removeDocument(name) {
  take("remove_document", { name }, `Taking ${name} out…`);
}

const documents = part("documents");
function chooseDocuments() {
  documents.value = "";
  documents.click();
}
documents.addEventListener("change", () => readDocuments([...documents.files]));

function chooseFile() {
  file.value = "";
  file.click();
}
file.addEventListener("change", () => read(file.files[0]));
on("add-file", "click", chooseFile);
on("way-proposal", "click", chooseFile);
on("way-talk", "click", () => words.focus());

root.addEventListener("dragover", (event) => {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  part("drop").hidden = false;
});
root.addEventListener("dragleave", (event) => { if (!root.contains(event.relatedTarget)) part("drop").hidden = true; });
root.addEventListener("drop", (event) => {
  event.preventDefault();
  part("drop").hidden = true;
  const files = [...event.dataTransfer.files];
  if (event.target.closest("#drop-documents") || files.length > 1) readDocuments(files);
  else read(files[0]);
});
