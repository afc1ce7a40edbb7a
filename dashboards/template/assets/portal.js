/* What the page around a portal does by itself: landmarks, focus, title, the lost connection.
   Voila moves #rendered_cells into a shell of its own at the end of <body>. */
"use strict";

window.cellLoaded = true;
window.voila_heartbeat = () => {};
window.voila_finish = () => {
  document.getElementById("rendered_cells")?.removeAttribute("hidden");
};

(() => {
  const SITE = "ミラサポconnect";
  const RECONNECT_MS = 4000;
  let shown = null;
  let leaving = false;
  let ended = false;

  /* What was refused, or is missing, gets the focus: the button that was pressed may be gone. */
  function refusalShown() {
    const notice = document.querySelector("#main .slot .notice.error");
    if (notice && !notice.hasAttribute("tabindex")) {
      notice.setAttribute("tabindex", "-1");
      notice.focus();
    }
  }

  /* A new screen has a new <h1>: say so to the title, to the eye and to the screen reader. */
  function screenChanged() {
    const shell = document.querySelector("div#main.jp-LabShell");
    if (shell && shell.getAttribute("role") !== "main") {
      shell.setAttribute("role", "main");
      shell.setAttribute("tabindex", "-1");
      /* Voila appends its shell at the end of the page; a screen reader reads in that order. */
      shell.after(document.querySelector("body > .site-footer"));
    }
    const heading = document.querySelector("#main h1, #rendered_cells h1");
    if (!heading || !heading.textContent || heading.dataset.screen === shown) {
      return;
    }
    const first = shown === null;
    shown = heading.dataset.screen;
    document.getElementById("loading")?.remove();
    document.title = `${heading.textContent} | ${SITE}`;
    heading.setAttribute("tabindex", "-1");
    if (!first) {
      window.scrollTo(0, 0);
      heading.focus();
    }
  }

  function connectionLost() {
    if (leaving || document.getElementById("lost")) {
      return;
    }
    const notice = document.createElement("div");
    notice.id = "lost";
    notice.className = "notice error";
    notice.setAttribute("role", "alert");
    notice.textContent = "画面との接続が切れました。答えはそのつど保存されています。";
    const link = document.createElement("a");
    link.href = location.pathname;
    link.className = "button";
    link.textContent = "画面を開き直す";
    notice.append(link);
    document.querySelector("header")?.after(notice);
  }

  /* 4401: the front door ended the session; what the page shows is no longer for whoever sits there.
     JupyterLab must not hear of it: it would connect again to a kernel that is gone.
     Else wait whether the page reconnects by itself. */
  const Native = window.WebSocket;
  let open = 0;
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given);
      this.addEventListener("open", () => { open += 1; document.getElementById("lost")?.remove(); });
      this.addEventListener("close", (event) => {
        open = Math.max(0, open - 1);
        if (event.code === 4401) {
          leaving = true;
          ended = true;
          event.stopImmediatePropagation();
          location.replace("/?ended");
        } else {
          setTimeout(() => { if (open === 0) { connectionLost(); } }, RECONNECT_MS);
        }
      });
    }
  };

  /* A page that is left has Voila end its kernel. After 4401 it has ended, and nobody may ask any more. */
  window.addEventListener("beforeunload", (event) => {
    if (ended) { event.stopImmediatePropagation(); }
  }, { capture: true });
  window.addEventListener("pagehide", () => { leaving = true; });
  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => { screenChanged(); refusalShown(); }).observe(document.body, {
      childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["data-screen"],
    });
    screenChanged();
  });
})();
