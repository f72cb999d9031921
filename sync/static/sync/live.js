// How far a text is live: asks its fragment until it says that it is done, and says each change once.
(() => {
  const BEGIN_MS = 400;
  const LANGSTE_MS = 5000;
  const OPGEVEN_MS = 10 * 60 * 1000;
  const NIET_NU = "Of uw tekst live is, is nu niet te zien. Kijk bij Publicatie.";

  function begin(plek) {
    const tot = Date.now() + OPGEVEN_MS;
    let wacht = BEGIN_MS;

    const zeg = (tekst) => {
      // A screen reader reads what changes: the same words again are no news.
      if (plek.textContent.trim() !== tekst) plek.textContent = tekst;
    };

    async function vraag() {
      if (!plek.isConnected) return;
      let stand = "bezig";
      try {
        const antwoord = await fetch(plek.dataset.antwoordLive, { credentials: "same-origin" });
        if (!antwoord.ok || antwoord.redirected) throw new Error(String(antwoord.status));
        const nieuw = new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector("[data-live]");
        stand = nieuw.dataset.live;
        zeg(nieuw.textContent.trim());
        plek.dataset.stand = stand;
      } catch {
        wacht = LANGSTE_MS;
        zeg(NIET_NU);
      }
      if (stand === "klaar" || Date.now() > tot) return;
      wacht = stand === "hulp" ? LANGSTE_MS : Math.min(LANGSTE_MS, wacht * 1.3);
      setTimeout(vraag, document.hidden ? LANGSTE_MS : wacht);
    }

    vraag();
  }

  document.querySelectorAll("[data-antwoord-live]").forEach(begin);
})();
