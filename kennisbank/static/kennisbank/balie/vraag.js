// Search while typing.
import { neemBeurt } from "./beurt.js";
import { haal, Mislukt } from "./halen.js";
import { toon as toonTitels } from "./snel.js";
import { formulier, invoer, vraagvak, zeg, zet } from "./scherm.js";
import { aangewezen, laatLos, titels, treffers, ververs } from "./treffers.js";

const WACHT = 40; // ms after the last key: even fast typing leaves 60 ms between two
let klok = 0;
let bezig = Promise.resolve(true);
let stuk = false; // as the last list of a question said

export function luister() {
  vraagvak().addEventListener("input", (gebeurtenis) => {
    if (!gebeurtenis.isComposing) getypt();
  });
  vraagvak().addEventListener("compositionend", getypt);
  // Not under the hand of who is choosing; the next look comes by itself.
  document.addEventListener("balie:ververs", () => aangewezen() || zoek());
  // Typed before this script was there.
  if (vraagvak().value !== vraagvak().defaultValue) straks();
}

/**
 * Waits until the list on the screen belongs to what stands in the box; false when the server gave none. Once it said that
 * the search engine is down there is nothing to wait for: a title is as good as what comes.
 */
export async function bijgewerkt() {
  if (klok) zoek();
  return stuk && titels().length ? false : bezig;
}

/** Do not ask any more what was just typed: somebody else does. */
export function laatMaar() {
  clearTimeout(klok);
  klok = 0;
}

/** `knop`: the button in the list that asks for another reading of the same question. */
export function zoek(knop = null) {
  laatMaar();
  toonTitels();
  bezig = vraagAan(knop);
  return bezig;
}

async function vraagAan(knop) {
  try {
    const beurt = await neemBeurt(["lijst"], (signaal) =>
      haal(formulier().action, { deel: "lijst", formulier: invoer({ typend: !knop, knop }), signaal }),
      `treffers op “${vraagvak().value}”`,
    );
    if (!beurt) return true; // a newer question paints
    ververs(() => zet("lijst", beurt.bron));
    const telling = document.getElementById("telling");
    if (telling) stuk = document.querySelector("#lijst [data-alleen-titels]") !== null;
    zeg(telling?.textContent ?? "");
    return !stuk || treffers().length > 0;
  } catch (fout) {
    if (!(fout instanceof Mislukt)) throw fout;
    return false;
  }
}

/** The titles of this page at once, the hits of the server when the typing rests. */
function getypt() {
  laatLos();
  toonTitels();
  straks();
}

function straks() {
  clearTimeout(klok);
  klok = setTimeout(() => zoek(), WACHT);
}
