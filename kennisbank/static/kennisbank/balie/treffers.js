// The list on the screen: what is pointed at in it, and what is open. Above the hits stand the titles of `snel.js`; the
// arrows go through both.
import { gekozen, vraagvak, zeg } from "./scherm.js";

export const treffers = () => [...document.querySelectorAll("#treffers button")];
export const titels = () => [...document.querySelectorAll("#snelle button")];
const keuzes = () => [...titels(), ...treffers()];
export const aangewezen = () => keuzes().find((knop) => knop.getAttribute("aria-selected") === "true");

/** Make what is on the screen one list to choose from. What is new is not pointed at; what stayed, stays so. */
export function begin() {
  maakLijst("snelle", "Titels", titels(), "titel");
  maakLijst("treffers", "Treffers", treffers(), "treffer");
  const lijsten = ["snelle", "treffers"].filter((lijst) => document.querySelector(`#${lijst} button`));
  vraagvak().setAttribute("aria-expanded", lijsten.length ? "true" : "false");
  vraagvak().setAttribute("aria-controls", lijsten.join(" ") || "snelle");
  if (aangewezen()) vraagvak().setAttribute("aria-activedescendant", aangewezen().id);
  else vraagvak().removeAttribute("aria-activedescendant");
  markeer();
}

function maakLijst(plek, naam, knoppen, soort) {
  const lijst = document.getElementById(plek);
  if (!lijst) return;
  if (knoppen.length) lijst.setAttribute("role", "listbox");
  else lijst.removeAttribute("role");
  lijst.setAttribute("aria-label", naam);
  knoppen.forEach((knop, nummer) => {
    knop.id = `${soort}-${nummer}`;
    knop.tabIndex = -1;
    knop.setAttribute("role", "option");
    if (!knop.hasAttribute("aria-selected")) knop.setAttribute("aria-selected", "false");
    knop.parentElement.setAttribute("role", "presentation");
  });
}

/** Put other hits on the screen with `vervang`; who pointed at one of them goes on pointing at it. */
export function ververs(vervang) {
  const gewezen = aangewezen();
  vervang();
  if (gewezen && !gewezen.isConnected) {
    treffers().find((knop) => knop.value === gewezen.value)?.setAttribute("aria-selected", "true");
  }
  begin();
}

/** Who types on asks something else: nothing is pointed at any more. */
export function laatLos() {
  aangewezen()?.setAttribute("aria-selected", "false");
  vraagvak().removeAttribute("aria-activedescendant");
}

/** Mark the hit that is open. */
export function markeer() {
  for (const knop of keuzes()) {
    if (knop.value === gekozen().value) knop.setAttribute("aria-current", "true");
    else knop.removeAttribute("aria-current");
  }
}

/** Point at the next hit, or with -1 at the one before. */
export function wijs(stap) {
  const alle = keuzes();
  if (!alle.length) return;
  const vorige = alle.indexOf(aangewezen());
  wijsAan(alle, vorige < 0 ? (stap > 0 ? 0 : alle.length - 1) : (vorige + stap + alle.length) % alle.length);
}

/** Point at the hit that is open, if it is in the list. */
export function wijsGeopende() {
  const alle = [...treffers(), ...titels()];
  const nummer = alle.findIndex((knop) => knop.value === gekozen().value);
  if (nummer >= 0) wijsAan(alle, nummer);
}

function wijsAan(alle, nummer) {
  alle.forEach((knop, plek) => knop.setAttribute("aria-selected", plek === nummer ? "true" : "false"));
  vraagvak().setAttribute("aria-activedescendant", alle[nummer].id);
  alle[nummer].scrollIntoView({ block: "nearest" });
  zeg("");
}
