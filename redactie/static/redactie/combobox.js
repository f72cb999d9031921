// A text field with a list under it: search while typing, choose with arrows and Enter or the mouse.
// Where the choices come from and what choosing does, is the business of who makes one.
const WACHT_MS = 150;

export class Combobox {
  // `haal(woorden, signal)` gives { opties, aantal }; an option has `label`, and `bij` in small print.
  constructor({ veld, lijst, stand, haal, kies, fout, ookLeeg = false }) {
    Object.assign(this, { veld, lijst, stand, haal, opKeuze: kies, fout, ookLeeg });
    this.opties = [];
    this.plaats = -1;
    this.beurt = 0;
    const eigenschappen = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": lijst.id,
    };
    Object.entries(eigenschappen).forEach(([naam, waarde]) => veld.setAttribute(naam, waarde));
    this.luister();
  }

  luister() {
    this.veld.addEventListener("input", () => {
      clearTimeout(this.straks);
      this.straks = setTimeout(() => this.zoek(), WACHT_MS);
    });
    this.veld.addEventListener("keydown", (gebeurtenis) => this.toets(gebeurtenis));
    this.veld.addEventListener("blur", () => this.sluit());
    // On mousedown the field would lose its focus, and the list with it, before the click.
    this.lijst.addEventListener("mousedown", (gebeurtenis) => gebeurtenis.preventDefault());
    this.lijst.addEventListener("click", (gebeurtenis) => {
      const regel = gebeurtenis.target.closest("[role=option]");
      if (regel) this.kies(Number(regel.dataset.nummer));
    });
  }

  async zoek() {
    const woorden = this.veld.value.trim();
    const beurt = ++this.beurt;
    this.vraag?.abort();
    if (!woorden && !this.ookLeeg) return this.sluit("");
    this.vraag = new AbortController();
    try {
      const { opties, aantal } = await this.haal(woorden, this.vraag.signal);
      if (beurt === this.beurt) this.toon(opties, aantal, woorden);
    } catch {
      if (beurt === this.beurt) this.sluit(this.fout);
    }
  }

  toon(opties, aantal, woorden) {
    this.opties = opties;
    this.lijst.replaceChildren(...opties.map((optie, nummer) => this.regel(optie, nummer)));
    this.lijst.hidden = !opties.length;
    this.veld.setAttribute("aria-expanded", String(!!opties.length));
    this.wijs(-1);
    const meer = aantal > opties.length ? `De eerste ${opties.length} van ${aantal}. Typ meer om te kiezen.` : "";
    const gevonden = `${aantal} gevonden. Kies met de pijltjes en Enter.`;
    this.zeg(opties.length ? meer || gevonden : `Niets gevonden met “${woorden}”.`);
  }

  regel(optie, nummer) {
    const regel = document.createElement("li");
    regel.id = `${this.lijst.id}-${nummer}`;
    regel.setAttribute("role", "option");
    regel.setAttribute("aria-selected", "false");
    regel.dataset.nummer = nummer;
    regel.append(optie.label);
    if (optie.bij) regel.append(" ", klein(optie.bij));
    return regel;
  }

  toets(gebeurtenis) {
    const open = !this.lijst.hidden;
    const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
    if (stap && open) {
      const aantal = this.opties.length;
      this.wijs(this.plaats < 0 && stap < 0 ? aantal - 1 : (this.plaats + stap + aantal) % aantal);
    } else if (gebeurtenis.key === "Enter" && (this.veld.value.trim() || this.plaats >= 0)) {
      if (open) this.kies(Math.max(this.plaats, 0));
    } else if (gebeurtenis.key === "Escape" && open) {
      this.sluit("");
    } else {
      return;
    }
    gebeurtenis.preventDefault();
    gebeurtenis.stopPropagation();
  }

  wijs(plaats) {
    this.plaats = plaats;
    [...this.lijst.children].forEach((regel, nummer) => {
      regel.setAttribute("aria-selected", String(nummer === plaats));
    });
    const regel = this.lijst.children[plaats];
    if (!regel) return this.veld.removeAttribute("aria-activedescendant");
    this.veld.setAttribute("aria-activedescendant", regel.id);
    regel.scrollIntoView({ block: "nearest" });
  }

  kies(nummer) {
    const optie = this.opties[nummer];
    this.veld.value = "";
    this.sluit(`${optie.label} is gekozen.`);
    this.opKeuze(optie);
  }

  sluit(melding) {
    this.beurt += 1;
    clearTimeout(this.straks);
    this.lijst.hidden = true;
    this.veld.setAttribute("aria-expanded", "false");
    this.wijs(-1);
    if (melding !== undefined) this.zeg(melding);
  }

  zeg(melding) {
    this.stand.textContent = melding;
  }
}

export function klein(tekst) {
  const element = document.createElement("small");
  element.textContent = tekst;
  return element;
}
