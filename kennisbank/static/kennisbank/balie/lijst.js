// Choosing in the list: arrows and Enter from the search box (an ARIA combobox), or a click.
import { open } from "./antwoord.js";
import { formulier, vraagvak } from "./scherm.js";
import { aangewezen, begin, titels, treffers, wijs, wijsGeopende } from "./treffers.js";
import { bijgewerkt, zoek } from "./vraag.js";

export function luister() {
  const vak = vraagvak();
  vak.setAttribute("role", "combobox");
  vak.setAttribute("aria-autocomplete", "list");
  begin();
  vak.addEventListener("keydown", (toets) => {
    if (toets.key === "ArrowDown" || toets.key === "ArrowUp") {
      toets.preventDefault();
      wijs(toets.key === "ArrowDown" ? 1 : -1);
    }
  });
  document.getElementById("antwoord").addEventListener("click", (klik) => {
    if (!klik.target.closest("[data-lijst]")) return;
    klik.preventDefault();
    klik.stopImmediatePropagation();
    terugNaarLijst();
  }, { capture: true });
  formulier().addEventListener("submit", async (gebeurtenis) => {
    const knop = gebeurtenis.submitter;
    if (knop?.hasAttribute("data-heel")) return; // a whole new page
    gebeurtenis.preventDefault();
    if (knop?.name === "open") return open(knop.value);
    if (knop?.name === "letterlijk") {
      vak.focus();
      return zoek(knop);
    }
    const vooraf = aangewezen();
    const keuze = vooraf ?? ((await bijgewerkt()) ? treffers()[0] : titels()[0]);
    if (keuze) open(keuze.value);
  });
}

/** To the question, with the list as it was left: at the hit that is open. */
export function terugNaarLijst() {
  vraagvak().focus();
  wijsGeopende();
  return true;
}
