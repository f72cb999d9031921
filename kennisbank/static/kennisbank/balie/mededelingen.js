// Notices: asked anew every ten seconds while this page is in sight, so that each desk has them within fifteen. What is
// new is said and counted in the bar; nothing else on the screen moves for it.
import { open } from "./antwoord.js";
import { eigenKlik, formulier, metMerk } from "./scherm.js";

const OM = 10_000; // ms
let etag = "";

const blok = () => document.getElementById("mededelingen");
const adres = (deel) => `${new URL(formulier().action).pathname}${deel}/`;

export function luister() {
  setInterval(() => document.hidden || vraag(), OM);
  document.addEventListener("visibilitychange", () => document.hidden || vraag());
  new MutationObserver(() => vraag()).observe(formulier(), { attributes: true, attributeFilter: ["action"] });
  blok().addEventListener("click", (klik) => {
    const link = klik.target.closest("a[data-open]");
    if (!link || !eigenKlik(klik)) return;
    klik.preventDefault();
    blok().open = false;
    open(link.dataset.open);
  });
  blok().addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const gegevens = metMerk(new URLSearchParams(new FormData(gebeurtenis.target)));
    etag = "";
    vraag(adres("_gelezen"), { method: "POST", body: gegevens });
  });
  // Open over the answer: a click beside it closes it.
  document.addEventListener("click", ({ target }) => {
    if (blok().open && !blok().contains(target)) blok().open = false;
  });
}

/** Whether it succeeds makes no difference to who is on the telephone: the desk says itself when it does not answer. */
async function vraag(van = adres("_mededelingen"), hoe = {}) {
  const gevraagd = formulier().action;
  try {
    const antwoord = await fetch(van, {
      ...hoe,
      headers: { "X-Balie-Deel": "mededelingen", ...(etag && { "If-None-Match": etag }) },
      cache: "no-store",
    });
    if (!antwoord.ok || gevraagd !== formulier().action) return;
    const tekst = await antwoord.text();
    etag = antwoord.headers.get("ETag") ?? "";
    zet(new DOMParser().parseFromString(tekst, "text/html"));
  } catch {
    // The next time, then.
  }
}

function zet(bron) {
  const nieuwe = [...bron.querySelectorAll("[data-nieuw]")].filter(
    ({ id, dataset }) => document.getElementById(id)?.dataset.nieuw !== dataset.nieuw,
  );
  const inhoud = document.getElementById("mededelingen-inhoud");
  const hadFocus = inhoud.contains(document.activeElement);
  const stand = document.getElementById("mededelingen-stand");
  const andere = bron.getElementById("mededelingen-stand");
  stand.className = andere.className;
  stand.textContent = andere.textContent;
  inhoud.replaceChildren(...bron.getElementById("mededelingen-inhoud").childNodes);
  if (hadFocus) (inhoud.querySelector("button") ?? blok().querySelector("summary")).focus();
  const zeg = document.getElementById("mededelingen-nieuw");
  if (nieuwe.length) {
    zeg.textContent = `Nieuw en belangrijk: ${nieuwe.map((lid) => lid.querySelector(".blok-tekst").textContent.trim()).join(" ")}`;
  }
}
