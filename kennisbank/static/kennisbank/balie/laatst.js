// What was opened in this call, in the list as long as nothing is asked.
import { ga } from "./gemeente.js";
import { geopend, onthoud, vergeet } from "./geheugen.js";
import { eigenKlik, formulier, gekozen, vraagvak } from "./scherm.js";

export function luister() {
  const lijst = document.getElementById("lijst");
  merkOp();
  toon();
  new MutationObserver(merkOp).observe(document.getElementById("antwoord"), { childList: true });
  new MutationObserver(toon).observe(lijst, { childList: true });
  lijst.addEventListener("click", (klik) => {
    const link = klik.target.closest("#laatst a");
    if (!link || !eigenKlik(klik)) return;
    klik.preventDefault();
    const [, , bereik, sleutel] = link.pathname.split("/");
    ga(bereik, sleutel);
  });
  document.querySelector("form.afmelden").addEventListener("submit", vergeet);
}

function merkOp() {
  if (!document.querySelector("#antwoord .kaart")) return toon();
  const titel = document.getElementById("kaart-titel").textContent;
  const plaats = document.querySelector(".plaats").textContent;
  onthoud({ adres: `${new URL(formulier().action).pathname}${gekozen().value}/`, titel, plaats });
  toon();
}

function toon() {
  const lijst = document.getElementById("lijst");
  const alle = geopend();
  const alleen = document.body.dataset.meekijken !== "ja"; // nobody looks along
  const blok = alleen && alle.length && !vraagvak().value && !document.getElementById("treffers") ? maak(alle) : null;
  const nu = document.getElementById("laatst");
  if (nu?.textContent === blok?.textContent) return;
  nu?.remove();
  if (blok) lijst.append(blok);
}

function maak(alle) {
  const blok = document.createElement("section");
  blok.id = "laatst";
  blok.className = "laatst";
  const kop = document.createElement("h2");
  kop.textContent = "Eerder in dit gesprek";
  const rijen = document.createElement("ul");
  for (const { adres, titel, plaats } of alle) {
    const link = document.createElement("a");
    link.href = adres;
    link.textContent = titel;
    const bij = document.createElement("span");
    bij.textContent = ` ${plaats}`;
    const rij = document.createElement("li");
    rij.append(link, bij);
    rijen.append(rij);
  }
  blok.append(kop, rijen);
  return blok;
}
