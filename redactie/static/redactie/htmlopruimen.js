// What somebody pastes out of Word, a mail or a page, as plain a tree as Markdown can say. Made inert by the parser:
// nothing in it runs or is fetched. What becomes of the tree is the work of htmlnaarmarkdown.js.

const MET_INHOUD_WEG = "script, style, head, title, meta, link, template, noscript, iframe, object, embed, svg, math, "
  + "img, picture, video, audio, canvas, button, input, select, textarea, del, .msocomtxt, .msocomanchor, "
  + "[style*='mso-element:comment-list'], [style*='mso-hide:all'], [style*='display:none'], [style*='display: none']";
const VEILIG = /^(https:\/\/[^\s/?#@\\"<>]+([/?#][^\s"<>\\]*)?|mailto:[^\s"<>\\@]+@[^\s"<>\\@]+|tel:\+?[0-9][0-9\-.]*)$/i;
const ONZICHTBAAR = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u2028-\u202e\u2060-\u2069\ufeff]/g;
const WIT = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const BLOK = "p, h1, h2, h3, h4, h5, h6, ul, ol, li, table, blockquote, pre, div, section, article";

// A tree to make Markdown of, and how many links it lost because their address may not be.
export function opgeruimd(html) {
  const doc = new DOMParser().parseFromString(html, "text/html");
  const boom = doc.body;
  doc.querySelectorAll(MET_INHOUD_WEG).forEach((element) => element.remove());
  wordLijsten(boom);
  zonderCommentaar(boom);
  tekst(boom);
  nadruk(boom);
  opmaaktabellen(boom);
  koppen(boom);
  lijstInLijst(boom);
  return { boom, linksWeg: links(boom) };
}

// Word writes a list as paragraphs: the level in the style, the sign as text between two comments.
function wordLijsten(boom) {
  let open = []; // the lists that are open, the outermost first
  let vorige = null;
  for (const alinea of [...boom.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const niveau = Number(/mso-list:\s*l\d+\s+level(\d+)/i.exec(alinea.getAttribute("style") || "")?.[1] || 0);
    if (!niveau) continue;
    if (!vorige || volgende(vorige) !== alinea) open = [];
    const soort = teken(alinea) ? "ol" : "ul";
    open.length = Math.min(open.length, niveau);
    if (open.length === niveau && open.at(-1).localName !== soort) open.pop();
    while (open.length < niveau) open.push(nieuweLijst(alinea, open.at(-1), soort));
    const item = boom.ownerDocument.createElement("li");
    item.append(...alinea.childNodes);
    open.at(-1).append(item);
    vorige = open[0];
    alinea.remove();
  }
}

const volgende = (element) => element.nextElementSibling;

function nieuweLijst(alinea, buiten, soort) {
  const lijst = alinea.ownerDocument.createElement(soort);
  if (!buiten) alinea.before(lijst);
  else if (buiten.lastElementChild) buiten.lastElementChild.append(lijst);
  else buiten.append(lijst);
  return lijst;
}

// Takes the sign away; whether it was a number or a letter.
function teken(alinea) {
  const merk = [...alinea.querySelectorAll("[style]")].find((lid) => /mso-list:\s*ignore/i.test(lid.getAttribute("style")));
  const woord = (merk?.textContent || "").replace(WIT, " ").trim();
  merk?.remove();
  return /^\(?([0-9]+|[a-z]|[ivx]+)[.)]/i.test(woord);
}

function zonderCommentaar(boom) {
  const loper = boom.ownerDocument.createTreeWalker(boom, NodeFilter.SHOW_COMMENT);
  const weg = [];
  while (loper.nextNode()) weg.push(loper.currentNode);
  weg.forEach((lid) => lid.remove());
}

function tekst(boom) {
  const loper = boom.ownerDocument.createTreeWalker(boom, NodeFilter.SHOW_TEXT);
  while (loper.nextNode()) loper.currentNode.data = loper.currentNode.data.replace(ONZICHTBAAR, "").replace(WIT, " ");
}

// Google and Word Online write bold in the style, and put all of it in a <b> that is not bold.
function nadruk(boom) {
  boom.querySelectorAll("b, strong, em, i").forEach((lid) => {
    const gewoon = lid.matches("b, strong") ? /font-weight:\s*(normal|400)/i : /font-style:\s*normal/i;
    if (gewoon.test(lid.getAttribute("style") || "") || lid.querySelector(BLOK) || lid.closest("h1, h2, h3, h4, h5, h6")) {
      lid.replaceWith(...lid.childNodes);
    }
  });
  boom.querySelectorAll("span[style]").forEach((lid) => {
    const stijl = lid.getAttribute("style");
    if (lid.querySelector(BLOK) || lid.closest("h1, h2, h3, h4, h5, h6")) return;
    if (/font-weight:\s*(bold|[6-9]00)/i.test(stijl)) om(lid, "strong");
    if (/font-style:\s*italic/i.test(stijl)) om(lid, "em");
  });
}

function om(lid, naam) {
  const element = lid.ownerDocument.createElement(naam);
  element.append(...lid.childNodes);
  lid.append(element);
}

// Headings of our texts begin at the third level, and there are two.
function koppen(boom) {
  boom.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach((kop) => {
    const nieuw = boom.ownerDocument.createElement(/[1-3]/.test(kop.localName[1]) ? "h3" : "h4");
    nieuw.append(...kop.childNodes);
    kop.replaceWith(kop.closest("li, td, th") ? inVet(nieuw) : nieuw);
  });
}

function inVet(kop) {
  const vet = kop.ownerDocument.createElement("strong");
  vet.append(...kop.childNodes);
  return vet;
}

// A table of one column, or with a table in it, holds a page together and says nothing.
function opmaaktabellen(boom) {
  [...boom.querySelectorAll("table")].reverse().forEach((tabel) => {
    const rijen = [...tabel.rows];
    if (rijen.some((rij) => rij.cells.length > 1) && !tabel.querySelector("table, h1, h2, h3, h4, h5, h6")) return;
    const cellen = rijen.flatMap((rij) => [...rij.cells]).map((cel) => {
      const blok = boom.ownerDocument.createElement("div");
      blok.append(...cel.childNodes);
      return blok;
    });
    tabel.replaceWith(...cellen);
  });
}

// A list that stands beside an item, where it should stand in it.
function lijstInLijst(boom) {
  boom.querySelectorAll(":is(ul, ol) > :is(ul, ol)").forEach((lijst) => {
    if (lijst.previousElementSibling?.localName === "li") lijst.previousElementSibling.append(lijst);
  });
}

function links(boom) {
  let weg = 0;
  boom.querySelectorAll("a").forEach((link) => {
    const adres = (link.getAttribute("href") || "").trim();
    if (VEILIG.test(adres) && link.textContent.trim()) return link.setAttribute("href", adres);
    if (adres && !adres.startsWith("#") && link.textContent.trim()) weg += 1;
    link.replaceWith(...link.childNodes);
  });
  return weg;
}
