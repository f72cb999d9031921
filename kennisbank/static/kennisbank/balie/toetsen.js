// Keys. Each stands for something on the screen that can be pressed too. Single characters can be switched off on this
// machine (WCAG 2.1.4); those with Alt or Ctrl always work.
import { kiesMetToets, nieuwGesprek } from "./gemeente.js";
import { terugNaarLijst } from "./lijst.js";
import { vraagvak, zeg } from "./scherm.js";
import { zoek } from "./vraag.js";

const BEWAARD = "antwoord-losse-toetsen";

export function luister() {
  const keuze = document.getElementById("losse-toetsen");
  keuze.closest("label").hidden = false;
  keuze.checked = localStorage.getItem(BEWAARD) !== "nee";
  keuze.addEventListener("change", () => localStorage.setItem(BEWAARD, keuze.checked ? "ja" : "nee"));
  addEventListener("keydown", (toets) => {
    if (!toets.isComposing && doe(toets, keuze.checked)) toets.preventDefault();
  });
}

/** True when the key was for us. */
function doe(toets, los) {
  const typt = toets.target.closest?.("input:not([type=checkbox]), select, textarea");
  const cijfer = /^(?:Digit|Numpad)(\d)$/.exec(toets.code)?.[1];
  if (toets.altKey && !toets.ctrlKey && !toets.metaKey) {
    if (toets.key === "Backspace") return nieuwGesprek(), true;
    return cijfer !== undefined && kiesMetToets(cijfer);
  }
  if (toets.ctrlKey || toets.metaKey) {
    return toets.key.toLowerCase() === "k" && !toets.altKey && !toets.shiftKey && naarVraag();
  }
  if (toets.key === "Escape") return ontsnap(typt);
  if (typt || !los) return false;
  if (toets.key === "?") return toonLijst();
  if (toets.key === "/") return naarVraag();
  if (toets.shiftKey) return false;
  if (cijfer !== undefined) return naarSectie(cijfer);
  return /^[a-z]$/i.test(toets.key) && druk(`[data-letter="${toets.key.toLowerCase()}"]`);
}

function druk(keuze) {
  const knop = document.querySelector(`#antwoord ${keuze}, .balk ${keuze}`);
  knop?.click();
  return Boolean(knop);
}

function naarSectie(cijfer) {
  if (!document.querySelector("#antwoord .kaart")) return false;
  if (!druk(`[data-sectie="${cijfer}"]`)) zeg("Dit staat niet op deze kaart.");
  return true;
}

function naarVraag() {
  vraagvak().focus();
  vraagvak().select();
  return true;
}

function toonLijst() {
  const blad = document.querySelector(".toetsen");
  blad.open = true;
  blad.querySelector("summary").focus();
  return true;
}

/** One step back: the list of keys, the comparison, the answer, the question. */
function ontsnap(typt) {
  const blad = document.querySelector(".toetsen[open]");
  if (blad) {
    blad.open = false;
    blad.querySelector("summary").focus();
    return true;
  }
  if (typt && typt !== vraagvak()) return false;
  if (!typt) return druk("[data-sluit]") || terugNaarLijst();
  if (vraagvak().value) {
    vraagvak().value = "";
    vraagvak().scrollIntoView({ block: "nearest" });
    zoek();
  } else {
    document.getElementById("antwoord").focus();
  }
  return true;
}
