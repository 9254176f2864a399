// Which chat model words the replies: tested, used, or none.
drawer.addEventListener("submit", async (event) => {
  const form = event.target.closest("#model-form");
  if (!form) return;
  event.preventDefault();
  const act = event.submitter?.value || "use";
  const request = act === "none" ? { name: "", address: "" } : { name: form.elements.name.value, address: form.elements.address.value };
  part("model-told").textContent = act === "try" ? "Asking it…" : "One moment…";
  try {
    if (act === "try") {
      part("model-told").textContent = (await ask("try_model", request)).text;
      return;
    }
    part("drawer-model").innerHTML = (await ask("use_model", request)).html;
    part("drawer-model").querySelector("details").open = true;
    tellModel(request.name);
    part("model-told").textContent = request.name ? "In use from the next reply." : "No model is in use.";
  } catch (problem) {
    part("model-told").textContent = problem.message;
  }
});
