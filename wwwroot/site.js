// What a page that works without script wants at once: the chosen theme, tabs, so that nothing moves under a reader, and what keys and
// forms do. Nothing here is needed to read, search or be guided. Everything else waits until the page is seen: the other comforts
// (comfort.js, search.js), then an island's own script.
{
const page = document.querySelector(".page");
const store = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* private mode */ } },
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
if (store.get("theme")) root.dataset.theme = store.get("theme");

// ---- a part that moved elsewhere: the address still names its old place here
const moved = document.querySelector("[data-moved]:target");
if (moved) location.replace(moved.querySelector("a").href);

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
  const bar = make("div", { class: "tabs", role: "tablist", "aria-label": page?.dataset.variants ?? "" });
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
const allTabs = () => document.querySelectorAll(".prose .variants").forEach(tabs);
allTabs();

// A link to a step inside a tab that is not shown opens the tab.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const panel = target?.closest(".variant[hidden]");
  if (!panel) return;
  choose(panel.parentElement, [...panel.parentElement.querySelectorAll(":scope > .variant")].indexOf(panel), false);
  target.scrollIntoView();
});

// ---- what an island showed later
document.addEventListener("kb:part", allTabs);

// ---- the language switch keeps answers that an island changed, and the anchor
document.addEventListener("click", e => {
  const link = e.target.closest?.("a[data-language]");
  if (!link) return;
  // An address without a language, also a file's: there the link knows better where the other language is.
  if (!/^\/[a-z]{2}(\/|$)/.test(location.pathname)) { link.hash = location.hash; return; }
  const path = location.pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "/" + link.dataset.language);
  link.href = path + location.search + location.hash;
}, true);

// ---- "/" goes to the search box
document.addEventListener("keydown", e => {
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const box = document.querySelector('.search input[name="q"]');
  if (box) { e.preventDefault(); box.focus(); box.select(); }
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

// ---- paper says when it was printed
addEventListener("beforeprint", () => document.querySelectorAll("[data-printed-on]").forEach(line => {
  line.hidden = false;
  line.textContent = line.dataset.printedOn.replace("{0}", new Intl.DateTimeFormat(root.lang === "ja" ? "ja" : "en-GB", { dateStyle: "long" }).format());
}));

// ---- the theme's button, once the page is seen: to show it before would lay the page out twice
function showThemeButton() {
  const themeButton = document.querySelector("[data-theme-toggle]");
  const showTheme = () => { themeButton.querySelector("[data-theme-label]").textContent = isDark() ? themeButton.dataset.light : themeButton.dataset.dark; };
  if (themeButton) {
    themeButton.hidden = false;
    showTheme();
    themeButton.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      store.set("theme", root.dataset.theme);
      showTheme();
    });
  }
}

// ---- what comes later
const bring = template => [...template.content.querySelectorAll("script")].map(script => new Promise(done => {
  const copy = document.importNode(script, true);
  copy.onload = copy.onerror = done;
  document.head.append(copy);
}));
const wake = template => {
  const bringOnce = () => { if (!template.isConnected) return; template.remove(); bring(template); };
  const places = template.dataset.wake;
  if (!places) { (self.requestIdleCallback ?? setTimeout)(bringOnce, { timeout: 2000 }); return; }
  // Most who search only read and go on: the island comes for whoever turns to the box or to a filter.
  const turned = e => { if (e.target.closest?.(places)) bringOnce(); };
  for (const kind of ["focusin", "pointerover"]) document.addEventListener(kind, turned);
  if (document.activeElement?.closest(places)) bringOnce();
};
// The first picture, as soon as it is on the screen; a page in the background has none.
const seen = new Promise(done => {
  if (document.hidden || !self.PerformanceObserver?.supportedEntryTypes?.includes("paint")) { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 1000); return; }
  new PerformanceObserver((_, observer) => { observer.disconnect(); done(); }).observe({ type: "paint", buffered: true });
  setTimeout(done, 3000);
});
seen.then(async () => {
  showThemeButton();
  await Promise.all([...document.querySelectorAll("template[data-later]")].flatMap(bring));
  document.querySelectorAll("template[data-island-script]").forEach(wake);
});
}
