// Search while typing.
import { Beurt } from "./beurt.js";
import { haal, Mislukt } from "./halen.js";
import { begin } from "./lijst.js";
import { formulier, invoer, vraagvak, zeg, zet } from "./scherm.js";

const WACHT = 40; // ms after the last key; a key every 60 ms is very fast typing
const beurt = new Beurt();
let klok = 0;
let bezig = Promise.resolve();

export function luister() {
  vraagvak().addEventListener("input", (gebeurtenis) => {
    if (!gebeurtenis.isComposing) straks();
  });
  vraagvak().addEventListener("compositionend", straks);
}

/** Done when the list on the screen belongs to what stands in the box. */
export async function bijgewerkt() {
  if (klok) zoek(true);
  await bezig;
}

/** What is on its way is no longer wanted. */
export function breekAf() {
  clearTimeout(klok);
  klok = 0;
  beurt.breekAf();
}

export function zoek(typend) {
  clearTimeout(klok);
  klok = 0;
  bezig = beurt
    .neem((signaal) => haal(formulier().action, { deel: "lijst", formulier: invoer(typend), signaal }))
    .then((bron) => {
      if (!bron) return;
      zet("lijst", bron);
      begin();
      zeg(document.getElementById("telling")?.textContent ?? "");
    })
    .catch((fout) => {
      if (!(fout instanceof Mislukt)) throw fout;
    });
  return bezig;
}

function straks() {
  clearTimeout(klok);
  klok = setTimeout(() => zoek(true), WACHT);
}
