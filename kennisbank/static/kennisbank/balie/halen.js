// Asking the server for a part of the page. What fails, says so and leaves the screen as it is.
const VERBROKEN = "De balie antwoordt niet. Wat op het scherm staat, blijft staan. Probeer het zo nog eens.";
const VERLOPEN = "Deze bladzijde is te oud geworden. Laad haar opnieuw (F5) en stel de vraag nog eens.";

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
  if (antwoord.status === 403) throw meld(VERLOPEN);
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

function meldAfgemeld() {
  const link = document.createElement("a");
  link.href = `/balie/aanmelden/?next=${encodeURIComponent(location.pathname)}`;
  link.textContent = "Meld u opnieuw aan";
  return meld("U bent afgemeld. ", link);
}
