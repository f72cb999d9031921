// Herzien with the keys 1 to 4: each presses its button, unless one is typing. Can be turned off, and that is kept.
(() => {
  const form = document.querySelector("[data-besluit]");
  if (!form) return;
  const BEWAARD = "antwoord.herzien.toetsen";
  const NODIG = { houden: "reden", later: "later_op" };
  const schakelaar = form.querySelector("[data-toetsen]");
  const vakje = schakelaar.querySelector("input");
  const knoppen = [...form.querySelectorAll("[data-toets]")];

  function zet(aan) {
    vakje.checked = aan;
    knoppen.forEach((knop) => {
      knop.querySelector("kbd").hidden = !aan;
      if (aan) knop.setAttribute("aria-keyshortcuts", knop.dataset.toets);
      else knop.removeAttribute("aria-keyshortcuts");
    });
  }

  function bewaard() {
    try {
      return localStorage.getItem(BEWAARD) !== "uit";
    } catch {
      return true;
    }
  }

  schakelaar.hidden = false;
  zet(bewaard());
  vakje.addEventListener("change", () => {
    zet(vakje.checked);
    try {
      localStorage.setItem(BEWAARD, vakje.checked ? "aan" : "uit");
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
  });

  const typt = (element) => element.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (gebeurtenis) => {
    if (!vakje.checked || gebeurtenis.repeat || gebeurtenis.ctrlKey || gebeurtenis.altKey || gebeurtenis.metaKey) return;
    if (typt(gebeurtenis.target)) return;
    const knop = knoppen.find((lid) => lid.dataset.toets === gebeurtenis.key);
    if (!knop) return;
    gebeurtenis.preventDefault();
    const eerst = form.elements[NODIG[knop.value]];
    if (eerst && !eerst.value.trim()) eerst.focus();
    else knop.click();
  });
})();
