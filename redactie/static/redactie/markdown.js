// A small toolbar above each Markdown field: it puts signs around or before the selected text, nothing else.
(() => {
  const KNOPPEN = [
    { naam: "Vet", titel: "Vette tekst", om: ["**", "**"], leeg: "tekst" },
    { naam: "Link", titel: "Link", om: ["[", "](https://)"], leeg: "tekst van de link" },
    { naam: "Lijst", titel: "Opsomming", voor: () => "- " },
    { naam: "Stappen", titel: "Genummerde stappen", voor: (nummer) => `${nummer + 1}. ` },
    { naam: "Kop", titel: "Tussenkop", voor: () => "### " },
    { naam: "Tarieven", titel: "Tabel met tarieven van een groep", om: ["{tarieven:", "}"], leeg: "groep" },
    { naam: "Gegeven", titel: "Gegeven van de gemeente", om: ["{gegeven:", "}"], leeg: "sleutel" },
    { naam: "Gemeente", titel: "Naam van de gemeente", zet: "{gemeente.naam}" },
  ];

  function vervang(veld, van, tot, tekst, selectie) {
    veld.focus();
    veld.setRangeText(tekst, van, tot, "end");
    if (selectie) veld.setSelectionRange(...selectie);
    veld.dispatchEvent(new Event("input", { bubbles: true }));
    veld.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function pasToe(veld, knop) {
    const { selectionStart: van, selectionEnd: tot, value } = veld;
    if (knop.zet) return vervang(veld, van, tot, knop.zet);
    if (knop.om) {
      const gekozen = value.slice(van, tot) || knop.leeg;
      const begin = van + knop.om[0].length;
      return vervang(veld, van, tot, knop.om[0] + gekozen + knop.om[1], [begin, begin + gekozen.length]);
    }
    const begin = value.lastIndexOf("\n", van - 1) + 1;
    const einde = value.indexOf("\n", tot) === -1 ? value.length : value.indexOf("\n", tot);
    const regels = value.slice(begin, einde).split("\n");
    return vervang(veld, begin, einde, regels.map((regel, nummer) => knop.voor(nummer) + regel).join("\n"));
  }

  function maakBalk(veld) {
    if (veld.dataset.markdown === "klaar") return;
    veld.dataset.markdown = "klaar";
    const balk = document.createElement("div");
    balk.className = "antwoord-balk";
    balk.setAttribute("role", "toolbar");
    balk.setAttribute("aria-label", "Opmaak");
    balk.setAttribute("aria-controls", veld.id);
    KNOPPEN.forEach((knop, nummer) => {
      const element = document.createElement("button");
      element.type = "button";
      element.textContent = knop.naam;
      element.title = knop.titel;
      element.tabIndex = nummer === 0 ? 0 : -1;
      element.addEventListener("click", () => pasToe(veld, knop));
      balk.append(element);
    });
    balk.addEventListener("keydown", (gebeurtenis) => loop(balk, gebeurtenis));
    veld.before(balk);
  }

  // One stop for the tab key; arrows walk along the buttons.
  function loop(balk, gebeurtenis) {
    const stap = { ArrowRight: 1, ArrowLeft: -1 }[gebeurtenis.key];
    if (!stap) return;
    const knoppen = [...balk.children];
    const nu = knoppen.indexOf(document.activeElement);
    const volgende = knoppen[(nu + stap + knoppen.length) % knoppen.length];
    knoppen.forEach((knop) => {
      knop.tabIndex = knop === volgende ? 0 : -1;
    });
    volgende.focus();
    gebeurtenis.preventDefault();
  }

  const zoek = (plek) => plek.querySelectorAll("textarea[data-markdown]").forEach(maakBalk);

  document.addEventListener("DOMContentLoaded", () => {
    zoek(document);
    // Rows that are added later bring fields of their own.
    new MutationObserver(() => zoek(document)).observe(document.body, { childList: true, subtree: true });
  });
})();
