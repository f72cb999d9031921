// A field for several things out of a long list: what is chosen becomes a check box, as the server makes them; see
// redactie/cms/meerkiezer.py. The searching is combobox.js.
import { Combobox, klein } from "./combobox.js";

function meerkiezer(plek) {
  const veld = plek.querySelector("[data-zoek]");
  const gekozen = plek.querySelector("[data-gekozen]");
  // Half a word is no choice: only a press on a button sends what still stands here.
  const verzend = veld.name;
  if (!veld.value) veld.removeAttribute("name");
  veld.form?.addEventListener("submit", () => {
    if (veld.value.trim()) veld.name = verzend;
  }, true);

  async function haal(woorden, signal) {
    const antwoord = await fetch(`${plek.dataset.adres}?q=${encodeURIComponent(woorden)}`, { signal });
    if (!antwoord.ok) throw new Error(antwoord.status);
    return antwoord.json();
  }

  function kies(optie) {
    veld.removeAttribute("name");
    const stond = [...gekozen.querySelectorAll("input")].find((vakje) => vakje.value === optie.waarde);
    const vakje = stond || nieuwVakje(optie);
    vakje.checked = true;
    vakje.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function nieuwVakje(optie) {
    const label = document.createElement("label");
    const vakje = Object.assign(document.createElement("input"), { type: "checkbox", name: plek.dataset.naam });
    vakje.value = optie.waarde;
    const tekst = document.createElement("span");
    tekst.textContent = optie.label;
    label.append(vakje, " ", tekst);
    if (optie.bij) label.append(" ", klein(optie.bij));
    const rij = document.createElement("li");
    rij.append(label);
    gekozen.append(rij);
    return vakje;
  }

  new Combobox({
    veld,
    lijst: plek.querySelector("[data-lijst]"),
    stand: plek.querySelector("[data-stand]"),
    haal,
    kies,
    fout: "Zoeken lukt nu niet. Wat u koos, staat er nog.",
  });
}

document.querySelectorAll("[data-meerkiezer]").forEach(meerkiezer);
