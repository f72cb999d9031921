// Pasting out of Word, a mail or a page: its mark-up becomes Markdown. What has none is left to the browser, and so is
// pasting without mark-up (Ctrl+Shift+V).
import { naarMarkdown } from "./htmlnaarmarkdown.js";
import { losGezet, meld, voegIn } from "./tekstinvoegen.js";

const TE_LANG = 2_000_000;

export function plak(gebeurtenis) {
  const veld = gebeurtenis.target;
  const html = gebeurtenis.clipboardData?.getData("text/html") || "";
  if (!html || html.length > TE_LANG) return;
  const { markdown, linksWeg } = naarMarkdown(html);
  if (!markdown) return;
  gebeurtenis.preventDefault();
  const plat = gebeurtenis.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
  const van = veld.selectionStart;
  const isBlok = /\n|^(#|- |1\. |\|)/.test(markdown);
  const tekst = isBlok ? losGezet(veld, van, veld.selectionEnd, markdown) : markdown;
  voegIn(veld, van, veld.selectionEnd, tekst);
  meld(veld, zin(linksWeg), {
    naam: "Zonder opmaak",
    doe: () => {
      if (veld.value.slice(van, van + tekst.length) === tekst) voegIn(veld, van, van + tekst.length, plat);
      else meld(veld, "U hebt de tekst al veranderd. Plak opnieuw, met Ctrl+Shift+V.");
    },
  });
}

function zin(linksWeg) {
  if (!linksWeg) return "De opmaak is omgezet.";
  const hoeveel = linksWeg === 1 ? "Van 1 link is" : `Van ${linksWeg} links is`;
  return `De opmaak is omgezet. ${hoeveel} alleen de tekst overgenomen: een adres begint met https, mailto of tel.`;
}
