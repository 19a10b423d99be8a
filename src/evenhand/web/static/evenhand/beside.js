// The law's answer follows what is typed. Without this, the button “Work it out” does the same.
(() => {
  "use strict";

  const form = document.querySelector("form[data-law]");
  if (!form || !window.fetch) return;

  let waiting = 0;
  let asked = 0;

  const ask = async () => {
    const turn = ++asked;
    const typed = new FormData(form);
    typed.set("work", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body: typed, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["law", "again-found"]) {
        const fresh = page.getElementById(id);
        const stale = document.getElementById(id);
        const typedIn = stale && stale.contains(document.activeElement);
        if (turn === asked && fresh && stale && !typedIn) stale.replaceWith(fresh);
      }
    } catch {
      // The button is still there.
    }
  };

  form.addEventListener("change", (event) => {
    if (event.target.name === "advice_words") return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, 250);
  });
})();
