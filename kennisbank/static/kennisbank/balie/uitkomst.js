// What came of an answer, in one key. It is counted once; another key puts it right. The telephone never waits for it.
import { haal, Mislukt } from "./halen.js";
import { metMerk, zeg } from "./scherm.js";

export function luister() {
  document.getElementById("antwoord").addEventListener("submit", async (gebeurtenis) => {
    const vak = gebeurtenis.target.closest("form[data-uitkomst]");
    const knop = gebeurtenis.submitter;
    if (!vak || !knop) return;
    gebeurtenis.preventDefault();
    try {
      await haal(vak.action, { deel: "uitkomst", formulier: metMerk(new FormData(vak, knop)) });
    } catch (fout) {
      if (!(fout instanceof Mislukt)) throw fout;
      return;
    }
    for (const ander of vak.querySelectorAll("button")) ander.setAttribute("aria-pressed", String(ander === knop));
    zeg(`Geteld: ${knop.querySelector("span").textContent.toLowerCase()}`);
  });
}
