// Another municipality, same question: asked anew there, with the product that is open. Also back, and a new call.
import { vergelijk } from "./antwoord.js";
import { neemBeurt } from "./beurt.js";
import { vergeet } from "./geheugen.js";
import { haal, Mislukt } from "./halen.js";
import { eigenKlik, formulier, gekozen, invoer, vraagvak, zeg, zet } from "./scherm.js";
import { begin } from "./treffers.js";
import { laatMaar } from "./vraag.js";

const ZONES = ["gemeenten", "lijst", "antwoord"];
const NA_WISSEL = {
  gemeenten: () => document.querySelector("#gemeenten [aria-current]") ?? document.querySelector("#gemeenten input"),
  lijst: vraagvak,
  antwoord: () => document.getElementById("kaart-titel"),
};

export function luister() {
  // The answer to a form (signed in again, looking along): the address of what is on the screen.
  if (location.pathname !== getoond()) history.replaceState(null, "", getoond());
  toonGekozen();
  const gemeenten = document.getElementById("gemeenten");
  gemeenten.addEventListener("click", (klik) => {
    const link = klik.target.closest("a[data-bereik]");
    if (!link || !eigenKlik(klik)) return;
    klik.preventDefault();
    ga(link.dataset.bereik, gekozen().value);
  });
  // The switch that the list offers when the question names another municipality.
  document.getElementById("lijst").addEventListener("click", (klik) => {
    const knop = klik.target.closest("button[data-bereik]");
    if (!knop) return;
    klik.preventDefault();
    ga(knop.dataset.bereik, gekozen().value);
  });
  document.getElementById("nieuw-gesprek").addEventListener("click", (klik) => {
    if (!eigenKlik(klik)) return;
    klik.preventDefault();
    nieuwGesprek();
  });
  addEventListener("popstate", async () => {
    if (location.hash && location.pathname === getoond()) return; // a link to a place on this page
    const [, , bereik, eerste = "", tweede = ""] = location.pathname.split("/");
    // A contact point or a notice has two parts; a comparison stands behind the product.
    const [sleutel, vergeleken] = eerste.startsWith("_") ? [`${eerste}/${tweede}`, ""] : [eerste, tweede];
    await ga(bereik, sleutel, { onthoud: false });
    if (vergeleken) await vergelijk(location.pathname + location.search, { onthoud: false });
  });
}

/** The address of what is on the screen, without what follows a question mark. */
function getoond() {
  const sleutel = gekozen().value;
  const vergeleken = document.querySelector("#antwoord .vergelijking") ? "vergelijk/" : "";
  return `${new URL(formulier().action).pathname}${sleutel ? `${sleutel}/` : ""}${vergeleken}`;
}

/** True when there is a municipality with this digit. */
export function kiesMetToets(cijfer) {
  const link = document.querySelector(`#gemeenten a[data-toets="${cijfer}"]`);
  if (link) ga(link.dataset.bereik, gekozen().value);
  return Boolean(link);
}

export async function nieuwGesprek() {
  vergeet();
  vraagvak().value = "";
  vraagvak().focus();
  await ga("regio", "");
}

export async function ga(bereik, sleutel, { onthoud = true } = {}) {
  laatMaar();
  const [vorige, adres] = [formulier().action, `/balie/${bereik}/`];
  // At once, so that what is typed or opened from now on is about this municipality.
  stuurNaar(adres);
  gekozen().value = sleutel;
  try {
    const beurt = await neemBeurt(ZONES, (signaal) =>
      haal(adres, { formulier: invoer({ typend: true }), signaal }),
      naam(bereik),
    );
    if (!beurt) return;
    const focusIn = ZONES.find((zone) => document.getElementById(zone).contains(document.activeElement));
    for (const zone of beurt.zones) zet(zone, beurt.bron);
    toonGekozen();
    // What had the keyboard is gone: it stays in the same part of the screen.
    if (focusIn && document.activeElement === document.body) NA_WISSEL[focusIn]()?.focus();
    document.title = beurt.bron.title;
    const nieuw = sleutel ? `${adres}${sleutel}/` : adres;
    if (onthoud && location.pathname !== nieuw) history.pushState(null, "", nieuw);
    begin();
    document.getElementById("antwoord").scrollTop = 0;
    zeg(`Gekozen: ${document.querySelector(".plaats").textContent}`);
  } catch (fout) {
    stuurNaar(vorige);
    if (!(fout instanceof Mislukt)) throw fout;
  }
}

/** Where the question goes from now on; looking along stays at this desk too. */
function stuurNaar(adres) {
  formulier().action = adres;
  for (const knop of document.querySelectorAll("button[name=meekijken]")) knop.formAction = `${adres}_meekijken/`;
}

/** As the bar calls it. */
function naam(bereik) {
  const keuze = document.querySelector(`#gemeenten [data-bereik="${bereik}"]`);
  if (bereik === "regio") return "de hele regio";
  return keuze?.value || [...(keuze?.childNodes ?? [])].find((deel) => deel.nodeType === Node.TEXT_NODE)?.data || bereik;
}

/** On a narrow screen the bar is one row that scrolls. */
function toonGekozen() {
  const balk = document.getElementById("gemeenten");
  const knop = balk.querySelector("[aria-current]");
  if (knop) balk.scrollLeft = knop.offsetLeft - (balk.clientWidth - knop.offsetWidth) / 2;
}
