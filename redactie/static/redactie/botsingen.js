// While a synonym is typed: what it would get in the way of. Saving shows the same, and is never stopped by it.
(() => {
  const WACHT_MS = 300;

  function volg(veld) {
    const formulier = veld.form;
    const plek = document.createElement("div");
    plek.className = "antwoord-synoniembotsing";
    plek.setAttribute("role", "status");
    veld.closest("[data-field-wrapper]").append(plek);
    let straks = 0;
    let beurt = 0;

    async function vraag() {
      const hier = ++beurt;
      const vragen = new URLSearchParams({
        woorden: veld.value,
        richting: formulier.elements.richting?.value ?? "",
        gemeente: formulier.elements.gemeente?.value ?? "",
        eigen: veld.dataset.eigen,
      });
      try {
        const antwoord = await fetch(`${veld.dataset.botsingen}?${vragen}`, { cache: "no-store" });
        const { zinnen } = antwoord.ok ? await antwoord.json() : { zinnen: [] };
        if (hier === beurt) toon(zinnen);
      } catch {
        if (hier === beurt) toon([]); // what is saved is looked at once more
      }
    }

    function toon(zinnen) {
      plek.replaceChildren(...zinnen.map((zin) => {
        const regel = document.createElement("p");
        regel.textContent = `Let op: ${zin}`;
        return regel;
      }));
    }

    formulier.addEventListener("input", (gebeurtenis) => {
      if (!["woorden", "richting", "gemeente"].includes(gebeurtenis.target.name)) return;
      clearTimeout(straks);
      straks = setTimeout(vraag, WACHT_MS);
    });
    if (veld.value) vraag();
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-botsingen]").forEach(volg);
  });
})();
