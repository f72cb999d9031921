// Choosing a municipality by its name, where there are more than keys; and "kies gemeente" in an answer leads there.
import { ga } from "./gemeente.js";
import { eigenKlik, formulier, gekozen, vraagvak } from "./scherm.js";

export function luister() {
  const gemeenten = document.getElementById("gemeenten");
  gemeenten.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    kies(vak(), [heel, begin, ergens]);
  });
  // A choice from the list of the browser; what is half typed waits for Enter.
  gemeenten.addEventListener("change", () => kies(vak(), [heel]));
  document.getElementById("antwoord").addEventListener("click", (klik) => {
    if (!klik.target.closest("a[data-kies]") || !eigenKlik(klik)) return;
    klik.preventDefault();
    klik.stopImmediatePropagation();
    naarGemeente();
  }, { capture: true });
}

function naarGemeente() {
  (vak() ?? document.querySelector("#gemeenten a[data-bereik]:not([aria-current])"))?.focus();
}

const vak = () => document.getElementById("gemeente");
const vouw = (naam) => naam.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
const heel = (naam, getypt) => naam === getypt;
const begin = (naam, getypt) => naam.startsWith(getypt);
const ergens = (naam, getypt) => naam.includes(getypt);

async function kies(veld, manieren) {
  const getypt = vouw(veld.value);
  const keuzes = [...veld.list.options];
  let gevonden = [];
  for (const past of manieren) {
    if (!gevonden.length) gevonden = keuzes.filter((keuze) => getypt && past(vouw(keuze.value), getypt));
  }
  if (gevonden.length === 1) return gaNaar(gevonden[0].dataset.bereik, veld);
  if (manieren.length > 1) zegFout(veld, getypt, gevonden);
}

async function gaNaar(bereik, veld) {
  veld.value = "";
  zegFout(veld, "", []);
  if (new URL(formulier().action).pathname === `/balie/${bereik}/`) return vraagvak().focus();
  await ga(bereik, gekozen().value);
  vraagvak().focus();
}

function zegFout(veld, getypt, gevonden) {
  const namen = gevonden.slice(0, 4).map((keuze) => keuze.value);
  veld.setAttribute("aria-invalid", getypt ? "true" : "false");
  document.getElementById("gemeentefout").textContent = !getypt
    ? ""
    : namen.length
      ? `Meer dan één: ${namen.join(", ")}. Typ verder.`
      : "Deze gemeente staat niet in uw lijst.";
}
