// To a section of the answer, or to whom to put through to: with the keyboard there, and without a step in history.
import { eigenKlik } from "./scherm.js";

export function luister() {
  document.getElementById("antwoord").addEventListener("click", (klik) => {
    const link = klik.target.closest('a[href^="#"]');
    const doel = link && document.getElementById(link.hash.slice(1));
    if (!doel || !eigenKlik(klik)) return;
    klik.preventDefault();
    doel.focus({ preventScroll: true });
    doel.scrollIntoView({ block: "start" });
  });
}
