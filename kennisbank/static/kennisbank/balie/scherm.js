// What stands on the screen now, and putting something else there. The page itself is the only memory.
import { zonder } from "./maskeren.js";

export const formulier = () => document.getElementById("vraagformulier");
export const vraagvak = () => document.getElementById("vraag");
export const gekozen = () => formulier().elements.gekozen;

export function zet(zone, bron) {
  const nieuw = bron.getElementById(zone) ?? bron.body;
  document.getElementById(zone).replaceChildren(...nieuw.childNodes);
}

/** Say it to who cannot see it. */
export function zeg(tekst) {
  document.getElementById("stand").textContent = tekst;
}

/** The question as it goes to the server, in the body of a POST, without what points at a person; `knop` is the button that asked. */
export function invoer({ typend, knop = null }) {
  verversMerk();
  const gegevens = new FormData(formulier());
  gegevens.set("vraag", zonder(vraagvak().value).tekst);
  if (knop) gegevens.set(knop.name, knop.value);
  gegevens.set("typend", typend ? "1" : "");
  return gegevens;
}

/** The same form data with the token that counts now: what stands in a part of the page may be of an earlier sign-in. */
export function metMerk(gegevens) {
  verversMerk();
  gegevens.set("csrfmiddlewaretoken", formulier().elements.csrfmiddlewaretoken.value);
  return gegevens;
}

/** Signing in, in this tab or another, renews what a form must show: take it from the cookie. */
function verversMerk() {
  const merk = /(?:^|; )antwoord_csrf=([^;]+)/.exec(document.cookie)?.[1];
  if (merk) formulier().elements.csrfmiddlewaretoken.value = merk;
}

/** A click that asks for another tab or window is not ours. */
export const eigenKlik = (klik) => klik.button === 0 && !(klik.ctrlKey || klik.metaKey || klik.shiftKey || klik.altKey);
