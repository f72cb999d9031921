// The preview panel: municipality and day become part of the mode that Wagtail asks the preview in.
(() => {
  function werkBij(paneel) {
    const gemeente = paneel.querySelector('[data-deel="gemeente"]').value;
    const dag = paneel.querySelector('[data-deel="dag"]').value;
    const wijze = paneel.querySelector('[data-deel="wijze"]');
    for (const keuze of wijze.options) {
      keuze.value = [keuze.value.split("|")[0], gemeente, dag].join("|");
    }
    wijze.dispatchEvent(new Event("change", { bubbles: true }));
  }

  document.addEventListener("change", (gebeurtenis) => {
    const paneel = gebeurtenis.target.closest("[data-antwoord-voorbeeld]");
    if (paneel && gebeurtenis.target.dataset.deel !== "wijze") werkBij(paneel);
  });
})();
