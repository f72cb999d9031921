// A small toolbar above each Markdown field: it puts signs around or before the selected text, as typing would.
// The picker is invoegen.js, pasting plakken.js.
import { openKiezer } from "./invoegen.js";
import { plak } from "./plakken.js";
import { voegIn } from "./tekstinvoegen.js";

const KNOPPEN = [
  { naam: "Vet", titel: "Vette tekst", toets: "b", om: ["**", "**"], leeg: "tekst" },
  { naam: "Cursief", titel: "Cursieve tekst", toets: "i", om: ["*", "*"], leeg: "tekst" },
  { naam: "Link", titel: "Link", toets: "k", om: ["[", "](https://)"], leeg: "tekst van de link" },
  { naam: "Lijst", titel: "Opsomming", voor: () => "- " },
  { naam: "Stappen", titel: "Genummerde stappen", voor: (nummer) => `${nummer + 1}. ` },
  { naam: "Kop", titel: "Tussenkop", voor: () => "### " },
  { naam: "Feit of product", titel: "Bedrag, gegeven of link naar een product invoegen", toets: ".", doe: openKiezer },
];

const ctrl = (gebeurtenis) => (gebeurtenis.ctrlKey || gebeurtenis.metaKey) && !gebeurtenis.altKey && !gebeurtenis.shiftKey;

function pasToe(veld, knop) {
  const { selectionStart: van, selectionEnd: tot, value } = veld;
  if (knop.doe) return knop.doe(veld);
  if (knop.om) {
    const gekozen = value.slice(van, tot) || knop.leeg;
    const begin = van + knop.om[0].length;
    return voegIn(veld, van, tot, knop.om[0] + gekozen + knop.om[1], [begin, begin + gekozen.length]);
  }
  const begin = value.lastIndexOf("\n", van - 1) + 1;
  const einde = value.indexOf("\n", tot) === -1 ? value.length : value.indexOf("\n", tot);
  const regels = value.slice(begin, einde).split("\n");
  return voegIn(veld, begin, einde, regels.map((regel, nummer) => knop.voor(nummer) + regel).join("\n"));
}

function maakBalk(veld) {
  if (veld.dataset.markdown === "klaar") return;
  veld.dataset.markdown = "klaar";
  const balk = document.createElement("div");
  balk.className = "antwoord-balk";
  balk.setAttribute("role", "toolbar");
  balk.setAttribute("aria-label", "Opmaak");
  balk.setAttribute("aria-controls", veld.id);
  KNOPPEN.forEach((knop, nummer) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = knop.naam;
    element.title = knop.toets ? `${knop.titel} (Ctrl+${knop.toets.toUpperCase()})` : knop.titel;
    if (knop.toets) element.setAttribute("aria-keyshortcuts", `Control+${knop.toets.toUpperCase()}`);
    element.tabIndex = nummer === 0 ? 0 : -1;
    element.addEventListener("click", () => pasToe(veld, knop));
    balk.append(element);
  });
  balk.addEventListener("keydown", (gebeurtenis) => loop(balk, gebeurtenis));
  const melding = document.createElement("p");
  melding.className = "antwoord-stand antwoord-melding";
  melding.setAttribute("role", "status");
  veld.antwoordMelding = melding;
  veld.before(balk);
  veld.after(melding);
  veld.addEventListener("paste", plak);
  veld.addEventListener("keydown", (gebeurtenis) => sneltoets(veld, gebeurtenis));
}

function sneltoets(veld, gebeurtenis) {
  const knop = ctrl(gebeurtenis) && KNOPPEN.find((lid) => lid.toets === gebeurtenis.key.toLowerCase());
  if (!knop) return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopPropagation();
  pasToe(veld, knop);
}

// One stop for the tab key; arrows walk along the buttons.
function loop(balk, gebeurtenis) {
  const stap = { ArrowRight: 1, ArrowLeft: -1 }[gebeurtenis.key];
  if (!stap) return;
  const knoppen = [...balk.children];
  const nu = knoppen.indexOf(document.activeElement);
  const volgende = knoppen[(nu + stap + knoppen.length) % knoppen.length];
  knoppen.forEach((knop) => {
    knop.tabIndex = knop === volgende ? 0 : -1;
  });
  volgende.focus();
  gebeurtenis.preventDefault();
}

const zoek = (plek) => plek.querySelectorAll("textarea[data-markdown]").forEach(maakBalk);

zoek(document);
// Rows that are added later bring fields of their own.
new MutationObserver(() => zoek(document)).observe(document.body, { childList: true, subtree: true });
