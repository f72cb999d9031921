// The picker above a text field: facts, tariffs, words of the municipality and links to products, each with how it
// reads in the chosen municipality. One panel for the whole page; it stands where it was opened last.
import { Combobox } from "./combobox.js";
import { losGezet, voegIn } from "./tekstinvoegen.js";

const NIET_NU = "Zoeken lukt nu niet. Uw tekst staat er nog; probeer het zo weer.";
let kiezer = null;

export async function openKiezer(veld) {
  kiezer ??= new Kiezer();
  await kiezer.open(veld);
}

class Kiezer {
  constructor() {
    this.plek = element("div", { className: "antwoord-invoegen", hidden: true });
    this.plek.setAttribute("role", "group");
    this.plek.setAttribute("aria-label", "Feit of product invoegen");
    const zoek = element("input", { type: "text", id: "antwoord-invoegen-zoek", autocomplete: "off" });
    this.gemeente = element("select", { id: "antwoord-invoegen-gemeente" });
    const lijst = element("ul", { id: "antwoord-invoegen-lijst", className: "antwoord-keuzelijst", hidden: true });
    lijst.setAttribute("role", "listbox");
    lijst.setAttribute("aria-label", "Wat u kunt invoegen");
    const stand = element("p", { className: "antwoord-stand" });
    stand.setAttribute("role", "status");
    const zoekveld = element("div", { className: "antwoord-zoekveld" });
    zoekveld.append(zoek, lijst);
    const dicht = element("button", { type: "button", className: "button button-small button-secondary" });
    dicht.textContent = "Sluit";
    this.plek.append(
      gelabeld("Zoek een bedrag, gegeven of product", zoekveld, zoek.id),
      gelabeld("Zoals het leest in", this.gemeente, this.gemeente.id),
      dicht,
      stand,
    );
    this.zoek = new Combobox({
      veld: zoek,
      lijst,
      stand,
      haal: (woorden, signal) => this.haal(woorden, signal),
      kies: (optie) => this.voeg(optie),
      fout: NIET_NU,
      ookLeeg: true,
    });
    this.zoek.regel = (optie, nummer) => this.regel(optie, nummer);
    dicht.addEventListener("click", () => this.dicht());
    this.gemeente.addEventListener("change", () => zoek.focus());
    // Nothing in here belongs to the form around it: not what is typed, and Enter sends nothing.
    for (const soort of ["input", "change"]) this.plek.addEventListener(soort, (gebeurtenis) => gebeurtenis.stopPropagation());
    this.plek.addEventListener("keydown", (gebeurtenis) => {
      if (gebeurtenis.key === "Escape") this.dicht();
      else if (gebeurtenis.key !== "Enter" || gebeurtenis.target === dicht) return;
      gebeurtenis.preventDefault();
      gebeurtenis.stopPropagation();
    });
  }

  async open(veld) {
    this.veld = veld;
    this.selectie = [veld.selectionStart, veld.selectionEnd];
    veld.before(this.plek);
    this.plek.hidden = false;
    this.zoek.veld.value = "";
    this.zoek.zeg("");
    this.zoek.veld.focus();
    await this.vulGemeenten();
    if (!this.plek.hidden && !this.zoek.veld.value) this.zoek.zoek();
  }

  async vulGemeenten() {
    if (this.gemeente.length) return;
    try {
      const { gemeenten } = await this.vraag({ begin: "ja" });
      const van = document.querySelector("form [name=gemeente]")?.value;
      const eigen = gemeenten.find((lid) => lid.nummer && lid.nummer === van);
      // Who works for one municipality wants to see that one.
      const eerst = eigen || (gemeenten.length === 2 ? gemeenten[1] : gemeenten[0]);
      this.gemeente.replaceChildren(...gemeenten.map((lid) => new Option(lid.naam, lid.slug, false, lid === eerst)));
    } catch {
      this.zoek.zeg(NIET_NU);
    }
  }

  async vraag(wat, signal) {
    const antwoord = await fetch(`${this.veld.dataset.invoegen}?${new URLSearchParams(wat)}`, { signal });
    if (!antwoord.ok) throw new Error(antwoord.status);
    return antwoord.json();
  }

  haal(woorden, signal) {
    return this.vraag({ q: woorden, gemeente: this.gemeente.value }, signal);
  }

  regel(optie, nummer) {
    const regel = Combobox.prototype.regel.call(this.zoek, optie, nummer);
    const waarde = element("span", { className: "antwoord-invoegen__waarde", textContent: optie.waarde });
    regel.append(waarde);
    return regel;
  }

  voeg(optie) {
    const { veld, selectie: [van, tot] } = this;
    this.plek.hidden = true;
    const gekozen = veld.value.slice(van, tot);
    if (optie.is_link) {
      const woorden = gekozen || optie.label;
      return voegIn(veld, van, tot, `[${woorden}](${optie.tekst})`, [van + 1, van + 1 + woorden.length]);
    }
    return voegIn(veld, van, tot, optie.blok ? losGezet(veld, van, tot, optie.tekst) : optie.tekst);
  }

  dicht() {
    this.plek.hidden = true;
    this.veld.focus();
    this.veld.setSelectionRange(...this.selectie);
  }
}

function element(naam, eigenschappen) {
  return Object.assign(document.createElement(naam), eigenschappen);
}

function gelabeld(tekst, inhoud, voor) {
  const plek = element("div", { className: "antwoord-invoegen__deel" });
  plek.append(element("label", { htmlFor: voor, textContent: tekst, className: "w-field__label" }), inhoud);
  return plek;
}
