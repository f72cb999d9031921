// To the field that the address names (#id_kosten). Wagtail opens its tab only after the browser has looked for it, and
// the fields above it grow to their texts after that: so it is brought into sight again until the page stands still.
(() => {
  const RUST = 2000; // ms
  const veld = () => location.hash.startsWith("#id_") && document.getElementById(location.hash.slice(1));
  const toon = () => veld()?.scrollIntoView({ block: "center", behavior: "instant" });

  addEventListener("load", () => setTimeout(() => {
    if (!veld()) return;
    veld().focus({ preventScroll: true });
    toon();
    const groei = new ResizeObserver(toon);
    groei.observe(veld().form);
    const klaar = () => groei.disconnect();
    for (const soort of ["wheel", "keydown", "pointerdown", "touchstart"]) {
      addEventListener(soort, klaar, { once: true, passive: true });
    }
    setTimeout(klaar, RUST);
  }, 0));
})();
