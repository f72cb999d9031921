// The list on the screen: what is pointed at in it, and what is open.
import { gekozen, vraagvak, zeg } from "./scherm.js";

export const treffers = () => [...document.querySelectorAll("#treffers button")];
export const aangewezen = () => treffers().find((knop) => knop.getAttribute("aria-selected") === "true");

/** Make the list on the screen one to choose from. */
export function begin() {
  const lijst = document.getElementById("treffers");
  vraagvak().setAttribute("aria-expanded", lijst ? "true" : "false");
  vraagvak().removeAttribute("aria-activedescendant");
  if (!lijst) return;
  lijst.setAttribute("role", "listbox");
  lijst.setAttribute("aria-label", "Treffers");
  treffers().forEach((knop, nummer) => {
    knop.id = `treffer-${nummer}`;
    knop.tabIndex = -1;
    knop.setAttribute("role", "option");
    knop.setAttribute("aria-selected", "false");
    knop.parentElement.setAttribute("role", "presentation");
  });
  markeer();
}

/** Mark the hit that is open. */
export function markeer() {
  for (const knop of treffers()) {
    if (knop.value === gekozen().value) knop.setAttribute("aria-current", "true");
    else knop.removeAttribute("aria-current");
  }
}

/** Point at the next hit, or with -1 at the one before. */
export function wijs(stap) {
  const alle = treffers();
  if (!alle.length) return;
  const vorige = alle.indexOf(aangewezen());
  wijsAan(alle, vorige < 0 ? (stap > 0 ? 0 : alle.length - 1) : (vorige + stap + alle.length) % alle.length);
}

/** Point at the hit that is open, if it is in the list. */
export function wijsGeopende() {
  const alle = treffers();
  const nummer = alle.findIndex((knop) => knop.value === gekozen().value);
  if (nummer >= 0) wijsAan(alle, nummer);
}

function wijsAan(alle, nummer) {
  alle.forEach((knop, plek) => knop.setAttribute("aria-selected", plek === nummer ? "true" : "false"));
  vraagvak().setAttribute("aria-activedescendant", alle[nummer].id);
  alle[nummer].scrollIntoView({ block: "nearest" });
  zeg("");
}
