// What may point at a person does not leave this page with a question, and the page says so. The rules are those of the
// server, which applies them again; one table of examples is held against both.
import { GEEN_LETTERS, MASKER, ONZICHTBAAR, REGELS, WOORDEN } from "./maskeerregels.js";

// Those that must look twice at what they found; by the names that they have on the server.
const kijkers = { _postcode: postcode, _lang_getal: langGetal };
const regels = REGELS.map(([patroon, vervanging]) => [new RegExp(patroon, "giu"), kijkers[vervanging] ?? vervanging]);
const masker = new RegExp(MASKER, "g");
const geenLetters = new RegExp(`^(?:${GEEN_LETTERS})$`);

/** The text with masks, as redactie/maskeren.py makes it. */
export function maskeer(tekst) {
  let schoon = tekst.normalize("NFKC").replace(new RegExp(ONZICHTBAAR, "g"), "").replace(/\p{Nd}/gu, cijfer);
  schoon = schoon.trim().replace(/\s+/gu, " ").replace(/[\u2010\u2011\u2012\u2013\u2014\u2212]/g, "-");
  for (const [patroon, vervanging] of regels) schoon = schoon.replace(patroon, vervanging);
  return schoon;
}

/** {tekst, weg}: the text without what points at a person, and in words what that was. */
export function zonder(tekst) {
  const gemaskeerd = maskeer(tekst);
  const soorten = [...new Set(gemaskeerd.match(masker) ?? [])];
  if (!soorten.length) return { tekst, weg: [] };
  return {
    tekst: gemaskeerd.replace(masker, " ").trim().replace(/\s+/gu, " "),
    weg: soorten.map((soort) => WOORDEN[soort.slice(1, -1)] ?? "een gegeven"),
  };
}

function postcode(alles, cijfers, letters, nummer) {
  const jaar = Number(cijfers) >= 1900 && Number(cijfers) <= 2099;
  return !nummer && jaar && geenLetters.test(letters.toLowerCase()) ? alles : "[postcode]";
}

function langGetal(alles) {
  const cijfers = alles.replace(/\D/g, "");
  if (/^140\d{2,3}$/.test(cijfers)) return alles; // 14 078: the number of a municipality
  return (cijfers.length === 8 || cijfers.length === 9) && elfproef(cijfers) ? "[bsn]" : "[nummer]";
}

function elfproef(cijfers) {
  const getallen = [...cijfers.padStart(9, "0")].map(Number);
  const som = getallen.slice(0, 8).reduce((tot, getal, plek) => tot + getal * (9 - plek), 0) - getallen[8];
  return som % 11 === 0 && getallen.some(Boolean);
}

/** Digits of other scripts are digits too: Unicode keeps them together in tens. */
function cijfer(teken) {
  let waarde = 0;
  while (waarde < 10 && /\p{Nd}/u.test(String.fromCodePoint(teken.codePointAt(0) - waarde - 1))) waarde += 1;
  return String(waarde % 10);
}
