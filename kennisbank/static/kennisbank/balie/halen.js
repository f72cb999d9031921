// Asking the server for a part of the page. What fails, says so and leaves the screen as it is.
const VERBROKEN = "De balie antwoordt niet. Wat op het scherm staat, blijft staan. Probeer het zo nog eens.";
const VERLOPEN = "Deze bladzijde is te oud geworden. ";

export class Mislukt extends Error {}

/** A parsed document; `deel` is "lijst", "antwoord" or "" (the whole page). An AbortError passes. */
export async function haal(adres, { deel = "", formulier = null, signaal }) {
  let antwoord;
  try {
    antwoord = await fetch(adres, {
      method: formulier ? "POST" : "GET",
      body: formulier ? new URLSearchParams(formulier) : undefined,
      headers: { "X-Balie-Deel": deel || "alles" },
      signal: signaal,
      cache: "no-store",
    });
  } catch (fout) {
    if (fout.name === "AbortError") throw fout;
    throw meld(VERBROKEN);
  }
  if (antwoord.status === 401) throw meldAfgemeld();
  if (antwoord.status === 403) throw meld(VERLOPEN, knop("Ga verder", formulierVan().action));
  if (isAnders(antwoord)) return opnieuw();
  if (!antwoord.ok && antwoord.status !== 404) throw meld(VERBROKEN);
  const tekst = await antwoord.text();
  zwijg();
  return new DOMParser().parseFromString(tekst, "text/html");
}

export function zwijg() {
  document.getElementById("melding").hidden = true;
}

function meld(tekst, ...verder) {
  const melding = document.getElementById("melding");
  melding.replaceChildren(tekst, ...verder);
  melding.hidden = false;
  return new Mislukt(tekst);
}

/** What is on the screen goes along in the body of the form, and comes back after signing in. */
function meldAfgemeld() {
  const opnieuwAan = knop("Meld u opnieuw aan", "/balie/aanmelden/");
  opnieuwAan.name = "next";
  opnieuwAan.value = location.pathname;
  return meld("U bent afgemeld. ", opnieuwAan, " Uw vraag blijft staan.");
}

/** A button that sends the question and the product on the screen to a whole new page. */
function knop(tekst, adres) {
  const nieuw = document.createElement("button");
  nieuw.type = "submit";
  nieuw.className = "knop stil";
  nieuw.setAttribute("form", "vraagformulier");
  nieuw.setAttribute("formaction", adres);
  nieuw.setAttribute("data-heel", "");
  nieuw.textContent = tekst;
  return nieuw;
}

/** Another tab switched looking along on or off: this screen does not show what it says. */
const isAnders = (antwoord) => {
  const stand = antwoord.headers.get("X-Balie-Meekijken");
  return stand !== null && stand !== document.body.dataset.meekijken;
};

function opnieuw() {
  formulierVan().submit();
  return new Promise(() => {}); // the page goes
}

const formulierVan = () => document.getElementById("vraagformulier");
