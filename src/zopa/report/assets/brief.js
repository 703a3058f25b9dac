// The brief works without this script: every link leads to its passage in the full text. The script opens the passage
// beside the page instead, lights all of it, and filters the findings.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const get = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 900px)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const drawer = get("drawer");

  // ---- where a link leads -------------------------------------------------------------------------------------
  const targetOf = (hash) => {
    try {
      return get(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  };
  const partsOf = (target, within) => all(`[data-p="${target.dataset.p}"]`, within);
  const light = (target, within) => {
    all(".hit", within).forEach((part) => part.classList.remove("hit"));
    const parts = partsOf(target, within);
    parts.forEach((part) => part.classList.add("hit"));
    return parts;
  };

  // ---- the passage beside the page ----------------------------------------------------------------------------
  let group = [];
  let at = 0;
  let opener = null;

  const fill = () => {
    const link = group[at];
    const target = targetOf(link.hash);
    const doc = target.closest(".doc");
    const [from, to] = target.dataset.p.split("-");
    get("drawer-title").replaceChildren(...all(".letter, .doc-title", doc).slice(0, 2).map((node) => node.cloneNode(true)));
    get("drawer-byline").replaceChildren(...doc.querySelector(".byline").cloneNode(true).childNodes);
    const place = `characters ${from} to ${to}`;
    get("drawer-count").textContent = group.length > 1 ? `Passage ${at + 1} of ${group.length} · ${place}` : `Passage · ${place}`;
    get("drawer-steps").hidden = group.length < 2;
    get("drawer-full").href = link.hash;
    const copy = target.closest(".text").cloneNode(true);
    all("[id]", copy).forEach((node) => node.removeAttribute("id"));
    get("drawer-text").replaceChildren(copy);
    const hit = light(target, copy)[0];
    const box = get("drawer-text");
    box.scrollTop += hit.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 4;
  };

  const open = (link) => {
    const siblings = link.closest(".cites") ? all("a.cite", link.closest(".cites")) : [link];
    group = siblings.filter((other) => targetOf(other.hash));
    at = Math.max(0, group.indexOf(link));
    if (opener) opener.classList.remove("open");
    if (drawer.open) drawer.close("moving");
    opener = link;
    opener.classList.add("open");
    if (wide.matches) drawer.show();
    else drawer.showModal();
    fill();
    get("drawer-title").focus({ preventScroll: true });
  };

  const step = (by) => {
    at = (at + by + group.length) % group.length;
    fill();
  };

  const close = () => drawer.open && drawer.close("done");

  drawer.addEventListener("close", () => {
    if (drawer.returnValue === "moving" || !opener) return;
    opener.classList.remove("open");
    opener.focus({ preventScroll: true });
    opener = null;
  });
  drawer.addEventListener("cancel", () => { drawer.returnValue = "done"; });
  drawer.addEventListener("click", (event) => { if (event.target === drawer) close(); });
  get("drawer-close").addEventListener("click", close);
  get("drawer-back").addEventListener("click", () => step(-1));
  get("drawer-on").addEventListener("click", () => step(1));
  document.addEventListener("keydown", (event) => {
    if (!drawer.open) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.target.closest("#drawer") && group.length > 1) {
      if (event.key === "ArrowLeft") step(-1);
      if (event.key === "ArrowRight") step(1);
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || !targetOf(link.hash)) return;
    event.preventDefault();
    if (opener === link && drawer.open) close();
    else open(link);
  });
  all("a.cite").forEach((link) => link.setAttribute("aria-haspopup", "dialog"));

  // ---- the passage in the full text ---------------------------------------------------------------------------
  const goTo = () => {
    const target = targetOf(location.hash);
    if (!target || !target.dataset.p) return;
    light(target, document);
    target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  get("drawer-full").addEventListener("click", (event) => {
    event.preventDefault();
    const hash = get("drawer-full").hash;
    close();
    if (location.hash === hash) goTo();
    else location.hash = hash;
  });
  addEventListener("hashchange", goTo);
  goTo();

  // ---- findings: by relation and by words ---------------------------------------------------------------------
  const chips = all(".chip[data-relation]");
  const find = get("find");
  const filter = () => {
    const on = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.relation);
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const part of all(".group")) {
      const wanted = !on.length || on.includes(part.dataset.relation);
      let here = 0;
      for (const item of all(".finding", part)) {
        const text = item.textContent.toLowerCase();
        item.hidden = !(wanted && words.every((word) => text.includes(word)));
        here += item.hidden ? 0 : 1;
      }
      part.hidden = !here;
      shown += here;
    }
    document.querySelector(".nothing").hidden = shown > 0;
    get("found").textContent = `${shown} ${shown === 1 ? "finding" : "findings"} shown`;
  };
  if (find) {
    chips.forEach((chip) => chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
      filter();
    }));
    find.addEventListener("input", filter);
    get("clear").addEventListener("click", () => {
      chips.forEach((chip) => chip.setAttribute("aria-pressed", "false"));
      find.value = "";
      filter();
      find.focus();
    });
  }

  // ---- speakers, and paper ------------------------------------------------------------------------------------
  const entries = all("details");
  const toggle = get("open-all");
  if (toggle) {
    toggle.addEventListener("click", () => {
      const closed = entries.some((entry) => !entry.open);
      entries.forEach((entry) => { entry.open = closed; });
      toggle.textContent = closed ? "Close all" : "Open all";
    });
  }
  let before = [];
  addEventListener("beforeprint", () => {
    before = entries.filter((entry) => !entry.open);
    before.forEach((entry) => { entry.open = true; });
  });
  addEventListener("afterprint", () => before.forEach((entry) => { entry.open = false; }));
})();
