// Opening an answer beside the list. Its address names the municipality and the product, never the question.
import { Beurt } from "./beurt.js";
import { haal, Mislukt } from "./halen.js";
import { markeer } from "./lijst.js";
import { formulier, gekozen, zet } from "./scherm.js";

const beurt = new Beurt();

export function luister() {
  document.getElementById("antwoord").addEventListener("click", (klik) => {
    const link = klik.target.closest("a[data-open]");
    if (!link || klik.ctrlKey || klik.metaKey || klik.shiftKey) return;
    klik.preventDefault();
    open(link.dataset.open, { focus: true });
  });
  addEventListener("popstate", () => location.reload());
}

export function breekAf() {
  beurt.breekAf();
}

export async function open(sleutel, { focus = false } = {}) {
  const adres = adresVan(sleutel);
  try {
    const bron = await beurt.neem((signaal) => haal(adres, { deel: "antwoord", signaal }));
    if (!bron) return;
    gekozen().value = sleutel;
    if (location.pathname !== adres) history.pushState(null, "", adres);
    zet("antwoord", bron);
    markeer();
    werkBij(sleutel);
    if (focus) toon();
  } catch (fout) {
    if (!(fout instanceof Mislukt)) throw fout;
  }
}

/** The address of a product at this desk. */
function adresVan(sleutel) {
  return new URL(formulier().action).pathname + `${sleutel}/`;
}

/** Title of the tab, and the links to the same product in other municipalities. */
function werkBij(sleutel) {
  const kop = document.getElementById("kaart-titel")?.textContent ?? "";
  const plaats = document.querySelector(".plaats")?.textContent ?? "";
  document.title = `${kop} · ${plaats} · Balie · Antwoord`;
  for (const link of document.querySelectorAll("#gemeenten a[data-bereik]")) {
    link.setAttribute("href", `/balie/${link.dataset.bereik}/${sleutel}/`);
  }
}

export function toon() {
  const zone = document.getElementById("antwoord");
  zone.scrollTop = 0;
  document.getElementById("kaart-titel")?.focus({ preventScroll: true });
  if (zone.getBoundingClientRect().top < 0 || zone.getBoundingClientRect().top > innerHeight / 2) {
    zone.scrollIntoView({ block: "start" });
  }
}
