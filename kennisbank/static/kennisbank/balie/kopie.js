// Copying what the server says may be given to the caller. Where the clipboard refuses, the link opens the page with it.
import { eigenKlik, zeg } from "./scherm.js";

const ZICHTBAAR = 2500; // ms that the link says what it did

export function luister() {
  document.getElementById("antwoord").addEventListener("click", async (klik) => {
    const link = klik.target.closest("a[data-kopie]");
    if (!link || !eigenKlik(klik)) return;
    klik.preventDefault();
    try {
      await (link.dataset.kopie === "feiten" ? kopieer("kopie-tekst", "kopie-html") : kopieer(`kopie-${link.dataset.kopie}`));
      laatZien(link);
    } catch {
      location.assign(link.href);
    }
  });
}

/** Plain text, and for programs that can: the same with headings and tables. */
async function kopieer(tekst, html) {
  const soorten = { "text/plain": inhoud(tekst).textContent };
  if (html) soorten["text/html"] = document.getElementById(html).innerHTML;
  const stukken = Object.entries(soorten).map(([soort, woorden]) => [soort, new Blob([woorden], { type: soort })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(stukken))]);
}

const inhoud = (plek) => document.getElementById(plek).content;

function laatZien(link) {
  const woorden = link.dataset.woorden ?? link.textContent;
  link.dataset.woorden = woorden;
  link.textContent = "Gekopieerd ✓";
  zeg(`Gekopieerd: ${woorden.replace(/^Kopieer /, "")}`);
  setTimeout(() => { link.textContent = woorden; }, ZICHTBAAR);
}
