// Beside a deviation whose field is still to be chosen: the central text of that field, ready to begin with.
(() => {
  const bron = document.getElementById("antwoord-regioteksten");
  if (!bron) return;
  const bases = JSON.parse(bron.textContent);
  const tekst = (veld) => bases[veld]?.tekst || "";

  const rijVan = (element) => element.closest('[id^="inline_child_afwijkingen-"]');

  function toon(keuze) {
    const rij = rijVan(keuze);
    if (!rij) return;
    rij.querySelector("[data-regiotekst]").textContent = tekst(keuze.value) || "(leeg)";
    // Which text the editor has before him: his own is based on that one, however long he writes.
    rij.querySelector('input[name$="-gezien"]').value = bases[keuze.value]?.id ?? "";
  }

  document.addEventListener("change", (gebeurtenis) => {
    if (/^afwijkingen-\d+-veld$/.test(gebeurtenis.target.name || "")) toon(gebeurtenis.target);
  });

  document.addEventListener("click", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest("[data-neem-over]");
    if (!knop) return;
    const rij = rijVan(knop);
    const doel = rij.querySelector('textarea[name$="-tekst"]');
    const keuze = rij.querySelector('select[name$="-veld"]');
    doel.value = tekst(keuze.value);
    doel.dispatchEvent(new Event("input", { bubbles: true }));
    doel.focus();
  });
})();
