// The page for partners: what they choose becomes code and a live preview. Without this script the page has ready-made
// code, and this part of it stays hidden.
const root = document.getElementById("kiezer");
const form = root.querySelector("form");
const fields = form.elements;
const { site, origin, name, moving, movingPath, fixedPath, integrity, example, exampleTitle, exampleFrame } = root.dataset;
const find = (id) => document.getElementById(id);
const MOST = { kader: 10, script: 20 };
const SANDBOX = "allow-scripts allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox";

const escape = (text) =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[sign]);

// ------------------------------------------------------------------------------------------- colours and contrast

const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function luminance(colour) {
  const [red, green, blue] = parts(colour).map((value) => channel(value / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

// The colour that is closest to what was chosen and has enough contrast: darker or lighter, as little as is needed.
function nearest(colour, ground, least) {
  for (let step = 1; step <= 100; step++) {
    for (const end of [0, 255]) {
      const mixed = parts(colour).map((value) => Math.round(value + ((end - value) * step) / 100));
      const written = `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
      if (contrast(written, ground) >= least) return written;
    }
  }
  return colour;
}

const inWords = (ratio) => (Math.floor(ratio * 10) / 10).toFixed(1).replace(".", ",");

// Says whether a colour may be used, and gives it only then.
function judge(id, what, least) {
  const colour = fields[id].value;
  const ground = fields.achter.value;
  const ratio = contrast(colour, ground);
  const good = ratio >= least;
  const verdict = find(`${id}-oordeel`);
  const words = good
    ? `Goed: het contrast is ${inWords(ratio)}.`
    : `Deze kleur ${what} te weinig op: het contrast is ${inWords(ratio)} en moet ${inWords(least)} zijn. We gebruiken haar niet.`;
  if (verdict.dataset.words !== words) {
    verdict.dataset.words = words;
    verdict.replaceChildren(words);
    verdict.classList.toggle("kiezer__oordeel--fout", !good);
    if (!good) {
      const better = nearest(colour, ground, least);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "kiezer__knop";
      button.textContent = `Neem ${better}`;
      button.addEventListener("click", () => {
        fields[id].value = better;
        update();
        fields[id].focus();
        say(`De kleur is nu ${better}.`, true);
      });
      verdict.append(" ", button);
      say(words, true);
    }
  }
  fields[id].setAttribute("aria-invalid", String(!good));
  return good ? colour : null;
}

// ---------------------------------------------------------------------------------------------------------- code

function chosen() {
  const option = fields.welk.selectedOptions[0];
  const way = fields.vorm.value;
  const most = MOST[way] || 10;
  const number = Math.min(most, Math.max(1, parseInt(fields.aantal.value, 10) || 3));
  return {
    form: way,
    scope: option.value,
    title: option.dataset.title,
    address: option.dataset.address,
    frame: option.dataset.frame,
    photos: fields[way === "script" ? "scriptfotos" : "kaderfotos"].checked,
    most,
    number,
    level: fields.kopniveau.value,
    formal: fields.taal.value === "u",
    fixed: fields.versie.value === "vast",
  };
}

const hash = (choice) => `#aantal=${choice.number}${choice.photos ? "" : ",fotos=nee"}`;
const link = (choice) => `<a href="${escape(choice.address)}">${escape(choice.title)} op ${escape(name)}</a>`;

function frameCode(choice) {
  const source = site + choice.frame.slice(new URL(site).pathname.replace(/\/$/, "").length) + hash(choice);
  return (
    `<iframe src="${escape(source)}" title="${escape(choice.title)}, van ${escape(name)}" loading="lazy" ` +
    `referrerpolicy="no-referrer" sandbox="${SANDBOX}" width="280" height="600" style="border: 0; width: 100%"></iframe>\n` +
    `<p>${link(choice)}</p>`
  );
}

function scriptCode(choice) {
  const promise = choice.fixed ? ` integrity="${integrity}" crossorigin="anonymous"` : "";
  const more = `${choice.photos ? " met-fotos" : ""}${choice.formal ? ' taal="u"' : ""}`;
  return (
    `<script type="module" src="${site}${choice.fixed ? fixedPath : movingPath}"${promise}></` +
    `script>\n<mba-nieuws scope="${choice.scope}" aantal="${choice.number}" kopniveau="${choice.level}"${more}>\n` +
    `  ${link(choice)}\n</mba-nieuws>`
  );
}

function styleCode(colours) {
  const lines = [];
  if (colours.link) lines.push(`  --mba-link: ${colours.link};`);
  if (colours.lijn) lines.push(`  --mba-accent: ${colours.lijn};`);
  return lines.length ? `mba-nieuws {\n${lines.join("\n")}\n}` : "";
}

const FORMS = {
  kader: {
    what: "Plak dit op de plek waar het nieuws moet komen.",
    code: frameCode,
    rules: "Heeft je site een Content-Security-Policy? Voeg dit dan toe.",
    policy: () => `frame-src ${origin}`,
  },
  script: {
    what: "Plak dit op de plek waar het nieuws moet komen.",
    code: scriptCode,
    rules: "Heeft je site een Content-Security-Policy? Voeg dit dan toe.",
    policy: (choice) => `script-src ${origin}\nconnect-src ${origin}${choice.photos ? `\nimg-src ${origin}` : ""}`,
  },
  adres: {
    what: "Plak het adres van een verhaal, een oproep of een wijk op een eigen regel in WordPress. Bijvoorbeeld:",
    code: () => example,
    rules: "Voor deze vorm hoeft je beheerder niets te doen.",
    policy: () => "",
  },
  feed: {
    what: "Lees een van deze twee in: Atom of JSON Feed.",
    code: (choice) => `${site}/feeds/${choice.scope}.xml\n${site}/feeds/${choice.scope}.json`,
    rules: "Voor deze vorm hoeft je beheerder niets te doen.",
    policy: () => "",
  },
};

// ------------------------------------------------------------------------------------------------------- preview

let previewed = "";

function preview(choice, colours) {
  const picture = JSON.stringify([choice, colours]);
  if (picture === previewed) return;
  previewed = picture;
  const box = find("beeld");
  box.dataset.vorm = choice.form;
  box.style.removeProperty("background");
  box.style.removeProperty("color");
  box.replaceChildren();
  if (choice.form === "script") {
    const element = document.createElement("mba-nieuws");
    const attributes = { scope: choice.scope, aantal: choice.number, kopniveau: Math.max(4, choice.level) };
    if (choice.photos) attributes["met-fotos"] = "";
    if (choice.formal) attributes.taal = "u";
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    const fallback = document.createElement("a");
    fallback.href = choice.address;
    fallback.textContent = `${choice.title} op ${name}`;
    element.append(fallback);
    if (colours) {
      box.style.background = colours.ground;
      box.style.color = contrast("#000000", colours.ground) >= 4.5 ? "#000000" : "#ffffff";
      if (colours.link) element.style.setProperty("--mba-link", colours.link);
      if (colours.lijn) element.style.setProperty("--mba-accent", colours.lijn);
    }
    box.append(element);
    import(moving);
  } else if (choice.form === "feed") {
    const words = document.createElement("p");
    words.textContent = "Een feed heeft geen beeld: hoe het eruitziet, bepaal je zelf.";
    box.append(words);
  } else {
    const frame = document.createElement("iframe");
    frame.title = choice.form === "kader" ? `${choice.title}, van ${name}` : exampleTitle;
    frame.setAttribute("sandbox", SANDBOX);
    frame.height = "400";
    frame.src = choice.form === "kader" ? choice.frame + hash(choice) : exampleFrame;
    box.append(frame);
  }
}

addEventListener("message", ({ source, data }) => {
  const frame = find("beeld").querySelector("iframe");
  if (frame && frame.contentWindow === source && data?.mba === "hoogte")
    frame.height = Math.min(1000, Math.max(200, data.hoogte));
});

// ------------------------------------------------------------------------------------------------------- copying

// Tells what happened, to who listens too; `quiet` when the words stand on the page already.
let saying;
function say(words, quiet = false) {
  const status = find("gezegd");
  clearTimeout(saying);
  // The same words twice are news only after they were gone.
  status.textContent = "";
  status.classList.toggle("kiezer__stil", quiet);
  saying = setTimeout(() => {
    status.textContent = words;
    saying = setTimeout(() => (status.textContent = ""), 10_000);
  }, 50);
}

async function copy(block) {
  const code = block.querySelector("code");
  try {
    await navigator.clipboard.writeText(code.textContent);
    say(`Gekopieerd: ${block.dataset.label}.`);
  } catch {
    const range = document.createRange();
    range.selectNodeContents(code);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    say("Kopiëren lukt niet vanzelf. De code is geselecteerd: druk op Ctrl en C.");
  }
}

for (const block of document.querySelectorAll(".code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kiezer__knop";
  button.textContent = "Kopieer";
  const more = document.createElement("span");
  more.className = "kiezer__stil";
  more.textContent = ` ${block.dataset.label}`;
  button.append(more);
  button.addEventListener("click", () => copy(block));
  block.append(button);
}

// -------------------------------------------------------------------------------------------------------- update

function put(id, text) {
  const code = find(id);
  code.textContent = text;
  code.closest(".code").hidden = !text;
}

function update() {
  const choice = chosen();
  for (const field of form.querySelectorAll("[data-voor]"))
    field.hidden = !field.dataset.voor.split(" ").includes(choice.form);
  find("meeste").textContent = choice.most;
  fields.aantal.max = choice.most;
  const own = choice.form === "script" && fields.kleuren.checked;
  form.querySelector(".kiezer__kleuren").hidden = !own;
  const colours = own
    ? { ground: fields.achter.value, link: judge("link", "valt", 4.5), lijn: judge("lijn", "valt", 3) }
    : null;
  const { what, code, rules, policy } = FORMS[choice.form];
  find("wat").textContent = what;
  put("jouw-code", code(choice));
  const style = colours ? styleCode(colours) : "";
  find("stijl").hidden = !style;
  put("jouw-stijl", style);
  find("regels").textContent = rules;
  put("jouw-csp", policy(choice));
  preview(choice, colours);
}

if (!example) form.querySelector('[value="adres"]').closest("label").hidden = true;
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
root.hidden = false;
update();
