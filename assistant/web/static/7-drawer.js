// Saved conversations: open, rename, take along, delete; a new one.
const drawer = part("drawer");

async function openDrawer() {
  try {
    part("drawer-list").innerHTML = (await ask("drawer", { session })).html;
    part("drawer-model").innerHTML = (await ask("model", {})).html;
    drawer.showModal();
  } catch (problem) {
    trouble(problem.message);
  }
}

function go(id) {
  const url = new URL(window.location.href);
  if (id) url.searchParams.set("session", id);
  else url.searchParams.delete("session");
  remember("session", id);
  window.location.assign(url);
}

on("open-drawer", "click", openDrawer);
on("way-saved", "click", openDrawer);
on("close-drawer", "click", () => drawer.close());
on("new-talk", "click", () => go(""));
on("home", "click", () => { showChat(); words.focus(); });

drawer.addEventListener("click", async (event) => {
  const { target } = event;
  if (target === drawer) drawer.close();
  if (target.closest("[data-open]")) go(target.closest("[data-open]").dataset.open);
  const remove = target.closest("[data-delete]");
  if (!remove) return;
  if (!remove.dataset.sure) {
    remove.dataset.sure = "yes";
    remove.textContent = `Yes, delete “${remove.dataset.title}” for good`;
    return;
  }
  try {
    const told = await ask("delete", { session: remove.dataset.delete });
    if (remove.dataset.delete === session) return go("");
    part("drawer-list").innerHTML = (await ask("drawer", { session })).html;
    aloud(told.text);
  } catch (problem) {
    inDrawer(problem.message);
  }
});

drawer.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-rename]");
  if (!form) return;
  event.preventDefault();
  try {
    await ask("rename", { session: form.dataset.rename, title: form.title.value });
    part("drawer-list").innerHTML = (await ask("drawer", { session })).html;
    if (form.dataset.rename === session) draw(await ask("open", { session }));
    aloud("Renamed.");
  } catch (problem) {
    inDrawer(problem.message);
  }
});

function inDrawer(words) {
  const told = document.createElement("p");
  told.className = "trouble";
  told.setAttribute("role", "alert");
  told.textContent = words;
  part("drawer-list").prepend(told);
}
