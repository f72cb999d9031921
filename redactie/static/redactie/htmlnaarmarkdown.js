// HTML of a clipboard → the Markdown that our texts know: ### and ####, lists, links, bold, italics, tables. Never HTML.
// The tables are ours: the ready-made rules escape a bar in a cell twice.
import TurndownService from "../turndown/turndown.js";
import { opgeruimd } from "./htmlopruimen.js";

const OPMAAK = "strong, b, em, i, a[href], h3, h4, ul, ol, table, blockquote";
const TOKEN = /(\{[a-z_]+[.:][a-z0-9_-]+\})/;

const werk = new TurndownService({
  headingStyle: "atx",
  bulletListMarker: "-",
  emDelimiter: "*",
  strongDelimiter: "**",
});

const escape = werk.escape.bind(werk);
// A token stays a token; an underscore inside a word is no mark-up; Python-Markdown has no escape for = and ~.
werk.escape = (tekst) => tekst.split(TOKEN).map((deel) => (TOKEN.test(deel) ? deel : netjes(escape(deel)))).join("");
const netjes = (tekst) => tekst.replace(/(\w)\\_(?=\w)/g, "$1_").replace(/^\\(?=[=~])/gm, "");

const opEenRegel = (tekst) => tekst.trim().replace(/\s*\n\s*/g, " ");

werk.addRule("regeleinde", { filter: "br", replacement: () => "  \n" });
werk.addRule("streep", { filter: "hr", replacement: () => "\n\n" });
werk.addRule("code", { filter: ["code", "pre", "kbd", "samp"], replacement: (inhoud) => inhoud });
werk.addRule("item", { filter: "li", replacement: item });
werk.addRule("kop", { filter: ["h3", "h4"], replacement: kop });
werk.addRule("link", { filter: (knoop) => knoop.localName === "a" && knoop.hasAttribute("href"), replacement: link });
werk.addRule("tabel", { filter: "table", replacement: (_, knoop) => tabel(knoop) });

function item(inhoud, knoop) {
  const lijst = knoop.parentElement;
  const plaats = [...lijst.children].filter((lid) => lid.localName === "li").indexOf(knoop);
  const merk = lijst.localName === "ol" ? `${plaats + 1}. ` : "- ";
  const regels = inhoud.trim().replace(/\n{2,}/g, "\n").replace(/\n/g, `\n${" ".repeat(merk.length)}`);
  return regels ? `${merk}${regels}\n` : "";
}

function kop(inhoud, knoop) {
  const woorden = opEenRegel(inhoud);
  return woorden ? `\n\n${knoop.localName === "h3" ? "###" : "####"} ${woorden}\n\n` : "";
}

function link(inhoud, knoop) {
  const woorden = opEenRegel(inhoud);
  const adres = knoop.getAttribute("href").replace(/[()]/g, (haak) => (haak === "(" ? "%28" : "%29"));
  return woorden ? `[${woorden}](${adres})` : "";
}

function tabel(knoop) {
  const rijen = [...knoop.rows].map((rij) => [...rij.cells].map(cel));
  const gevuld = rijen.filter((rij) => rij.some(Boolean));
  if (!gevuld.length) return "";
  const breed = Math.max(...gevuld.map((rij) => rij.length));
  const regel = (cellen) => `| ${[...cellen, ...Array(breed - cellen.length).fill("")].join(" | ")} |`;
  const [kopregel, ...rest] = gevuld;
  return `\n\n${[regel(kopregel), regel(Array(breed).fill("---")), ...rest.map(regel)].join("\n")}\n\n`;
}

function cel(knoop) {
  const blok = knoop.ownerDocument.createElement("div");
  blok.append(...knoop.cloneNode(true).childNodes);
  blok.querySelectorAll("br").forEach((lid) => lid.replaceWith(" "));
  return opEenRegel(werk.turndown(blok)).replace(/\|/g, "\\|");
}

// `markdown` is empty where the clipboard holds no mark-up that we know: then its plain text says the same.
export function naarMarkdown(html) {
  const { boom, linksWeg } = opgeruimd(html);
  if (!boom.querySelector(OPMAAK) && !linksWeg) return { markdown: "", linksWeg: 0 };
  const ruw = werk.turndown(boom);
  const markdown = ruw.replace(/[ \t]+$/gm, (wit) => (wit === "  " ? wit : "")).replace(/\n{3,}/g, "\n\n").trim();
  return { markdown, linksWeg };
}
