// Puts text in a field as if it were typed: Ctrl+Z takes it back, and whoever listens to the field hears it.
export function voegIn(veld, van, tot, tekst, selectie) {
  veld.focus();
  veld.setSelectionRange(van, tot);
  // Deprecated, and in 2026 still the only way that keeps the undo of the browser; setRangeText forgets it.
  const gelukt = tekst ? document.execCommand("insertText", false, tekst) : document.execCommand("delete");
  if (!gelukt) {
    veld.setRangeText(tekst, van, tot, "end");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (selectie) veld.setSelectionRange(...selectie);
  veld.dispatchEvent(new Event("change", { bubbles: true }));
}

// A line under the toolbar that says what happened, with at most one button.
export function meld(veld, zin, knop) {
  const plek = veld.antwoordMelding;
  plek.replaceChildren(zin);
  if (!knop) return;
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: knop.naam });
  element.addEventListener("click", () => {
    plek.replaceChildren();
    knop.doe();
  });
  plek.append(" ", element);
}

// The text with blank lines around it, where it is to come between other words.
export function losGezet(veld, van, tot, tekst) {
  const ervoor = veld.value.slice(0, van);
  const erna = veld.value.slice(tot);
  const begin = !ervoor || ervoor.endsWith("\n\n") ? "" : ervoor.endsWith("\n") ? "\n" : "\n\n";
  const eind = !erna || erna.startsWith("\n\n") ? "" : erna.startsWith("\n") ? "\n" : "\n\n";
  return begin + tekst + eind;
}
