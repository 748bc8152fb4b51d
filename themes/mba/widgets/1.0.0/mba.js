// Mijn Buurt Assen op je eigen site. Versie 1.0.0; dit bestand verandert nooit.
// <mba-nieuws scope="wijk-peelo" aantal="3"><a href="...">Nieuws uit Peelo</a></mba-nieuws>
// Lukt het niet, dan blijft je link staan.
const FEEDS = new URL("../../feeds/", import.meta.url);
const LARGEST = 1e6, LONGEST = 8000;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host(:not([hidden])){display:block!important}
::slotted(a){display:inline!important}
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit}
div{--g:var(--mba-tussenruimte,1em);line-height:1.5;text-align:start;text-indent:0;white-space:normal;overflow-wrap:anywhere;
border-inline-start:.25em solid var(--mba-accent,var(--k,currentColor));padding-inline-start:1em}
[part=kop]{font-size:1.25em;font-weight:700;line-height:1.25}
ul{display:grid;gap:var(--g);list-style:none;margin-block:var(--g);
grid-template-columns:repeat(auto-fit,minmax(min(100%,max(12em,(100% - (var(--n) - 1)*var(--g))/var(--n))),1fr))}
a{display:inline-block;padding-block:.2em;color:var(--mba-link,inherit);text-decoration:underline}
[part=link]{font-weight:700}
span{border:1px solid;padding-inline:.4em;margin-inline-end:.2em}
img{display:block;width:100%;aspect-ratio:16/9;object-fit:cover;margin-block-end:.4em}
`);

const text = (value) => (typeof value === "string" ? value.trim() : "");
const address = (value) => (/^https?:\/\//i.test(value) ? value : "");

function add(parent, name, part, words, attribute, value) {
  const element = document.createElement(name);
  element.setAttribute("part", part);
  if (words) element.textContent = words;
  if (attribute) element.setAttribute(attribute, value);
  return parent.appendChild(element);
}

function addTime(parent, value, withClock) {
  const moment = new Date(text(value));
  if (isNaN(moment)) return;
  const timeStyle = withClock && /T/.test(value) ? "short" : undefined;
  const words = moment.toLocaleString("nl-NL", { dateStyle: "full", timeStyle, timeZone: "Europe/Amsterdam" });
  add(parent, "time", "datum", words, "datetime", value);
}

function addItem(list, item, title, url, photos, formal) {
  const own = item._mba || {};
  const li = add(list, "li", "stuk", "", "dir", "auto");
  li.lang = text(item.language) || "nl";
  const image = photos && address(item.image);
  if (image) {
    const photo = add(li, "img", "foto", "", "alt", text(own.alt));
    photo.addEventListener("error", () => li.removeChild(photo));
    photo.loading = "lazy";
    photo.src = image;
  }
  add(li, "a", "link", title, "href", url);
  const meta = add(li, "p", "meta");
  const say = (words) => meta.appendChild(document.createTextNode(words));
  const label = (words) => say(" ", add(meta, "span", "label", words));
  if (own.afgelast) label("Afgelast");
  if (own.voorbeeld) label("Voorbeeld");
  if (own.soort === "oproep") {
    say(own.sluit_op ? "Meedoen kan tot en met " : `${formal ? "U" : "Je"} kunt altijd meedoen`);
    addTime(meta, own.sluit_op);
  } else if (own.soort === "activiteit") {
    addTime(meta, own.begint, true);
    if (text(own.plaats)) say(`, ${text(own.plaats)}`);
  } else addTime(meta, item.date_published);
  if (text(item.summary)) add(li, "p", "samenvatting", text(item.summary));
}

function build(host, scope, { items, _mba: own = {} }) {
  const formal = host.getAttribute("taal") === "u";
  const number = (name, least, most, otherwise) =>
    Math.min(most, Math.max(least, parseInt(host.getAttribute(name), 10) || otherwise));
  const [kind, slug] = scope.split("-");
  const title = { verhalen: "Verhalen uit Assen", oproepen: "Doe mee in Assen", agenda: "Agenda van Assen" }[scope] ||
    `Nieuws ${kind === "thema" ? "over" : "uit"} ${(slug && text(own.naam)) || "Assen"}`;
  const block = add(document.createDocumentFragment(), "div", "blok", "", "lang", "nl");
  block.dir = "ltr";
  if (/^#\w{6}$/.test(own.kleur)) block.style.setProperty("--k", own.kleur);
  add(block, `h${number("kopniveau", 2, 6, 3)}`, "kop", title);
  const list = add(block, "ul", "lijst", "", "role", "list");
  list.style.setProperty("--n", number("kolommen", 1, 4, 1));
  for (let i = 0; i < items.length && list.childElementCount < number("aantal", 1, 20, 3); i++) {
    const item = items[i] || {}, words = text(item.title), url = address(item.url);
    const call = item._mba || {}, closed = call.gesloten || Date.parse(call.sluit_op) < Date.now() - 864e5;
    if (url && words && !closed) addItem(list, item, words, url, host.hasAttribute("met-fotos"), formal);
  }
  if (!list.firstChild) {
    if (items.length !== 0) throw Error("niets te tonen");
    block.removeChild(list);
    add(block, "p", "leeg", `Er is nu niets nieuws. Weet ${formal ? "u" : "jij"} iets? Vertel het ons.`);
  }
  const all = address(own.alles_url);
  if (all) add(block, "a", "alles", `${title}: alles op Mijn Buurt Assen`, "href", all);
  return block;
}

async function read(scope) {
  if (/[^a-z0-9-]/.test(scope)) throw Error("scope bestaat niet");
  const stop = new AbortController(), timer = setTimeout(() => stop.abort(), LONGEST);
  try {
    const answer = await fetch(new URL(`${scope}.json`, FEEDS), {
      signal: stop.signal, credentials: "omit", referrerPolicy: "no-referrer",
    });
    if (!answer.ok) throw Error(answer.status);
    const reader = answer.body.getReader(), decoder = new TextDecoder();
    let words = "", size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > LARGEST) throw Error("te groot");
      words += decoder.decode(value, { stream: true });
    }
    return JSON.parse(words);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

class MbaNieuws extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    const slot = root.appendChild(document.createElement("slot"));
    root.adoptedStyleSheets = [sheet];
    const watcher = new IntersectionObserver(async (seen) => {
      if (!seen[seen.length - 1].isIntersecting) return;
      watcher.disconnect();
      const scope = text(this.getAttribute("scope")) || "alles";
      try {
        root.replaceChild(build(this, scope, await read(scope)), slot);
      } catch ({ message }) {
        this.dispatchEvent(new CustomEvent("mba-fout", { bubbles: true, composed: true, detail: { scope, reden: message } }));
      }
    }, { rootMargin: "400px" });
    watcher.observe(this);
  }
}

if (!customElements.get("mba-nieuws")) customElements.define("mba-nieuws", MbaNieuws);
