// Opening an answer beside the list. Its address names the municipality and the product, never the question.
import { neemBeurt } from "./beurt.js";
import { haal, Mislukt } from "./halen.js";
import { eigenKlik, formulier, gekozen, zet } from "./scherm.js";
import { markeer } from "./treffers.js";

export function luister() {
  document.getElementById("antwoord").addEventListener("click", (klik) => {
    const link = klik.target.closest("a[data-open], a[data-vergelijk]");
    if (!link || !eigenKlik(klik)) return;
    klik.preventDefault();
    if (link.dataset.open) open(link.dataset.open);
    else vergelijk(link.pathname + link.search);
  });
}

export const open = (sleutel) => haalAntwoord(`${new URL(formulier().action).pathname}${sleutel}/`, sleutel);

/** The comparison of municipalities for the product that is open. */
export const vergelijk = (adres, verder) => haalAntwoord(adres, gekozen().value, verder);

async function haalAntwoord(adres, sleutel, { onthoud = true } = {}) {
  try {
    const beurt = await neemBeurt(["antwoord"], (signaal) => haal(adres, { deel: "antwoord", signaal }), naam(sleutel));
    if (!beurt) return;
    gekozen().value = sleutel;
    if (onthoud && location.pathname + location.search !== adres) history.pushState(null, "", adres);
    zet("antwoord", beurt.bron);
    markeer();
    werkBij(sleutel);
    toon();
  } catch (fout) {
    if (!(fout instanceof Mislukt)) throw fout;
  }
}

/** What is coming, as the screen already knows it. */
function naam(sleutel) {
  const knop = document.querySelector(`#lijst button[value="${sleutel}"] .titel, .snel button[value="${sleutel}"] .titel`);
  const link = document.querySelector(`#antwoord a[data-open="${sleutel}"]`);
  const titel = (knop ?? link ?? document.getElementById("kaart-titel")).textContent;
  return `${titel}, ${document.querySelector(".plaats").textContent}`;
}

/** Title of the tab, and the links to the same product in other municipalities. */
function werkBij(sleutel) {
  const kop = document.getElementById("kaart-titel").textContent;
  const plaats = document.querySelector(".plaats").textContent;
  document.title = `${kop} · ${plaats} · Balie · Antwoord`;
  for (const link of document.querySelectorAll("#gemeenten a[data-bereik]")) {
    link.setAttribute("href", `/balie/${link.dataset.bereik}/${sleutel}/`);
  }
}

/** To the top of the answer, with the keyboard there: arrows then scroll it, and digits choose a municipality. */
function toon() {
  const zone = document.getElementById("antwoord");
  const kop = document.getElementById("kaart-titel");
  zone.scrollTop = 0;
  kop.focus({ preventScroll: true });
  const { top } = zone.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) zone.scrollIntoView({ block: "start" });
  kop.scrollIntoView({ block: "nearest" }); // much enlarged, it may stand below what fits
}
