// The day of signing: the paper's last days are worked out from it.
root.addEventListener("submit", (event) => {
  const form = event.target.closest("form.signing");
  if (!form) return;
  event.preventDefault();
  const told = form.querySelector(".trouble");
  told.hidden = true;
  const tell = (problem) => { told.textContent = problem; told.hidden = false; };
  take("sign", { file: form.dataset.file, day: form.day.value }, "Working the days out…", tell);
});
