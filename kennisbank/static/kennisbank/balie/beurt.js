// Only the newest request for a zone of the screen may paint it: an older answer never comes over a newer one.
import { wacht } from "./traag.js";

const nieuwste = new Map();
const lopend = new Set();
let teller = 0;

/**
 * Runs `werk(signaal)`. Gives {bron, zones}: the zones it may still paint; undefined when none is left. `komt`: what
 * is asked, for who waits long.
 */
export async function neemBeurt(zones, werk, komt) {
  const beurt = { nummer: ++teller, zones, breuk: new AbortController() };
  for (const zone of zones) nieuwste.set(zone, beurt.nummer);
  for (const ander of lopend) if (!over(ander).length) ander.breuk.abort();
  lopend.add(beurt);
  const klaar = wacht(zones.filter((zone) => zone !== "gemeenten"), komt);
  try {
    const bron = await werk(beurt.breuk.signal);
    return over(beurt).length ? { bron, zones: over(beurt) } : undefined;
  } catch (fout) {
    if (fout.name === "AbortError" || !over(beurt).length) return undefined;
    throw fout;
  } finally {
    lopend.delete(beurt);
    klaar();
  }
}

const over = (beurt) => beurt.zones.filter((zone) => nieuwste.get(zone) === beurt.nummer);
