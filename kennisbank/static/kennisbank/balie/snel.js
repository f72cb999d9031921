// Titles at each letter, before the server has answered: in a place of its own above the hits, that never grows.
import { formulier, vraagvak } from "./scherm.js";
import { begin } from "./treffers.js";
import { ververs, zoekTitels } from "./titels.js";

const LEEG = "Titels verschijnen bij elke letter.";
const GEEN = "Geen titel met deze woorden.";
const NA = 60_000; // ms between two looks at whether the list changed

let getoond = "[]";

const adres = () => new URL(formulier().action).pathname;

export function luister() {
  document.getElementById("snel").hidden = false;
  haal();
  // Another municipality, or a new call: other titles, at once.
  new MutationObserver(haal).observe(formulier(), { attributes: true, attributeFilter: ["action"] });
  setInterval(() => document.hidden || ververs(adres(), toon), NA);
  document.addEventListener("visibilitychange", () => document.hidden || ververs(adres(), toon));
}

function haal() {
  toon();
  ververs(adres(), toon);
}

/** For what stands in the box now. */
export function toon() {
  const lijst = document.getElementById("snelle");
  const gevonden = zoekTitels(adres(), vraagvak().value);
  document.getElementById("snel-leeg").textContent = gevonden.length ? "" : vraagvak().value.trim() ? GEEN : LEEG;
  const nu = JSON.stringify(gevonden.map(({ id, titel, bij }) => [id, titel, bij]));
  if (nu === getoond) return; // the same rows stay, with the one that is pointed at
  getoond = nu;
  lijst.replaceChildren(...gevonden.map(rij));
  begin();
}

function rij({ id, titel, teken, bij }) {
  const knop = document.createElement("button");
  Object.assign(knop, { type: "submit", name: "open", value: id });
  knop.setAttribute("form", "vraagformulier");
  knop.append(deel("teken", teken), deel("titel", titel));
  if (bij) knop.append(deel("bij", bij));
  knop.firstChild.setAttribute("aria-hidden", "true");
  const regel = document.createElement("li");
  regel.append(knop);
  return regel;
}

function deel(soort, tekst) {
  const stuk = document.createElement("span");
  stuk.className = soort;
  stuk.textContent = tekst;
  return stuk;
}
