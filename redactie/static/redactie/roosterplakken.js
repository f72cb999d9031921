// Paste a piece of a spreadsheet into the grid of tariffs, from the field with the focus to the right and down.
// What is an amount is judged by the server; here only what cannot be one is kept out, and named.
(() => {
  const LIJKT_OP_BEDRAG = /^[€\s]*\d[\d.,\s]*$/;
  const HOOGSTENS = 5;

  // Per row of the grid, over all tables: per year the field, or null where nothing can be typed.
  function velden(rooster) {
    return [...rooster.querySelectorAll("tbody tr")].map((rij) =>
      [...rij.querySelectorAll("td")].map((cel) => cel.querySelector('input[type="text"]')),
    );
  }

  function plek(rijen, veld) {
    for (let rij = 0; rij < rijen.length; rij += 1) {
      const kolom = rijen[rij].indexOf(veld);
      if (kolom >= 0) return { rij, kolom };
    }
    return null;
  }

  function zet(rijen, begin, tekst) {
    const gezet = [];
    const over = [];
    tekst.replace(/\r?\n$/, "").split(/\r?\n/).forEach((regel, omlaag) => {
      regel.split("\t").forEach((ruw, opzij) => {
        const waarde = ruw.trim();
        if (!waarde) return;
        const veld = rijen[begin.rij + omlaag]?.[begin.kolom + opzij];
        if (!LIJKT_OP_BEDRAG.test(waarde)) over.push(`“${waarde}” is geen bedrag`);
        else if (!veld) over.push(`voor ${waarde} is hier geen vakje`);
        else {
          gezet.push({ veld, was: veld.value });
          veld.value = waarde;
        }
      });
    });
    return { gezet, over };
  }

  function zin(gezet, over) {
    const aantal = gezet.length === 1 ? "1 bedrag" : `${gezet.length} bedragen`;
    const meer = over.length > HOOGSTENS ? `; en nog ${over.length - HOOGSTENS}` : "";
    const rest = over.length ? ` Niet geplakt: ${over.slice(0, HOOGSTENS).join("; ")}${meer}.` : "";
    return `${aantal} geplakt, nog niet bewaard.${rest}`;
  }

  function meld(bericht, gezet, over) {
    bericht.hidden = false;
    bericht.querySelector("[data-plaktekst]").textContent = zin(gezet, over);
    const terug = bericht.querySelector("button");
    terug.hidden = gezet.length === 0;
    terug.onclick = () => {
      for (const { veld, was } of gezet) veld.value = was;
      bericht.querySelector("[data-plaktekst]").textContent = "De bedragen staan weer zoals ze waren.";
      terug.hidden = true;
      gezet[0].veld.focus();
    };
  }

  document.addEventListener("paste", (gebeurtenis) => {
    const rooster = gebeurtenis.target.closest?.("[data-rooster]");
    const tekst = gebeurtenis.clipboardData?.getData("text/plain") ?? "";
    // A single value is pasted as anywhere.
    if (!rooster || !/[\t\n]/.test(tekst.trim())) return;
    const rijen = velden(rooster);
    const begin = plek(rijen, gebeurtenis.target);
    if (!begin) return;
    gebeurtenis.preventDefault();
    const { gezet, over } = zet(rijen, begin, tekst);
    meld(rooster.querySelector("[data-plakbericht]"), gezet, over);
  });
})();
