// Under an own text: what a reader gets of it, asked again after a pause in the typing.
(() => {
  const PAUZE_MS = 700;
  const NIET_NU = "Het voorbeeld kon niet worden gemaakt. Uw tekst staat er nog; typ verder of probeer het zo weer.";
  const straks = new WeakMap();
  const beurten = new WeakMap();

  const rijVan = (element) => element.closest('[id^="inline_child_afwijkingen-"]');
  const deel = (rij, naam) => rij.querySelector(`[name^="afwijkingen-"][name$="-${naam}"]`)?.value ?? "";
  const vandaag = () => new Date().toLocaleDateString("sv");

  // The others of the same field that are not taken away and not over.
  function erbij(rij, form) {
    return [...form.querySelectorAll("[data-antwoord-uitwerking]")].map(rijVan).filter((ander) => {
      const tot = deel(ander, "tot");
      return ander !== rij && deel(ander, "DELETE") !== "1" && deel(ander, "veld") === deel(rij, "veld")
        && (!tot || tot >= vandaag());
    });
  }

  function gegevens(rij, form) {
    const uit = new URLSearchParams();
    for (const naam of ["product", "gemeente"]) uit.set(naam, form.elements[naam]?.value ?? "");
    for (const naam of ["veld", "wijze", "tekst", "reden"]) uit.set(naam, deel(rij, naam));
    for (const ander of erbij(rij, form)) {
      uit.append("erbij_wijze", deel(ander, "wijze"));
      uit.append("erbij_tekst", deel(ander, "tekst"));
    }
    return uit;
  }

  async function vraag(plek) {
    const rij = rijVan(plek);
    const form = plek.closest("form");
    const uit = plek.querySelector("[data-uit]");
    const stand = plek.querySelector("[data-stand]");
    const beurt = (beurten.get(plek) || 0) + 1;
    beurten.set(plek, beurt);
    const wat = gegevens(rij, form);
    if (!wat.get("product") || !wat.get("gemeente") || !wat.get("veld")) return;
    try {
      const antwoord = await fetch(plek.dataset.antwoordUitwerking, {
        method: "POST",
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        body: wat,
      });
      if (!antwoord.ok) throw new Error(String(antwoord.status));
      const nieuw = new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector("[data-uitwerking]");
      if (beurt !== beurten.get(plek)) return;
      for (const oud of uit.querySelectorAll("details[data-deel]")) {
        const zelfde = nieuw.querySelector(`details[data-deel="${oud.dataset.deel}"]`);
        if (zelfde) zelfde.open = oud.open;
      }
      const aantal = nieuw.querySelectorAll("[data-opmerkingen] li").length;
      const zin = aantal ? `Let op: ${aantal === 1 ? "1 opmerking" : `${aantal} opmerkingen`} bij deze tekst.` : "";
      if (stand.textContent !== zin) stand.textContent = zin;
      uit.replaceChildren(nieuw);
    } catch {
      if (beurt === beurten.get(plek)) stand.textContent = NIET_NU;
    }
  }

  function wacht({ target }) {
    const rij = rijVan(target);
    const plek = rij?.querySelector("[data-antwoord-uitwerking]");
    if (!plek || !/-(veld|wijze|tekst|reden|tot|DELETE)$/.test(target.name || "")) return;
    beurten.set(plek, (beurten.get(plek) || 0) + 1);
    clearTimeout(straks.get(plek));
    straks.set(plek, setTimeout(() => vraag(plek), PAUZE_MS));
  }

  document.addEventListener("input", wacht);
  document.addEventListener("change", wacht);
})();
