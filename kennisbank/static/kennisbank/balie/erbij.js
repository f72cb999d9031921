// Links in the list: what a question back leads to, opened beside the list as a hit is.
import { open } from "./antwoord.js";
import { eigenKlik } from "./scherm.js";

export function luister() {
  document.getElementById("lijst").addEventListener("click", (klik) => {
    const link = klik.target.closest("a[data-open]");
    if (!link || !eigenKlik(klik)) return;
    klik.preventDefault();
    open(link.dataset.open);
  });
}
