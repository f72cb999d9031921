// A slow network: after a second a zone says what is coming, and that what still stands there is of before.
const GEDULD = 1000; // ms that the old content stays without a word
const zones = new Map();

/** Say so in these zones when it takes long; call what this gives when it is over. */
export function wacht(plekken, komt) {
  const klok = setTimeout(() => plekken.forEach((plek) => toon(plek, komt)), GEDULD);
  return () => {
    clearTimeout(klok);
    plekken.forEach((plek) => weg(plek, komt));
  };
}

function toon(plek, komt) {
  const zone = document.getElementById(plek);
  weg(plek);
  const regel = document.createElement("p");
  regel.className = "wacht";
  regel.setAttribute("role", "status");
  const eerder = document.querySelector("#antwoord .kaart, #antwoord .vergelijking") && plek === "antwoord";
  const zin = `Wordt opgehaald: ${komt}.${eerder ? " Hieronder staat nog het vorige antwoord." : ""}`;
  regel.textContent = zin;
  const begin = Date.now() - GEDULD;
  const tik = setInterval(() => {
    regel.textContent = `${zin} Dit duurt al ${Math.round((Date.now() - begin) / 1000)} seconden.`;
  }, 5000);
  zone.prepend(regel);
  zone.setAttribute("aria-busy", "true");
  zone.scrollTop = 0;
  zones.set(plek, { komt, regel, tik });
}

/** With `komt`: only when it is still that what the zone waits for. */
function weg(plek, komt) {
  const nu = zones.get(plek);
  if (!nu || (komt && nu.komt !== komt)) return;
  clearInterval(nu.tik);
  nu.regel.remove();
  document.getElementById(plek).removeAttribute("aria-busy");
  zones.delete(plek);
}
