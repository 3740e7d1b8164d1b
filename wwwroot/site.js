// Comforts for a page that works without them. Nothing here is needed to read, search or be guided.

const page = document.querySelector(".page");
const word = name => page?.dataset[name] ?? "";
const store = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* private mode */ } },
};
const make = (tag, set = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// ---- theme
const root = document.documentElement;
const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const themeButton = document.querySelector("[data-theme-toggle]");
const showTheme = () => { if (themeButton) themeButton.querySelector("[data-theme-label]").textContent = isDark() ? themeButton.dataset.light : themeButton.dataset.dark; };
if (store.get("theme")) root.dataset.theme = store.get("theme");
if (themeButton) {
  themeButton.hidden = false;
  showTheme();
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    store.set("theme", root.dataset.theme);
    showTheme();
  });
}

// ---- the language switch keeps answers that an island changed, and the anchor
document.addEventListener("click", e => {
  const link = e.target.closest?.("a[data-language]");
  if (!link) return;
  const path = location.pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "/" + link.dataset.language);
  link.href = path + (path.startsWith("/" + link.dataset.language) ? location.search : "") + location.hash;
}, true);

// ---- a part that moved elsewhere: the address still names its old place here
const moved = document.querySelector("[data-moved]:target");
if (moved) location.replace(moved.querySelector("a").href);

// ---- "/" goes to the search box
document.addEventListener("keydown", e => {
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const box = document.querySelector('.search input[name="q"]');
  if (box) { e.preventDefault(); box.focus(); box.select(); }
});

// ---- copying
const commandOf = pre => { const copy = pre.cloneNode(true); copy.querySelectorAll(".prompt").forEach(p => p.remove()); return copy.textContent.trimEnd(); };
function copyButton(text, of) {
  const button = make("button", { type: "button", class: "copy" }, of.label ?? word("copyWord"));
  if (of.name) button.setAttribute("aria-label", word("copyOf").replace("{0}", of.name));
  button.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(text()); } catch { return; }
    const before = button.textContent;
    button.textContent = word("copiedWord");
    setTimeout(() => { button.textContent = before; }, 1600);
  });
  return button;
}

// ---- variants as tabs; the choice is remembered for all pages, a shared link (`?os=windows-11`) brings its own
const linkedVariant = new URLSearchParams(location.search).get("os");
const chosen = section => ["os", "licence", "edition"].map(k => section.dataset[k]).find(Boolean) ?? "";
function choose(group, index, isPerson) {
  const tabs = [...group.querySelectorAll(":scope > .tabs > [role=tab]")];
  const panels = [...group.querySelectorAll(":scope > .variant")];
  tabs.forEach((tab, i) => { tab.setAttribute("aria-selected", String(i === index)); tab.tabIndex = i === index ? 0 : -1; });
  panels.forEach((panel, i) => { panel.hidden = i !== index; });
  if (!isPerson) return;
  store.set("variant", chosen(panels[index]));
  document.querySelectorAll(".variants").forEach(other => {
    const same = [...other.querySelectorAll(":scope > .variant")].findIndex(p => chosen(p) === chosen(panels[index]));
    if (other !== group && same >= 0) choose(other, same, false);
  });
}
// The Windows of this browser, where it says so: Chromium tells 11 from 10 by the version of the platform, a moment later.
let thisWindows = { "6.1": "windows-7", "6.2": "windows-8", "6.3": "windows-8" }[/Windows NT (6\.\d)/.exec(navigator.userAgent)?.[1]];
if (navigator.userAgentData?.platform === "Windows")
  navigator.userAgentData.getHighEntropyValues(["platformVersion"]).then(({ platformVersion }) => {
    const major = parseInt(platformVersion);
    if (!(major > 0)) return;
    thisWindows = major >= 13 ? "windows-11" : "windows-10";
    if (linkedVariant || store.get("variant") || location.hash.length > 1) return;
    document.querySelectorAll(".variants:has(> .tabs)").forEach(group => {
      const own = [...group.querySelectorAll(":scope > .variant")].findIndex(p => chosen(p) === thisWindows);
      if (own >= 0) choose(group, own, false);
    });
  }).catch(() => {});
function tabs(group) {
  const panels = [...group.querySelectorAll(":scope > .variant")];
  if (panels.length < 2 || group.querySelector(":scope > .tabs")) return;
  const bar = make("div", { class: "tabs", role: "tablist", "aria-label": word("variants") });
  panels.forEach((panel, i) => {
    const key = `variant-${[...document.querySelectorAll(".variants")].indexOf(group)}-${i}`;
    panel.id ||= key;
    const tab = make("button", { type: "button", role: "tab", id: key + "-tab", "aria-controls": panel.id }, panel.querySelector(".variant-title")?.textContent ?? String(i + 1));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => choose(group, i, true));
    bar.append(tab);
  });
  bar.addEventListener("keydown", e => {
    const at = [...bar.children].indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panels.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    const next = (to + panels.length) % panels.length;
    choose(group, next, true);
    bar.children[next].focus();
  });
  group.prepend(bar);
  const guess = (panels.some(p => chosen(p) === linkedVariant) ? linkedVariant : store.get("variant") ?? thisWindows) ?? "";
  const linked = location.hash.length > 1 ? panels.findIndex(p => p.querySelector("#" + CSS.escape(decodeURIComponent(location.hash.slice(1))))) : -1;
  choose(group, Math.max(0, linked >= 0 ? linked : panels.findIndex(p => chosen(p) === guess)), false);
}

// ---- steps to tick, kept on this device
function tick(step) {
  const body = step.querySelector(":scope > .step-body");
  if (!body || body.querySelector(":scope > .tick")) return;
  const key = `tick:${location.pathname.replace(/^\/[a-z]{2}\//, "")}#${step.id}`;
  const box = make("input", { type: "checkbox" });
  box.checked = store.get(key) === "1";
  step.classList.toggle("done", box.checked);
  box.addEventListener("change", () => { store.set(key, box.checked ? "1" : null); step.classList.toggle("done", box.checked); });
  body.append(make("label", { class: "tick" }, box, word("stepDone")));
}
function tickList(item, i) {
  if (item.querySelector(":scope > input")) return;
  const key = `check:${location.pathname.replace(/^\/[a-z]{2}\//, "")}#${i}`;
  const box = make("input", { type: "checkbox", "aria-label": item.textContent.trim().slice(0, 120) });
  box.checked = store.get(key) === "1";
  box.addEventListener("change", () => store.set(key, box.checked ? "1" : null));
  item.prepend(box);
}

// Also runs on what an island showed later; every comfort is added once.
function comfort(part) {
  part.querySelectorAll("[data-copy]:not([data-copy-ready])").forEach(value => {
    value.dataset.copyReady = "";
    value.after(copyButton(() => value.textContent, { name: value.textContent }));
  });
  part.querySelectorAll(".prose pre:not([data-copy-ready])").forEach(pre => {
    pre.dataset.copyReady = "";
    pre.before(make("div", { class: "code-tools" }, copyButton(() => commandOf(pre), {})));
  });
  part.querySelectorAll("[data-copy-link]:empty").forEach(place => {
    const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href;
    place.append(copyButton(address, { label: place.dataset.copyLink }));
    if (!navigator.share) return;
    const share = make("button", { type: "button", class: "copy" }, place.dataset.share);
    // Turning the system's sheet away is no error.
    share.addEventListener("click", () => navigator.share({ title: document.title, url: address() }).catch(() => {}));
    place.append(" ", share);
  });
  part.querySelectorAll(".note-tools:empty").forEach(place =>
    place.append(...[...place.parentElement.querySelectorAll("[data-note]")].map(note => copyButton(() => note.textContent, { label: note.dataset.note }))));
  part.querySelectorAll(".prose .variants").forEach(tabs);
  part.querySelectorAll(".prose .step").forEach(tick);
  part.querySelectorAll(".prose .checklist > li").forEach(tickList);
}
comfort(document);

// A link to a step inside a tab that is not shown opens the tab.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const panel = target?.closest(".variant[hidden]");
  if (!panel) return;
  choose(panel.parentElement, [...panel.parentElement.querySelectorAll(":scope > .variant")].indexOf(panel), false);
  target.scrollIntoView();
});

// ---- small forms are sent without leaving the page; the notice that answers shows itself by the fragment
document.addEventListener("submit", async e => {
  const form = e.target.closest("form[data-stay]");
  if (!form) return;
  e.preventDefault();
  const body = new URLSearchParams(new FormData(form, e.submitter));
  // The search that led here, for whoever mends the page.
  const from = document.referrer.startsWith(location.origin + "/") ? new URL(document.referrer) : null;
  if (form.elements.revision && from?.pathname.endsWith("/search")) body.set("query", (from.searchParams.get("q") ?? "").slice(0, 2000));
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.ok) {
      const { page, notice } = await answer.json();
      // The whole address: pages with an island have a base that a bare fragment would lead to.
      if (notice && new URL(page, location.origin).pathname === location.pathname) location.replace(location.pathname + location.search + "#" + notice);
      else location.assign(page);
      return;
    }
  } catch { /* no network: the browser says so below */ }
  if (e.submitter?.name) form.append(make("input", { type: "hidden", name: e.submitter.name, value: e.submitter.value }));
  form.submit();
});

// ---- the section in view is marked in the contents list
const contents = new Map([...document.querySelectorAll(".contents a")].map(a => [decodeURIComponent(a.hash.slice(1)), a]));
if (contents.size) {
  const headings = [...contents.keys()].map(id => document.getElementById(id)).filter(Boolean);
  let asked = false;
  const mark = () => {
    asked = false;
    const at = headings.filter(h => h.getBoundingClientRect().top < innerHeight / 3).at(-1);
    contents.forEach(a => a.removeAttribute("aria-current"));
    if (at) contents.get(at.id)?.setAttribute("aria-current", "true");
  };
  addEventListener("scroll", () => { if (!asked) { asked = true; requestAnimationFrame(mark); } }, { passive: true });
  mark();
}

// ---- paper says when it was printed
addEventListener("beforeprint", () => document.querySelectorAll("[data-printed-on]").forEach(line => {
  line.hidden = false;
  line.textContent = line.dataset.printedOn.replace("{0}", new Intl.DateTimeFormat(root.lang === "ja" ? "ja" : "en-GB", { dateStyle: "long" }).format());
}));

// ---- the map opens at the reader's place
const place = [...document.querySelectorAll(".map .here")].find(e => e.getClientRects().length);
if (place) {
  const box = place.closest(".map-scroll"), [a, b] = [place.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollTo(a.left - b.left - box.clientWidth / 2, a.top - b.top - box.clientHeight / 2);
}

// ---- pages with an island
const notice = document.getElementById("components-reconnect-modal");
if (notice) {
  // The interactive script says good-bye on "unload", which browsers are giving up; a page that comes back from their memory has no
  // circuit any more.
  const listen = window.addEventListener;
  window.addEventListener = (kind, ...rest) => listen.call(window, kind === "unload" ? "pagehide" : kind, ...rest);
  addEventListener("pageshow", e => { if (e.persisted) location.reload(); });
  const main = document.getElementById("main");
  // The island makes its elements anew when it comes to life: what was typed and opened until then is put back.
  const touched = new Map();
  const isLive = () => main.querySelector("[data-live]");
  let focus = null;
  for (const kind of ["input", "toggle"])
    main.addEventListener(kind, e => { if (!isLive()) touched.set(e.target.id || e.target.className, e.target); }, true);
  main.addEventListener("focusin", e => { if (!isLive()) focus = e.target; });
  const same = old => old.isConnected ? null : old.id ? document.getElementById(old.id) : [...main.querySelectorAll(old.localName)].find(e => e.className === old.className && e.getAttribute("href") === old.getAttribute("href"));
  const putBack = () => {
    for (const old of touched.values()) {
      const now = same(old);
      if (!now) continue;
      if (old.localName === "details") now.open = old.open;
      else if (now.value !== old.value) { now.value = old.value; now.dispatchEvent(new Event("change", { bubbles: true })); }
    }
    const now = focus && document.activeElement === document.body ? same(focus) : null;
    now?.focus({ preventScroll: true });
    if (now?.setSelectionRange) now.setSelectionRange(focus.selectionStart, focus.selectionEnd);
    touched.clear();
    focus = null;
  };
  new MutationObserver(() => { if (isLive() && (touched.size || focus)) putBack(); comfort(main); }).observe(main, { childList: true, subtree: true });
  const isDown = () => ["show", "failed", "rejected"].some(state => notice.classList.contains("components-reconnect-" + state));
  // Without a circuit, or to open a new tab, links and forms are left to the browser.
  for (const kind of ["click", "submit"])
    document.addEventListener(kind, e => {
      if (isDown() || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button > 0) e.stopPropagation();
    }, true);
}
