// Keys. Single characters can be switched off on this machine (WCAG 2.1.4); those with Alt or Ctrl always work.
import { kiesMetToets, nieuwGesprek } from "./gemeente.js";
import { vraagvak } from "./scherm.js";
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
  const cijfer = /^Digit(\d)$/.exec(toets.code)?.[1] ?? /^Numpad(\d)$/.exec(toets.code)?.[1];
  if (toets.altKey && !toets.ctrlKey && !toets.metaKey) {
    if (toets.key === "Backspace") return nieuwGesprek(), true;
    return cijfer !== undefined && kiesMetToets(cijfer);
  }
  if (toets.ctrlKey || toets.metaKey) {
    return toets.key.toLowerCase() === "k" && !toets.altKey && !toets.shiftKey && naarVraag();
  }
  if (toets.key === "Escape") return ontsnap(typt);
  if (typt || !los) return false;
  if (toets.key === "/") return naarVraag();
  return cijfer !== undefined && !toets.shiftKey && kiesMetToets(cijfer);
}

function naarVraag() {
  vraagvak().focus();
  vraagvak().select();
  return true;
}

function ontsnap(typt) {
  const blad = document.querySelector(".toetsen[open]");
  if (blad) {
    blad.open = false;
    blad.querySelector("summary").focus();
    return true;
  }
  if (typt !== vraagvak()) return false;
  if (vraagvak().value) {
    vraagvak().value = "";
    zoek();
  } else {
    document.getElementById("antwoord").focus();
  }
  return true;
}
