// Herzien: what the proposal changes in the own text, asked again after a pause in the typing.
(() => {
  const PAUZE_MS = 400;
  const NIET_NU = "De verschillen konden niet worden bijgewerkt. Uw voorstel staat er nog; typ verder of probeer het zo weer.";
  const plek = document.querySelector("[data-voorstel]");
  const veld = document.getElementById("id_voorstel");
  if (!plek || !veld) return;
  const uit = plek.querySelector("[data-uit]");
  const stand = plek.querySelector("[data-stand]");
  let straks;
  let vraag;

  async function vernieuw() {
    const deze = new AbortController();
    vraag = deze;
    try {
      const antwoord = await fetch(plek.dataset.voorstel, {
        method: "POST",
        headers: { "X-CSRFToken": veld.form.elements.csrfmiddlewaretoken.value },
        body: new URLSearchParams({ voorstel: veld.value }),
        signal: deze.signal,
      });
      if (!antwoord.ok) throw new Error(String(antwoord.status));
      const nieuw = new DOMParser().parseFromString(await antwoord.text(), "text/html");
      uit.replaceChildren(nieuw.querySelector("[data-voorstelverschil]"));
      plek.hidden = false;
      stand.textContent = "";
    } catch {
      if (deze.signal.aborted) return;
      plek.hidden = false;
      stand.textContent = NIET_NU;
    }
  }

  veld.addEventListener("input", () => {
    vraag?.abort();
    clearTimeout(straks);
    straks = setTimeout(vernieuw, PAUZE_MS);
  });
})();
