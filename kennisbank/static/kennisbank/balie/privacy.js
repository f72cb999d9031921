// Says so while what is typed looks like something of one person. A question never takes it along (scherm.js), and it
// is gone from the box once one leaves it.
import { zonder } from "./maskeren.js";
import { formulier, vraagvak } from "./scherm.js";

export function luister() {
  toon();
  vraagvak().addEventListener("input", toon);
  vraagvak().addEventListener("change", () => {
    const { tekst, weg } = zonder(vraagvak().value);
    if (weg.length) vraagvak().value = tekst;
  });
  // A new call, or another municipality: what stood in the box may be gone.
  new MutationObserver(toon).observe(formulier(), { attributes: true, attributeFilter: ["action"] });
}

function toon() {
  const { weg } = zonder(vraagvak().value);
  const plek = document.getElementById("niet-mee");
  const tekst = weg.length ? plek.dataset.tekst.replace("…", opsomming(weg)) : "";
  if (plek.textContent !== tekst) plek.textContent = tekst;
}

const opsomming = (leden) => leden.join(", ").replace(/, ([^,]*)$/, " en $1");
