// Another municipality, same question: asked anew there, with the product that is open. And a new conversation.
import { breekAf as breekAntwoordAf } from "./antwoord.js";
import { Beurt } from "./beurt.js";
import { haal, Mislukt } from "./halen.js";
import { begin } from "./lijst.js";
import { formulier, gekozen, invoer, vraagvak, zeg, zet } from "./scherm.js";
import { breekAf as breekVraagAf } from "./vraag.js";

const beurt = new Beurt();

export function luister() {
  document.getElementById("gemeenten").addEventListener("click", (klik) => {
    const link = klik.target.closest("a[data-bereik]");
    if (!link || klik.ctrlKey || klik.metaKey || klik.shiftKey) return;
    klik.preventDefault();
    kies(link.dataset.bereik);
  });
  document.getElementById("gemeente")?.addEventListener("change", (keuze) => kies(keuze.target.value));
  document.getElementById("nieuw-gesprek").addEventListener("click", (klik) => {
    if (klik.ctrlKey || klik.metaKey || klik.shiftKey) return;
    klik.preventDefault();
    nieuwGesprek();
  });
}

/** True when there is a municipality with this digit. */
export function kiesMetToets(cijfer) {
  const link = document.querySelector(`#gemeenten a[data-toets="${cijfer}"]`);
  if (link) kies(link.dataset.bereik);
  return Boolean(link);
}

export function nieuwGesprek() {
  vraagvak().value = "";
  gekozen().value = "";
  return kies("regio").then(() => vraagvak().focus());
}

async function kies(bereik) {
  breekVraagAf();
  breekAntwoordAf();
  const product = gekozen().value;
  const adres = `/balie/${bereik}/`;
  try {
    const bron = await beurt.neem((signaal) => haal(adres, { formulier: invoer(false), signaal }));
    if (!bron) return;
    for (const zone of ["gemeenten", "lijst", "antwoord"]) zet(zone, bron);
    document.getElementById("gemeente")?.addEventListener("change", (keuze) => kies(keuze.target.value));
    formulier().action = adres;
    document.title = bron.title;
    const nieuw = product ? `${adres}${product}/` : adres;
    if (location.pathname !== nieuw) history.pushState(null, "", nieuw);
    begin();
    document.getElementById("antwoord").scrollTop = 0;
    zeg(`Nu: ${document.querySelector(".plaats").textContent}`);
  } catch (fout) {
    if (!(fout instanceof Mislukt)) throw fout;
  }
}
