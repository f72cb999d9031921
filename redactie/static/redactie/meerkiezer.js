// A field for several things out of a long list: search while typing, choose with arrows and Enter or the mouse.
// What is chosen becomes a check box, as the server makes them; see redactie/cms/meerkiezer.py.
(() => {
  const WACHT_MS = 150;

  class MeerKiezer {
    constructor(plek) {
      this.plek = plek;
      this.naam = plek.dataset.naam;
      this.veld = plek.querySelector("[data-zoek]");
      this.lijst = plek.querySelector("[data-lijst]");
      this.gekozen = plek.querySelector("[data-gekozen]");
      this.stand = plek.querySelector("[data-stand]");
      this.opties = [];
      this.plaats = -1;
      this.beurt = 0;
      this.maakCombobox();
      this.luister();
    }

    maakCombobox() {
      const eigenschappen = {
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": this.lijst.id,
      };
      Object.entries(eigenschappen).forEach(([naam, waarde]) => this.veld.setAttribute(naam, waarde));
      // Half a word is no choice: only a press on a button sends what still stands here.
      const verzend = this.veld.name;
      if (!this.veld.value) this.veld.removeAttribute("name");
      this.veld.form?.addEventListener("submit", () => {
        if (this.veld.value.trim()) this.veld.name = verzend;
      }, true);
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
      if (!woorden) return this.sluit("");
      try {
        const antwoord = await fetch(`${this.plek.dataset.adres}?q=${encodeURIComponent(woorden)}`);
        if (!antwoord.ok) throw new Error(antwoord.status);
        const { opties, aantal } = await antwoord.json();
        if (beurt === this.beurt) this.toon(opties, aantal, woorden);
      } catch {
        if (beurt === this.beurt) this.sluit("Zoeken lukt nu niet. Wat u koos, staat er nog.");
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
      } else if (gebeurtenis.key === "Enter" && this.veld.value.trim()) {
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
      const stond = [...this.gekozen.querySelectorAll("input")].find((vakje) => vakje.value === optie.waarde);
      const vakje = stond || this.vakje(optie);
      vakje.checked = true;
      this.veld.value = "";
      this.veld.removeAttribute("name");
      this.sluit(`${optie.label} is gekozen.`);
      vakje.dispatchEvent(new Event("change", { bubbles: true }));
    }

    vakje(optie) {
      const label = document.createElement("label");
      const vakje = Object.assign(document.createElement("input"), { type: "checkbox", name: this.naam });
      vakje.value = optie.waarde;
      const tekst = document.createElement("span");
      tekst.textContent = optie.label;
      label.append(vakje, " ", tekst);
      if (optie.bij) label.append(" ", klein(optie.bij));
      const rij = document.createElement("li");
      rij.append(label);
      this.gekozen.append(rij);
      return vakje;
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

  function klein(tekst) {
    const element = document.createElement("small");
    element.textContent = tekst;
    return element;
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-meerkiezer]").forEach((plek) => new MeerKiezer(plek));
  });
})();
