// A check-in: three numbers go in, what they would change is listed in the talk and here; nothing is changed before a yes.
root.addEventListener("submit", (event) => {
  const form = event.target.closest("form.check-in");
  if (!form) return;
  event.preventDefault();
  const counted = [...form.querySelectorAll("input")].map((field) => `${field.name}: ${field.value}`).join("\n");
  const words = form.querySelector(".trouble");
  words.hidden = true;
  const tell = (problem) => { words.textContent = problem; words.hidden = false; };
  take("check_in", { work: form.dataset.work, counted }, "Working it through…", tell);
});
