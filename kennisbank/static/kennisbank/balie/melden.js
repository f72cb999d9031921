// “Klopt niet”: the form opens at the field where the keyboard (or the mouse) was, and Enter sends it. What goes wrong
// is said, and what was typed stays. Without this script the same form is a page.
import { haal, Mislukt } from "./halen.js";
import { maskeer, zonder } from "./maskeren.js";
import { eigenKlik, metMerk, zeg } from "./scherm.js";

let laatste = null; // the element of the answer that had the focus before the button

export function luister() {
  const zone = document.getElementById("antwoord");
  zone.addEventListener("focusin", ({ target }) => {
    if (!target.closest(".handelingen, .meldvak")) laatste = target;
  });
  zone.addEventListener("click", (klik) => {
    const link = klik.target.closest("a[data-meld]");
    if (link && eigenKlik(klik) && document.getElementById("meldformulier")) {
      klik.preventDefault();
      open(link.href);
    }
  });
  zone.addEventListener("submit", (gebeurtenis) => {
    const gezien = gebeurtenis.target.closest("form[data-gezien]");
    if (!gezien) return;
    gebeurtenis.preventDefault();
    legWeg(gezien, gebeurtenis.submitter);
  });
}

const rijVan = (element) => element?.closest('[data-veld], [id^="veld-"]');

const deelVan = (element) => element?.closest("#antwoord section");

/** The place of an answer as the server calls it; empty is the answer as a whole. */
function plekVan(element) {
  const rij = rijVan(element);
  if (rij) return rij.dataset.veld ?? rij.id.slice("veld-".length);
  if (element?.closest(".vraag-eerst")) return "uitvragen";
  if (element?.closest(".contact")) return "contactpunt";
  const deel = deelVan(element);
  if (deel?.querySelector("#zeg-dit-kop")) return "spreekantwoord";
  if (deel?.querySelector("#door-kop")) return "doorverbinden";
  if (deel?.querySelector("#intern-kop")) return "interne_toelichting";
  return "";
}

function open(adres) {
  document.querySelector(".meldvak")?.remove();
  const van = laatste?.isConnected ? laatste : document.getElementById("kaart-titel");
  const vak = document.createElement("form");
  vak.className = "meldvak meldformulier";
  vak.setAttribute("aria-label", "Klopt niet");
  vak.autocomplete = "off";
  vak.append(document.getElementById("meldformulier").content.cloneNode(true));
  const keuze = vak.querySelector("select");
  const plek = plekVan(van);
  if ([...keuze.options].some((optie) => optie.value === plek)) keuze.value = plek;
  vak.addEventListener("keydown", (toets) => {
    if (toets.key !== "Escape") return;
    toets.preventDefault();
    toets.stopPropagation();
    sluit(vak, van);
  });
  vak.querySelector("[data-meld-sluit]").addEventListener("click", () => sluit(vak, van));
  vak.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    gebeurtenis.stopPropagation();
    verstuur(vak, adres, van);
  });
  vak.querySelector("[name=opmerking]").addEventListener("input", ({ target }) => waarschuw(vak, target.value));
  plaats(van, plek).append(vak);
  vak.querySelector("[name=opmerking]").focus({ preventScroll: true });
  vak.scrollIntoView({ block: "nearest" });
}

/** Where the form comes to stand: under the field that it is about. */
function plaats(van, plek) {
  const deel = plek && (rijVan(van) ?? deelVan(van));
  return deel ? (deel.querySelector(".veldtekst") ?? deel) : document.querySelector("#antwoord .kaart-kop");
}

function sluit(vak, van) {
  vak.remove();
  if (van.isConnected) terugNaar(van);
}

/** What points at a person does not leave this page, and it says so while one types. */
function waarschuw(vak, opmerking) {
  const { weg } = zonder(opmerking);
  const regel = vak.querySelector("[data-niet-mee]");
  const tekst = weg.length ? `Dit lijkt op ${weg.join(" en ")}. Dat gaat niet mee.` : "";
  if (regel.textContent !== tekst) regel.textContent = tekst;
}

async function verstuur(vak, adres, van) {
  if (vak.getAttribute("aria-busy")) return;
  vak.setAttribute("aria-busy", "true");
  try {
    const gegevens = metMerk(new FormData(vak));
    gegevens.set("opmerking", maskeer(gegevens.get("opmerking")));
    const bron = await haal(adres, { deel: "melden", formulier: gegevens });
    const gemeld = bron.getElementById("gemeld");
    if (!gemeld || !vak.isConnected) return;
    vak.replaceWith(document.adoptNode(gemeld));
    if (van.isConnected) terugNaar(van);
    zeg(gemeld.textContent);
  } catch (fout) {
    if (!(fout instanceof Mislukt)) throw fout;
  } finally {
    vak.removeAttribute("aria-busy");
  }
}

async function legWeg(vak, knop) {
  try {
    await haal(vak.action, { deel: "meldingen", formulier: metMerk(new FormData(vak, knop)) });
    vak.closest(".meldantwoord").remove();
    zeg("Gelezen.");
    document.getElementById("kaart-titel")?.focus();
  } catch (fout) {
    if (!(fout instanceof Mislukt)) throw fout;
  }
}

/** The keyboard back to where it was, and that in sight: much enlarged, it may have gone out of it. */
function terugNaar(van) {
  van.focus({ preventScroll: true });
  van.scrollIntoView({ block: "nearest" });
}
