// Tells the desk which questions came to nothing: nothing was opened after them. Kept here alone, until the next
// product opens or the call ends; the server masks what it gets, and keeps no text that fewer than three asked.
import { maskeer } from "./maskeren.js";
import { formulier, gekozen, metMerk, vraagvak } from "./scherm.js";

const GEVRAAGD = 2500; // ms that a question stands still before it counts as asked
const KORTST = 3;
let open = []; // questions after which nothing was opened yet
let klok = 0;

export function luister() {
  let vorige = gekozen().value;
  vraagvak().addEventListener("input", () => {
    clearTimeout(klok);
    klok = setTimeout(onthoud, GEVRAAGD);
  });
  new MutationObserver(() => {
    const nu = gekozen().value;
    if (nu && nu !== vorige) geopend(nu);
    else if (!nu && !vraagvak().value) meld("");
    vorige = nu;
  }).observe(document.getElementById("antwoord"), { childList: true });
  addEventListener("pagehide", () => meld(""));
}

function onthoud() {
  clearTimeout(klok);
  const vraag = maskeer(vraagvak().value);
  if (vraag.length < KORTST || open.includes(vraag)) return;
  // Typing on is still the same question.
  open = [...open.filter((ander) => !vraag.startsWith(ander) && !ander.startsWith(vraag)), vraag].slice(-5);
}

/** A product opened: the question in the box led to it, the ones before it did not. */
function geopend(sleutel) {
  clearTimeout(klok);
  const gelukt = maskeer(vraagvak().value);
  open = open.filter((vraag) => vraag !== gelukt);
  meld(sleutel);
}

function meld(vervolg) {
  if (!open.length) return;
  const gegevens = metMerk(new URLSearchParams({ vervolg }));
  for (const vraag of open) gegevens.append("vraag", vraag);
  open = [];
  const adres = `${new URL(formulier().action).pathname}_vergeefs/`;
  // Whether it arrives makes no difference to who is on the telephone.
  fetch(adres, { method: "POST", body: gegevens, keepalive: true }).catch(() => {});
}
