/* Draws the charts of a page with Vega-Lite through its interpreter (no eval), when they come into view or before printing.
   A page that carries the libraries has them as globals; the workbench names where they lie, and they are fetched on first need. */
(() => {
  "use strict";
  const NARROWEST = 300;
  const views = new WeakMap();

  // ---- what hovering says ------------------------------------------------------------------------------------
  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.hidden = true;
  document.body.append(tip);
  const tell = (words) => (_, event, item, value) => {
    tip.hidden = value === null || value === undefined || value === "";
    if (tip.hidden) return;
    tip.textContent = words && item.datum.n >= 0 ? words(item.datum.n) : String(value);
    const room = document.documentElement.clientWidth - tip.offsetWidth - 12;
    tip.style.left = `${Math.max(8, Math.min(event.clientX + 14, room))}px`;
    tip.style.top = `${Math.max(8, event.clientY - tip.offsetHeight - 12)}px`;
  };
  addEventListener("scroll", () => { tip.hidden = true; }, { passive: true });

  // ---- a deal, opened from its point or stepped to ------------------------------------------------------------
  const differing = (packages) => packages.issues.map((_, i) => packages.choices.some((c) => c[i] !== packages.choices[0][i]));

  const opener = (figure, packages) => {
    const box = figure.querySelector(".package");
    const all = packages.choices.length;
    const differs = differing(packages);
    const list = box.querySelector("dl");
    const show = (n) => {
      const view = views.get(figure);
      box.dataset.n = n;
      box.querySelector("output").textContent = `Deal ${n + 1} of ${all}`;
      list.replaceChildren(...packages.issues.map(([issue, options], i) => {
        const row = document.createElement("div");
        row.className = differs[i] ? "" : "shared";
        const [dt, dd] = [document.createElement("dt"), document.createElement("dd")];
        dt.textContent = issue;
        dd.textContent = options[packages.choices[n][i]];
        row.append(dt, dd);
        return row;
      }));
      list.hidden = false;
      view.signal("chosen", n).run();
    };
    const step = (by) => {
      const now = box.dataset.n === undefined ? (by > 0 ? -1 : all) : Number(box.dataset.n);
      show((now + by + all) % all);
    };
    if (!box.dataset.ready) {
      box.dataset.ready = "yes";
      const [back, on] = box.querySelectorAll("button");
      back.addEventListener("click", () => step(-1));
      on.addEventListener("click", () => step(1));
    }
    box.hidden = false;
    if (box.dataset.n !== undefined) show(Number(box.dataset.n));
    return {
      show,
      words: (n) => {
        const parts = packages.issues.map(([issue, options], i) => (differs[i] ? `${issue}: ${options[packages.choices[n][i]]}` : ""));
        return `Deal ${n + 1}. ${parts.filter(Boolean).join("; ")}`;
      },
    };
  };

  // ---- drawing -------------------------------------------------------------------------------------------------
  const draw = (figure) => {
    const plot = figure.querySelector(".plot");
    const spec = JSON.parse(figure.querySelector("script").textContent);
    const about = spec.usermeta ?? {};
    const width = Math.max(about.least ?? NARROWEST, plot.clientWidth);
    if (about.panel) spec.columns = Math.max(1, Math.floor((width + 34) / about.panel));
    else if (!about.fixed) Object.assign(spec, { width, autosize: { type: "fit-x", contains: "padding" } });
    spec.padding = { left: 8, right: 8, top: 4, bottom: 4 };
    spec.config.legend.columns = Math.max(1, Math.floor(width / 230));
    const view = new vega.View(vega.parse(vegaLite.compile(spec).spec, null, { ast: true }), {
      renderer: "svg",
      expr: vegaInterpreter.expressionInterpreter,
      container: plot.firstElementChild,
      hover: true,
      logLevel: vega.Warn,
    });
    views.get(figure)?.finalize();
    views.set(figure, view);
    let packages = null;
    if (about.packages && figure.querySelector(".package")) {
      view.run();
      packages = opener(figure, about.packages);
      view.addEventListener("click", (_, item) => {
        const n = item?.datum?.n;
        if (n >= 0) packages.show(n);
      });
    }
    view.tooltip(tell(packages?.words));
    view.run();
    plot.firstElementChild.setAttribute("aria-hidden", "true"); // the plot itself is told as an image with its text
    plot.dataset.drawn = String(plot.clientWidth);
  };

  // ---- the libraries -------------------------------------------------------------------------------------------
  let fetched = null;
  const libraries = () => {
    if (globalThis.vega && globalThis.vegaLite && globalThis.vegaInterpreter) return Promise.resolve();
    const places = document.querySelector("meta[name=zopa-charts]")?.content.split(" ") ?? [];
    fetched ??= places.reduce((before, place) => before.then(() => new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = place;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    })), Promise.resolve());
    return fetched;
  };
  const drawSafely = (figure) => {
    if (!figure.isConnected || !figure.querySelector(".plot").clientWidth) return;
    try {
      draw(figure);
    } catch (error) {
      figure.querySelector(".plot").dataset.failed = "yes"; // its text equivalent stands below
      console.error(error);
    }
  };

  // ---- when ----------------------------------------------------------------------------------------------------
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      libraries().then(() => drawSafely(entry.target), () => { fetched = null; }); // its text stands below; the next one asks anew
    }
  }, { rootMargin: "600px" });
  const figures = () => [...document.querySelectorAll("figure.chart")];
  const watch = () => figures().forEach((figure) => {
    if (figure.dataset.watched) return;
    figure.dataset.watched = "yes";
    seen.observe(figure);
  });
  watch();
  document.addEventListener("htmx:afterSettle", watch);
  addEventListener("beforeprint", () => {
    if (globalThis.vega) figures().filter((figure) => !views.has(figure)).forEach(drawSafely);
  });
  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => figures().forEach((figure) => {
      const plot = figure.querySelector(".plot");
      if (views.has(figure) && plot.dataset.drawn !== String(plot.clientWidth)) drawSafely(figure);
    }), 150);
  });
})();
