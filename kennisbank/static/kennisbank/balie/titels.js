// The titles of the chosen municipality in an index of this page: fetched once, asked again whether they changed. What
// is typed is looked up here and goes nowhere. Nothing of it outlives the page.
import MiniSearch from "../../minisearch/minisearch.js";

const VERS = 30_000; // ms in which the list is not asked for again, however often somebody comes back to it
const MEESTE = 4;
const KORT = 2; // letters: they are in so many words that only the titles themselves are looked up first
const LIJKT_OP = (woord) => (woord.length > 4 ? 0.2 : false); // edits, as a part of its letters
const VELDEN = { fields: ["titel", "trefwoorden", "synoniemen"], storeFields: ["titel", "teken", "bij", "gevouwen"] };
const bewaard = new Map(); // address → {index, etag, gevraagd}

/** Bring the list of this desk up to date; `klaar` is called when there is another one. Fails in silence. */
export async function ververs(adres, klaar) {
  const vorige = bewaard.get(adres);
  if (vorige && Date.now() - vorige.gevraagd < VERS) return;
  bewaard.set(adres, { ...vorige, gevraagd: Date.now() });
  try {
    const antwoord = await fetch(`${adres}_titels/`, {
      headers: { "X-Balie-Deel": "titels", ...(vorige?.etag && { "If-None-Match": vorige.etag }) },
      cache: "no-store",
    });
    zegStilstand(antwoord.headers.get("X-Balie-Stil"));
    if (!antwoord.ok) return;
    const index = await maak(await antwoord.json());
    bewaard.set(adres, { index, etag: antwoord.headers.get("ETag"), gevraagd: Date.now() });
    klaar();
  } catch {
    // The desk says by itself that it cannot be reached; the list that was there goes on.
  }
}

/** At most four titles for what is typed, the best first; nothing as long as the list is not there. */
export function zoekTitels(adres, getypt) {
  const index = bewaard.get(adres)?.index;
  const woorden = vouw(getypt);
  if (!index || !woorden) return [];
  const opties = { boostDocument: (id, woord, lid) => voorrang(lid, woorden) };
  const precies = index.search(woorden, woorden.length > KORT ? opties : { ...opties, fields: ["titel"] });
  // What looks like the words takes longest to look up, and is for who mistyped.
  const gevonden = precies.length ? precies : index.search(woorden, { ...opties, fuzzy: LIJKT_OP });
  return gevonden.slice(0, MEESTE);
}

/** The warning that nothing new comes in is of the server: the list is asked anew when it should come or go. */
function zegStilstand(stil) {
  if (stil && (stil === "1") !== Boolean(document.getElementById("stilstand"))) {
    document.dispatchEvent(new Event("balie:ververs"));
  }
}

/** A title that begins so, and what is no question or referral: that is asked most. */
const voorrang = ({ gevouwen, teken }, woorden) => (gevouwen.startsWith(woorden) ? 4 : 1) * (teken ? 1 : 2);

async function maak({ stopwoorden, producten }) {
  const stil = new Set(stopwoorden);
  const index = new MiniSearch({
    ...VELDEN,
    tokenize: (tekst) => vouw(tekst).split(" "),
    processTerm: (woord) => woord,
    searchOptions: {
      tokenize: (woorden) => zonderStopwoorden(woorden.split(" "), stil),
      combineWith: "AND",
      prefix: true,
      boost: { titel: 4, trefwoorden: 2 },
      weights: { prefix: 0.8, fuzzy: 0.3 },
    },
  });
  // In pieces: who types meanwhile does not wait for it.
  const leden = producten.map((lid) => ({ ...lid, gevouwen: vouw(lid.titel) }));
  await index.addAllAsync(leden, { chunkSize: 40 });
  return index;
}

/** The last word may be half of another one, so it always counts. */
function zonderStopwoorden(woorden, stil) {
  const rest = woorden.filter((woord, plek) => plek === woorden.length - 1 || !stil.has(woord));
  return rest.length ? rest : woorden;
}

/** Bare words, as the server folds them. */
const vouw = (tekst) => tekst.normalize("NFKD").toLowerCase()
  .replace(/\p{M}/gu, "").replace(/['’‘`´]s?(?![\p{L}\p{N}])|['’‘`´]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
