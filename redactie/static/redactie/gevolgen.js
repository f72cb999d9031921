// Gevolgen: what the typed text does per municipality, asked when the panel opens and after a pause in the typing.
(() => {
  const PAUZE_MS = 1000;
  const NIET_NU = "De gevolgen konden niet worden berekend. Uw tekst staat er nog; typ verder of probeer het zo weer.";

  function begin(plek) {
    const form = document.querySelector(plek.dataset.bron);
    const stand = plek.querySelector("[data-stand]");
    const lijst = plek.querySelector("[data-lijst]");
    if (!form) return;
    let beurt = 0;
    let straks;
    let verouderd = true;
    let gevraagd = "";

    const zichtbaar = () => plek.offsetParent !== null;

    const open = () => [...lijst.querySelectorAll('button[aria-expanded="true"]')].map((knop) => knop.value);

    function getypt() {
      return new URLSearchParams([...new FormData(form)].filter(([, waarde]) => typeof waarde === "string"));
    }

    async function haal(bij) {
      const gegevens = getypt();
      bij.forEach((slug) => gegevens.append("bij", slug));
      const antwoord = await fetch(`${plek.dataset.antwoordGevolgen}?deel=ja`, {
        method: "POST",
        headers: { "X-CSRFToken": gegevens.get("csrfmiddlewaretoken") },
        body: gegevens,
      });
      if (!antwoord.ok) throw new Error(String(antwoord.status));
      return new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector("[data-gevolgenlijst]");
    }

    async function vernieuw() {
      verouderd = false;
      const deze = ++beurt;
      // Leaving a field says "change" too: what is open beside it must not jump then.
      const nu = getypt().toString();
      if (nu === gevraagd) return;
      try {
        const nieuw = await haal(open());
        if (deze !== beurt) return;
        for (const groep of lijst.querySelectorAll("details")) {
          const zelfde = nieuw.querySelector(`details[data-gevolg="${groep.dataset.gevolg}"]`);
          if (zelfde) zelfde.open = groep.open;
        }
        const kop = nieuw.querySelector(".antwoord-gevolgen-kop").textContent;
        const tellingen = [...nieuw.querySelectorAll("summary")].map((lid) => lid.textContent.trim());
        stand.textContent = [kop, tellingen.join(" · ")].filter(Boolean).join(" ");
        nieuw.querySelector(".antwoord-gevolgen-kop").remove();
        lijst.replaceChildren(nieuw);
        gevraagd = nu;
      } catch {
        if (deze !== beurt) return;
        verouderd = true;
        stand.textContent = NIET_NU;
      }
    }

    async function toon(knop) {
      const rij = knop.closest("[data-bij]");
      const er_al = rij.querySelector(".antwoord-voorna");
      if (er_al) {
        er_al.remove();
        knop.setAttribute("aria-expanded", "false");
        return;
      }
      try {
        const nieuw = (await haal([knop.value])).querySelector(`[data-bij="${knop.value}"] .antwoord-voorna`);
        if (!nieuw || rij.querySelector(".antwoord-voorna")) return;
        rij.append(nieuw);
        knop.setAttribute("aria-expanded", "true");
      } catch {
        stand.textContent = NIET_NU;
      }
    }

    function wacht() {
      verouderd = true;
      beurt += 1;
      clearTimeout(straks);
      if (zichtbaar()) straks = setTimeout(vernieuw, PAUZE_MS);
    }

    form.addEventListener("input", wacht);
    form.addEventListener("change", wacht);
    lijst.addEventListener("click", (gebeurtenis) => {
      const knop = gebeurtenis.target.closest('button[name="bij"]');
      if (knop) toon(knop);
    });
    new IntersectionObserver(() => {
      if (verouderd && zichtbaar()) vernieuw();
    }).observe(plek);
  }

  // The way without JavaScript is a page in a new tab; with it, the panel beside the form.
  function naarPaneel(knop) {
    const schakelaar = document.querySelector('[data-side-panel-toggle="gevolgen"]');
    if (!schakelaar) return;
    knop.textContent = "Bekijk de gevolgen per gemeente";
    knop.type = "button";
    knop.addEventListener("click", () => {
      if (schakelaar.getAttribute("aria-expanded") !== "true") schakelaar.click();
    });
  }

  // Wagtail 8.0.1 puts new side panels in the page each time a draft saves itself: the panel that was there goes back.
  const panelen = [];
  let bezig = null; // where the focus was
  document.addEventListener("focusin", ({ target }) => (bezig = target));

  function neemOver() {
    for (const plek of document.querySelectorAll("[data-antwoord-gevolgen]")) {
      if (panelen.includes(plek)) continue;
      const oud = panelen.find((lid) => !lid.isConnected && lid.dataset.antwoordGevolgen === plek.dataset.antwoordGevolgen);
      if (!oud) {
        panelen.push(plek);
        begin(plek);
        continue;
      }
      plek.replaceWith(oud);
      if (oud.contains(bezig) && document.activeElement === document.body) bezig.focus();
    }
  }

  neemOver();
  new MutationObserver(neemOver).observe(document.body, { childList: true, subtree: true });
  document.querySelectorAll("[data-gevolgenknop]").forEach(naarPaneel);
})();
