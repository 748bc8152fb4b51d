// What the preview adds to a page: it looks again when it is told to, stays where the reader was, swaps style sheets,
// and shows what is wrong. Whether anything changed is decided by what the server says of this page now, so a word
// that was missed or came twice does no harm.
(() => {
  "use strict";

  const own = document.currentScript;
  const home = new URL("./", own.src).pathname;
  const shown = { page: own.dataset.page, styles: own.dataset.styles };
  const framed = window.top !== window;
  const bare = document.documentElement.hasAttribute("data-bare");

  // ---------------------------------------------------------------------------------------- where the reader was

  const place = `mba-plaats ${location.pathname}`;

  function eachDetails(act) {
    const seen = {};
    for (const details of document.querySelectorAll("details")) {
      const words = details.id || details.querySelector("summary")?.textContent.trim() || "";
      seen[words] = (seen[words] || 0) + 1;
      act(details, `${words} ${seen[words]}`);
    }
  }

  function remember() {
    const open = {};
    eachDetails((details, key) => { open[key] = details.open; });
    sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, open }));
    history.scrollRestoration = "manual";
  }

  function restore() {
    const kept = sessionStorage.getItem(place);
    if (!kept) return;
    sessionStorage.removeItem(place);
    const { x, y, open } = JSON.parse(kept);
    eachDetails((details, key) => { if (key in open) details.open = open[key]; });
    const go = () => scrollTo({ left: x, top: y, behavior: "instant" });
    go();
    addEventListener("load", () => {
      go();
      // Not sooner: the browser would still put its own idea of the place over ours.
      setTimeout(() => { history.scrollRestoration = "auto"; }, 1000);
    }, { once: true });
  }

  // ------------------------------------------------------------------------------------------------ looking again

  let looking = false;
  let again = false;

  async function look() {
    again = true;
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        const question = `${home}stand.json?adres=${encodeURIComponent(location.pathname)}`;
        const answer = await fetch(question, { cache: "no-store" });
        if (answer.ok) apply(await answer.json());
      }
    } catch {
      // The server is gone for a moment; the socket comes back by itself and we look again then.
    } finally {
      looking = false;
    }
  }

  function apply(state) {
    if (state.page !== shown.page) {
      remember();
      location.reload();
      return;
    }
    const styles = state.styles.join(" ");
    if (styles !== shown.styles) swap(state.styles);
    shown.styles = styles;
    if (!bare) mark(state.marks);
    if (!framed && !bare) panel().show(state);
  }

  function swap(styles) {
    const links = [...document.querySelectorAll('link[rel="stylesheet"]:not([data-voorbeeld], [data-oud])')];
    links.forEach((link, number) => {
      if (!styles[number] || link.getAttribute("href") === styles[number]) return;
      const next = link.cloneNode();
      next.href = styles[number];
      link.dataset.oud = "";
      const done = () => link.remove();
      next.addEventListener("load", done, { once: true });
      next.addEventListener("error", done, { once: true });
      link.after(next);
    });
  }

  function mark(marks) {
    document.querySelectorAll(".mba-merk").forEach((word) => word.remove());
    for (const link of document.querySelectorAll("main a[href]")) {
      const words = link.origin === location.origin && !link.hash ? marks[link.pathname] : undefined;
      if (!words || link.pathname === location.pathname) continue;
      const word = document.createElement("span");
      word.className = "mba-merk";
      word.textContent = ` ${words}`;
      link.after(word);
    }
  }

  // -------------------------------------------------------------------------------------------------- the panel

  function make(tag, name, text) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  function counted(count, one, many) {
    return count === 1 ? `1 ${one}` : `${count} ${many}`;
  }

  const closed = "mba-paneel-dicht";

  class Panel extends HTMLElement {
    constructor() {
      super();
      const style = make("link");
      style.rel = "stylesheet";
      style.dataset.voorbeeld = "";
      style.href = `${home}paneel.css`;
      this.box = make("section", "panel");
      this.box.hidden = true;
      this.box.setAttribute("aria-labelledby", "kop");
      this.heading = make("h2");
      this.heading.id = "kop";
      this.lead = make("p", "lead");
      this.toggle = make("button", "toggle");
      this.toggle.type = "button";
      this.toggle.setAttribute("aria-controls", "inhoud");
      this.toggle.addEventListener("click", () => this.fold(this.toggle.getAttribute("aria-expanded") === "true"));
      const head = make("header");
      head.append(this.heading, this.toggle);
      this.body = make("div", "body");
      this.body.id = "inhoud";
      this.list = make("ol", "list");
      this.list.setAttribute("aria-label", "Wat er niet klopt");
      this.foot = make("p", "foot");
      this.body.append(this.lead, this.list, this.foot);
      this.box.append(head, this.body);
      this.voice = make("p", "voice");
      this.voice.setAttribute("role", "status");
      this.gone = make("p", "gone", "Het voorbeeld is gestopt. Start het opnieuw met: mba serve");
      this.gone.hidden = true;
      this.box.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        this.fold(true);
        this.toggle.focus();
      });
      this.attachShadow({ mode: "open" }).append(style, this.box, this.gone, this.voice);
    }

    show(state) {
      this.gone.hidden = true;
      const { errors, warnings, problems } = state;
      const parts = [];
      if (errors) parts.push(counted(errors, "fout", "fouten"));
      if (warnings) parts.push(counted(warnings, "waarschuwing", "waarschuwingen"));
      const wasShown = !this.box.hidden && this.box.classList.contains("wrong");
      this.box.hidden = parts.length === 0;
      this.box.classList.toggle("wrong", errors > 0);
      this.heading.textContent = parts.join(" en ");
      this.lead.textContent = errors
        ? "Je ziet de laatste goede versie. Zodra dit klopt, gaat dit venster vanzelf weg."
        : "Dit houdt niets tegen, maar kijk er even naar.";
      this.list.replaceChildren(...problems.map((problem) => this.row(problem)));
      this.list.hidden = problems.length === 0;
      const others = errors + warnings - problems.length;
      const desk = make("a", "", others ? `Nog ${others} op de redactietafel` : "Naar de redactietafel");
      desk.href = state.desk;
      this.foot.replaceChildren(desk);
      // A panel that somebody folded stays so until other errors come; warnings never unfold by themselves.
      this.fingerprint = problems.filter((p) => p.severity === "fout").map((p) => `${p.file}:${p.line}:${p.message}`).join("\n");
      const kept = sessionStorage.getItem(closed);
      this.fold(errors ? kept === this.fingerprint : kept !== "open", false);
      const words = errors ? `${this.heading.textContent}. ${this.lead.textContent}` : wasShown ? "Opgelost." : "";
      if (this.voice.textContent !== words) this.voice.textContent = words;
    }

    row(problem) {
      const row = make("li", problem.severity);
      const spot = `${problem.file}, regel ${problem.line}`;
      row.append(make("p", "where", spot));
      const message = make("p", "message", problem.message);
      if (problem.severity !== "fout") message.prepend(make("span", "weight", "Let op: "));
      row.append(message);
      if (problem.source) {
        const source = make("pre", "source");
        source.append(make("code", "", problem.source));
        row.append(source);
      }
      if (problem.tip) row.append(make("p", "tip", `Tip: ${problem.tip}`));
      const ways = make("p", "ways");
      if (problem.editor) {
        const link = make("a", "", `Open regel ${problem.line}`);
        link.href = problem.editor;
        link.setAttribute("aria-label", `Open regel ${problem.line} van ${problem.file}`);
        ways.append(link);
      }
      const copy = make("button", "copy", "Kopieer de plek");
      copy.type = "button";
      copy.setAttribute("aria-label", `Kopieer de plek: ${spot}`);
      copy.addEventListener("click", async () => {
        await navigator.clipboard.writeText(`${problem.file}:${problem.line}`);
        copy.textContent = "Gekopieerd";
        this.voice.textContent = "De plek is gekopieerd.";
      });
      ways.append(copy);
      row.append(ways);
      return row;
    }

    fold(shut, keep = true) {
      this.body.hidden = shut;
      this.toggle.setAttribute("aria-expanded", String(!shut));
      this.toggle.textContent = shut ? "Laat zien" : "Klap in";
      if (!keep) return;
      if (shut) sessionStorage.setItem(closed, this.fingerprint || "dicht");
      else sessionStorage.setItem(closed, "open");
    }
  }

  customElements.define("mba-paneel", Panel);

  function panel() {
    let element = document.querySelector("mba-paneel");
    if (!element) {
      element = document.createElement("mba-paneel");
      // After the skip link, which has to stay the first thing that the keyboard finds.
      const header = document.querySelector("body > .mba-lint, body > header");
      if (header) header.before(element);
      else document.body.prepend(element);
    }
    return element;
  }

  // ------------------------------------------------------------------------------------------ livereload's socket

  window.LiveReloadPluginVoorbeeld = class {
    static identifier = "voorbeeld";
    static version = "1";
    reload() {
      look();
      return true;
    }
  };
  let left;
  document.addEventListener("LiveReloadConnect", () => {
    clearTimeout(left);
    left = undefined;
    look();
  });
  document.addEventListener("LiveReloadDisconnect", () => {
    left ??= setTimeout(() => { if (!framed && !bare) panel().gone.hidden = false; }, 2500);
  });
  addEventListener("pageshow", (event) => { if (event.persisted) look(); });

  restore();
  look();
})();
