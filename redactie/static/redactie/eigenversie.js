// What this very form saved by itself is nothing of another window. Wagtail 8.0.1 asks every ten seconds whether there is
// a newer version; asked before an autosave and answered after it, the answer names the form's own, and from then on
// every press on a button meets a question. Such an answer is late: the next one tells whether somebody else is there.
(() => {
  let bewaringen = 0; // begun and ended ones
  let bezig = false;
  let bijVraag = 0;

  const luister = (naam, doe) => document.addEventListener(naam, doe, true);
  luister("w-session:ping", () => {
    bijVraag = bezig ? -1 : bewaringen;
  });
  luister("w-autosave:save", () => {
    bewaringen += 1;
    bezig = true;
  });
  for (const naam of ["w-autosave:success", "w-autosave:error"]) {
    luister(naam, () => {
      bewaringen += 1;
      bezig = false;
    });
  }
  luister("w-swap:json", ({ detail }) => {
    if (bijVraag === bewaringen && !bezig) return;
    for (const ander of detail?.data?.other_sessions ?? []) ander.revision_id = null;
  });
})();
