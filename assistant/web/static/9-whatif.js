// What if: one figure is moved, the answer is worked out again, and nothing is kept until the owner says so.
const PAUSE = 200;
let trying = 0;

function tried(form) {
  const field = form.querySelector("input");
  const value = field.type === "checkbox" ? (field.checked ? "yes" : "no") : field.value;
  return { process: form.dataset.process, scope: form.dataset.scope, name: form.dataset.name, means: form.dataset.means, value };
}

root.addEventListener("input", (event) => {
  const form = event.target.closest("form.what-if");
  if (!form) return;
  const moved = tried(form);
  form.querySelector("[data-moved]").textContent = form.dataset.unit === "share" ? `${Math.round(moved.value * 100)} %` : moved.value;
  form.querySelector("button").hidden = true;
  clearTimeout(form.waits);
  form.waits = setTimeout(() => answer(form, moved), PAUSE);
});

async function answer(form, moved) {
  const mine = ++trying;
  const told = form.querySelector(".answer");
  try {
    const { text } = await ask("suppose", { session, ...moved });
    if (mine !== trying) return;
    told.textContent = text;
    form.querySelector("button").hidden = false;
  } catch (problem) {
    if (mine === trying) told.textContent = problem.message;
  }
}

root.addEventListener("submit", (event) => {
  const form = event.target.closest("form.what-if");
  if (!form) return;
  event.preventDefault();
  take("settle", tried(form), "Working it through…", (problem) => { form.querySelector(".answer").textContent = problem; });
});
