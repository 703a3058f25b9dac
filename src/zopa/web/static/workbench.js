// The workbench works by links and forms without this script; with it the keyboard is enough.
(() => {
  "use strict";
  const get = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 900px)");
  const typing = (node) => node.closest("input, textarea, select, [contenteditable]") !== null;

  // ---- a passage beside the page ------------------------------------------------------------------------------
  const drawer = get("drawer");
  let opener = null;
  let group = [];
  let at = 0;

  const fill = async () => {
    const link = group[at];
    const place = new URL(link.href);
    const answer = await fetch(place.pathname.replace("/documents/", "/passage/") + place.search);
    const box = get("drawer-text");
    const shell = document.createElement("template");
    shell.innerHTML = await answer.text();
    const told = shell.content.querySelector(".d-data");
    get("drawer-title").textContent = told ? `${told.dataset.letter}  ${told.dataset.title}` : "Not found";
    get("drawer-byline").textContent = told ? told.dataset.byline : "";
    const steps = group.length > 1 ? `Passage ${at + 1} of ${group.length} · ` : "Passage · ";
    get("drawer-count").textContent = steps + (told ? told.dataset.place : "");
    get("drawer-steps").hidden = group.length < 2;
    get("drawer-full").href = link.href;
    if (told) told.remove();
    box.replaceChildren(shell.content);
    const hit = box.querySelector(".hit");
    if (hit) box.scrollTop += hit.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  };

  const open = async (link) => {
    const siblings = link.closest(".cites") ? all("a.cite", link.closest(".cites")) : [link];
    group = siblings;
    at = Math.max(0, siblings.indexOf(link));
    await fill();
    if (drawer.open) drawer.close("moving");
    opener = link;
    if (wide.matches) drawer.show();
    else drawer.showModal();
    get("drawer-title").focus({ preventScroll: true });
  };
  const step = (by) => { at = (at + by + group.length) % group.length; fill(); };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const place = new URL(link.href);
    if (!place.pathname.startsWith("/documents/") || place.pathname === location.pathname) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open(link);
  }, true);
  drawer.addEventListener("close", () => {
    if (drawer.returnValue === "moving" || !opener) return;
    opener.focus({ preventScroll: true });
    opener = null;
  });
  for (const [id, by] of [["drawer-back", -1], ["drawer-on", 1]]) {
    get(id).addEventListener("click", (event) => { if (opener) { event.stopImmediatePropagation(); step(by); } }, true);
  }
  get("drawer-full").addEventListener("click", (event) => {
    if (!opener) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    location.href = get("drawer-full").href;
  }, true);

  // ---- coding a passage ---------------------------------------------------------------------------------------
  let annotator = null;
  let spans = [];
  let now = -1;

  const setField = (form, values) => {
    for (const [name, value] of Object.entries(values)) form.elements[name].value = value;
  };
  const chosen = (words) => {
    const line = get("chosen");
    line.textContent = words || line.dataset.none;
    line.classList.toggle("some", Boolean(words));
  };
  const noteStance = () => {
    const form = get("code");
    const known = JSON.parse(get("stances").textContent);
    form.elements.was.value = known[`${form.elements.party.value} ${form.elements.issue.value}`] || "";
  };
  const toForm = () => {
    const form = get("code");
    if (!form) return;
    get("code").closest(".coding").classList.add("active");
    form.elements.party.focus();
  };
  const goTo = (number) => {
    if (!spans.length) return;
    now = (number + spans.length) % spans.length;
    all(".text .hit").forEach((part) => part.classList.remove("hit"));
    const parts = all(`.text [data-p="${spans[now]}"]`);
    parts.forEach((part) => part.classList.add("hit"));
    parts[0].scrollIntoView({ block: "center" });
    const form = get("code");
    if (!form) return;
    const [start, end] = spans[now].split("-");
    setField(form, { start, end, from: "", to: "" });
    chosen(parts.map((part) => part.textContent).join(""));
  };
  const startReading = () => {
    const text = get("text");
    if (!text) return;
    spans = [...new Set(all(".p", text).map((part) => part.dataset.p))].sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
    now = -1;
    const form = get("code");
    if (!form) return;
    form.addEventListener("change", noteStance);
    noteStance();
    if (text.dataset.at && spans.includes(text.dataset.at)) now = spans.indexOf(text.dataset.at);
    if (typeof RecogitoJS === "undefined") return;
    if (annotator) annotator.destroy();
    annotator = RecogitoJS.createTextAnnotator(text, { renderer: "SPANS", dismissOnNotAnnotatable: "NEVER" });
    annotator.on("createAnnotation", (annotation) => {
      const selector = annotation.target.selector[0];
      setField(form, { start: "", end: "", from: selector.start, to: selector.end });
      chosen(selector.quote);
      const others = annotator.getAnnotations().filter((other) => other.id !== annotation.id);
      others.forEach((other) => annotator.removeAnnotation(other.id));
    });
    annotator.on("updateAnnotation", (annotation) => {
      const selector = annotation.target.selector[0];
      setField(form, { start: "", end: "", from: selector.start, to: selector.end });
      chosen(selector.quote);
    });
  };

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("#code select") && /^[1-9]$/.test(event.key)) {
      const select = event.target;
      const options = all("option", select).filter((option) => option.value);
      const option = options[Number(event.key) - 1];
      if (!option) return;
      event.preventDefault();
      select.value = option.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      const fields = all("select, input:not([type=hidden])", get("code"));
      fields[fields.indexOf(select) + 1].focus();
      return;
    }
    if (event.key === "Enter" && event.target.closest("#code select")) {
      event.preventDefault();
      get("code").requestSubmit();
      return;
    }
    if (event.key === "Escape" && event.target.closest("#code")) {
      event.target.blur();
      get("code").closest(".coding").classList.remove("active");
    }
    if (event.key === "s" && (event.ctrlKey || event.metaKey) && get("case")) {
      event.preventDefault();
      get("case").requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog:modal")) return;
    const act = {
      "/": () => (get("search") ? get("search").focus() : (location.href = "/statements#search")),
      "?": () => get("keys").showModal(),
      u: () => get("undo").disabled || get("undo").form.requestSubmit(),
      n: () => goTo(now + 1),
      p: () => goTo(now - 1),
      c: toForm,
    }[event.key];
    if (!act || (get("text") === null && ["n", "p", "c"].includes(event.key))) return;
    event.preventDefault();
    act();
  });
  if (location.hash === "#search" && get("search")) get("search").focus();
  get("show-keys").addEventListener("click", () => get("keys").showModal());

  // ---- after a part of the page came --------------------------------------------------------------------------
  document.addEventListener("htmx:afterSettle", (event) => {
    all("[aria-busy]").forEach((part) => { if (!part.querySelector(".waiting")) part.removeAttribute("aria-busy"); });
    if (event.detail.target && event.detail.target.id === "document") {
      const undo = get("undo");
      undo.disabled = false;
      startReading();
      goTo(now);
      document.activeElement.blur();
    }
  });
  document.addEventListener("htmx:sendError", () => tell("The workbench does not answer. Is zopa serve still running?"));
  const tell = (words) => {
    const line = document.createElement("p");
    line.className = "told";
    line.textContent = words;
    get("told").replaceChildren(line);
  };

  // ---- sliders, editor ----------------------------------------------------------------------------------------
  document.addEventListener("input", (event) => {
    if (event.target.type !== "range") return;
    const told = event.target.closest("label").querySelector("output");
    told.textContent = event.target.dataset.none && event.target.value === event.target.min ? event.target.dataset.none : event.target.value;
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".line-link");
    const text = get("case-text");
    if (!link) return;
    if (!text) { location.href = "/case"; return; }
    const lines = text.value.split("\n");
    const number = Number(link.dataset.line);
    const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[number - 1] || "").length);
    text.scrollTop = Math.max(0, (number - 6) * (text.scrollHeight / lines.length));
  });
  const editor = get("case-text");
  if (editor) {
    const before = editor.value;
    let saving = false;
    get("case").addEventListener("submit", () => { saving = true; });
    addEventListener("beforeunload", (event) => { if (!saving && editor.value !== before) event.preventDefault(); });
  }

  // ---- files dragged into the window --------------------------------------------------------------------------
  const dropping = get("dropping");
  const files = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  addEventListener("dragover", (event) => { if (files(event)) { event.preventDefault(); dropping.hidden = false; } });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) dropping.hidden = true; });
  addEventListener("drop", async (event) => {
    if (!files(event)) return;
    event.preventDefault();
    dropping.hidden = true;
    const form = new FormData();
    [...event.dataTransfer.files].forEach((file) => form.append("files", file));
    tell("Reading the files …");
    const answer = await fetch("/documents", { method: "POST", body: form, redirect: "manual" });
    if (answer.type === "opaqueredirect") location.href = "/documents";
    else {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      tell(page.querySelector(".message") ? page.querySelector(".message").textContent : "The files could not be added.");
    }
  });

  const current = document.querySelector(".rail [aria-current]");
  if (current) current.scrollIntoView({ block: "nearest", inline: "center" });
  startReading();
})();
