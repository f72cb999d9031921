// Choosing in the list: arrows and Enter from the search box (an ARIA combobox), or a click.
import { open } from "./antwoord.js";
import { formulier, gekozen, vraagvak, zeg } from "./scherm.js";
import { bijgewerkt } from "./vraag.js";

const treffers = () => [...document.querySelectorAll("#treffers button")];
const aangewezen = () => treffers().find((knop) => knop.getAttribute("aria-selected") === "true");

export function luister() {
  const vak = vraagvak();
  vak.setAttribute("role", "combobox");
  vak.setAttribute("aria-autocomplete", "list");
  vak.setAttribute("aria-controls", "treffers");
  begin();
  vak.addEventListener("keydown", (toets) => {
    if (toets.key === "ArrowDown" || toets.key === "ArrowUp") {
      toets.preventDefault();
      wijs(toets.key === "ArrowDown" ? 1 : -1);
    }
  });
  formulier().addEventListener("submit", async (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const knop = gebeurtenis.submitter?.name === "open" ? gebeurtenis.submitter : null;
    if (knop) return open(knop.value);
    const vooraf = aangewezen();
    if (!vooraf) await bijgewerkt();
    const keuze = vooraf ?? treffers()[0];
    if (keuze) open(keuze.value);
  });
}

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

function wijs(stap) {
  const alle = treffers();
  if (!alle.length) return;
  const vorige = alle.indexOf(aangewezen());
  const nummer = vorige < 0 ? (stap > 0 ? 0 : alle.length - 1) : (vorige + stap + alle.length) % alle.length;
  alle.forEach((knop, plek) => knop.setAttribute("aria-selected", plek === nummer ? "true" : "false"));
  vraagvak().setAttribute("aria-activedescendant", alle[nummer].id);
  alle[nummer].scrollIntoView({ block: "nearest" });
  zeg("");
}
