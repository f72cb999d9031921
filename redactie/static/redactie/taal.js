// Tips for plain language under a text field, asked again after a pause in the writing.
(() => {
  const PAUZE_MS = 1000;
  const straks = new WeakMap();
  const beurten = new WeakMap();

  async function vraag(veld) {
    const beurt = (beurten.get(veld) || 0) + 1;
    beurten.set(veld, beurt);
    const formulier = veld.closest("form");
    const plek = veld.parentElement.querySelector("[data-taaltips]");
    const sleutel = formulier?.querySelector('[name="csrfmiddlewaretoken"]')?.value;
    if (!plek || !sleutel) return;
    try {
      const antwoord = await fetch(veld.dataset.taal, {
        method: "POST",
        headers: { "X-CSRFToken": sleutel },
        body: new URLSearchParams({ tekst: veld.value }),
      });
      if (!antwoord.ok || beurt !== beurten.get(veld)) return;
      const nieuw = new DOMParser().parseFromString(await antwoord.text(), "text/html");
      plek.replaceChildren(...nieuw.querySelector("[data-taaltips]").childNodes);
    } catch {
      // Advice only: without an answer the old tips stay.
    }
  }

  document.addEventListener("input", (gebeurtenis) => {
    const veld = gebeurtenis.target;
    if (!veld.matches?.("textarea[data-taal]")) return;
    clearTimeout(straks.get(veld));
    straks.set(veld, setTimeout(() => vraag(veld), PAUZE_MS));
  });
})();
