// Which answers were opened in this call: in this tab alone, never sent, gone with the call. No question is kept.
const BEWAARD = "antwoord-dit-gesprek";
const MEESTE = 8;

/** Newest first: {adres, titel, plaats}. */
export function geopend() {
  try {
    return JSON.parse(sessionStorage.getItem(BEWAARD)) ?? [];
  } catch {
    return [];
  }
}

export function onthoud(antwoord) {
  const rest = geopend().filter((ander) => ander.adres !== antwoord.adres);
  sessionStorage.setItem(BEWAARD, JSON.stringify([antwoord, ...rest].slice(0, MEESTE)));
}

export function vergeet() {
  sessionStorage.removeItem(BEWAARD);
}
