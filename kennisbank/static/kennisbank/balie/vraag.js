// Search while typing.
import { neemBeurt } from "./beurt.js";
import { haal, Mislukt } from "./halen.js";
import { formulier, invoer, vraagvak, zeg, zet } from "./scherm.js";
import { begin } from "./treffers.js";

const WACHT = 40; // ms after the last key: even fast typing leaves 60 ms between two
let klok = 0;
let bezig = Promise.resolve();

export function luister() {
  vraagvak().addEventListener("input", (gebeurtenis) => {
    if (!gebeurtenis.isComposing) straks();
  });
  vraagvak().addEventListener("compositionend", straks);
  // Typed before this script was there.
  if (vraagvak().value !== vraagvak().defaultValue) straks();
}

/** Done when the list on the screen belongs to what stands in the box. */
export async function bijgewerkt() {
  if (klok) zoek();
  await bezig;
}

/** Do not ask any more what was just typed: somebody else does. */
export function laatMaar() {
  clearTimeout(klok);
  klok = 0;
}

/** `knop`: the button in the list that asks for another reading of the same question. */
export function zoek(knop = null) {
  laatMaar();
  bezig = vraagAan(knop);
  return bezig;
}

async function vraagAan(knop) {
  try {
    const beurt = await neemBeurt(["lijst"], (signaal) =>
      haal(formulier().action, { deel: "lijst", formulier: invoer({ typend: !knop, knop }), signaal }),
    );
    if (!beurt) return;
    zet("lijst", beurt.bron);
    begin();
    zeg(document.getElementById("telling")?.textContent ?? "");
  } catch (fout) {
    if (!(fout instanceof Mislukt)) throw fout;
  }
}

function straks() {
  clearTimeout(klok);
  klok = setTimeout(() => zoek(), WACHT);
}
