// The search box: suggestions while something is typed (an ARIA combobox), and on the search page the results themselves.
// Without this script it is a plain form.

const make = (tag, set = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const fill = (text, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, () => value), text);

// ---- product keys and installation ids never leave the box; the server masks what gets past this
const digit = /\d/;
const secrets = [
  [/(^|[^a-z0-9])((?:[a-z0-9]{5}\s*[-‐-―−ー_]\s*){4,}[a-z0-9]{5})(?![a-z0-9])/gi, () => true],
  [/(^|[^a-z0-9])((?:[a-z0-9]{5}\s+){4,}[a-z0-9]{5})(?![a-z0-9])/gi, key => digit.test(key) || key === key.toUpperCase()],
  [/(^|[^a-z0-9])([a-z0-9]{25})(?![a-z0-9])/gi, key => /^(?=.*\d)(?=.*[a-z])[b-df-hjkmnp-rtv-y2-46-9]+$/i.test(key) || (key.replace(/\D/g, "").length > 4 && /[a-z]/i.test(key) && (key === key.toUpperCase() || key === key.toLowerCase()))],
  [/(^|\D)((?:\d{6,7}[-‐-―−ー\s]?){8,9})(?!\d)/g, () => true],
];
export function masked(text) {
  // Full-width letters are the same secret. A text without one stays as it was typed.
  let folded = text.normalize("NFKC"), found = false;
  for (const [pattern, isOne] of secrets)
    folded = folded.replace(pattern, (all, before, key) => { if (!isOne(key)) return all; found = true; return before + "*****"; });
  return found ? folded : text;
}

// ---- the results of the search page, while their circuit is up
const results = () => document.querySelector("[data-results]");
const isDown = () => /components-reconnect-(show|failed|rejected)/.test(document.getElementById("components-reconnect-modal")?.className ?? "");
const live = () => { const part = results(); return part?.dataset.live && !isDown() ? part : null; };
const here = () => location.pathname + location.search;
let isTyping = false, isSettled = true, settling = 0, hasTyped = false;

// The island searches for what a plain form would have sent; the filters stay.
function ask(text, go = false) {
  const asked = live()?.querySelector("[data-asked]");
  if (!asked) return false;
  const query = new URLSearchParams(location.search);
  query.set("q", text);
  query.delete("go");
  if (go) query.set("go", "1");
  asked.value = "?" + query;
  asked.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

// One entry of the history for each search that was looked at: what is typed in one go replaces itself.
function keepAddress(box, first) {
  const part = results();
  if (!part?.dataset.live) return;
  document.title = part.dataset.title;
  document.body.classList.toggle("search-moved", part.dataset.address !== first);
  const skip = document.querySelector(".skip");
  if (skip) skip.href = part.dataset.address + "#main";
  if (part.dataset.address === here()) return;
  history[isTyping && !isSettled ? "replaceState" : "pushState"](null, "", part.dataset.address);
  if (!isTyping) box.value = part.dataset.query;
  isSettled = !isTyping;
  clearTimeout(settling);
  if (isTyping) settling = setTimeout(() => { isSettled = true; }, 2000);
}
function liven(box, catchUp) {
  const first = results().dataset.address;
  let wasLive = false;
  // Only where it is another way of writing the same search: somebody may be going back at this moment.
  if (first !== here()) history.replaceState(null, "", first + location.hash);
  new MutationObserver(() => {
    keepAddress(box, first);
    if (wasLive || !live()) return;
    wasLive = true;
    catchUp();
  }).observe(document.getElementById("main"), { subtree: true, childList: true, attributes: true, attributeFilter: ["data-address", "data-live"] });
  document.addEventListener("click", e => {
    if (!e.target.closest?.("main a")) return;
    isSettled = true;
    isTyping = false;
  }, true);
  // Back and forward ask the island; where it is gone, they load the page. Nobody else answers them here.
  addEventListener("popstate", e => {
    e.stopImmediatePropagation();
    const part = results();
    if (part?.dataset.address === here()) return;
    if (!live()) { location.reload(); return; }
    isTyping = false;
    isSettled = true;
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    const asked = part.querySelector("[data-asked]");
    asked.value = location.search;
    asked.dispatchEvent(new Event("change", { bubbles: true }));
  }, true);
}

// ---- suggestions
function combobox(form) {
  const box = form.querySelector('input[name="q"]');
  const says = form.dataset;
  if (!box || !says.suggest) return;
  const id = box.id + "-list";
  const kinds = Object.fromEntries(["code", "article", "section", "guide", "term"].map((kind, i) => [kind, says.kinds.split("|")[i]]));
  const read = make("p", { class: "suggest-read", hidden: "" });
  const list = make("ul", { id, role: "listbox", "aria-label": says.list });
  const popup = make("div", { class: "suggest", hidden: "" }, read, list);
  const status = make("p", { class: "hidden-text", role: "status" });
  const refusal = make("p", { class: "search-refused", role: "alert" });
  form.querySelector(".search-row").append(popup);
  form.append(status, refusal);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) box.setAttribute(name, value);

  const answers = new Map();
  let active = -1, asked = null, timer = 0, saying = 0, request, composing = false;
  const options = () => [...list.children];
  const isOpen = () => !popup.hidden;
  const close = () => {
    request?.abort();
    clearTimeout(timer);
    asked = null;
    popup.hidden = true;
    box.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const mark = index => {
    active = index;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) { box.removeAttribute("aria-activedescendant"); return; }
    box.setAttribute("aria-activedescendant", options()[index].id);
    options()[index].scrollIntoView({ block: "nearest" });
  };
  // Said a little later, so that typing on is not talked over.
  const say = text => {
    clearTimeout(saying);
    saying = setTimeout(() => { if (!composing) status.textContent = text; }, 500);
  };
  const show = ({ suggestions: all, readAs }) => {
    // The results of the search page stand right below: the list leaves them in sight.
    const suggestions = live() ? all.slice(0, 4) : all;
    const same = box.value.trim().toUpperCase();
    const reading = readAs.filter(r => r.from.trim().toUpperCase() !== r.code.toUpperCase() || same !== r.code.toUpperCase()).map(r => fill(says.read, r.from.trim(), r.code)).slice(0, 3);
    read.replaceChildren(...reading.map(line => make("span", {}, line)));
    read.hidden = reading.length === 0;
    list.replaceChildren(...suggestions.map((item, i) => {
      const option = make("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false" },
        make("span", { class: "suggest-text" }, item.text), make("span", { class: "suggest-kind" }, kinds[item.kind] ?? ""));
      option.dataset.url = item.url;
      return option;
    }));
    mark(-1);
    popup.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(isOpen()));
    say([...reading, suggestions.length ? fill(says.count, suggestions.length) : says.none].join(" "));
  };
  const suggest = async () => {
    const text = box.value.trim();
    if (text === asked) return;
    request?.abort();
    if (!text || text.length > 200) { close(); return; }
    asked = text;
    if (answers.has(text)) { show(answers.get(text)); return; }
    const mine = request = new AbortController();
    try {
      const answer = await fetch(`${says.suggest}?lang=${says.lang}&q=${encodeURIComponent(text)}`, { signal: mine.signal });
      if (!answer.ok) return;
      const found = await answer.json();
      if (mine.signal.aborted) return;
      if (answers.size > 100) answers.clear();
      answers.set(text, found);
      show(found);
    } catch { /* a later key asked again, or there is no network: the form still searches */ }
  };
  const refuse = () => {
    const safe = masked(box.value);
    if (safe !== box.value) {
      box.value = safe;
      refusal.textContent = says.refused;
      close();
    } else if (!safe.includes("*****")) refusal.textContent = "";
    return safe.includes("*****");
  };
  let searching = 0;
  const typed = () => {
    hasTyped = true;
    if (refuse()) return;
    clearTimeout(timer);
    timer = setTimeout(suggest, 40);
    clearTimeout(searching);
    // Suggestions come for half a word too, results for words that stand.
    if (!composing && live()) searching = setTimeout(() => { isTyping = true; ask(box.value.trim()); }, 160);
  };
  const go = (option, e) => {
    if (e.ctrlKey || e.metaKey) { open(option.dataset.url); return; }
    location.assign(option.dataset.url);
  };

  box.addEventListener("input", typed);
  // A box of one line would run lines together: what has several belongs into the larger one beside it.
  box.addEventListener("paste", e => {
    const text = e.clipboardData?.getData("text") ?? "";
    const fold = document.querySelector(".paste-any"), larger = fold?.querySelector("textarea");
    if (!larger || !form.closest("main") || !/\S.*\n.*\S/s.test(text)) return;
    e.preventDefault();
    fold.open = true;
    larger.value = text;
    larger.focus();
    close();
  });
  box.addEventListener("compositionstart", () => { composing = true; clearTimeout(searching); });
  // Safari sends the key that ends a conversion after the end of the composition, in the same turn.
  box.addEventListener("compositionend", () => setTimeout(() => { composing = false; typed(); }, 0));
  box.addEventListener("keydown", e => {
    if (e.isComposing || composing || e.keyCode === 229) {
      if (e.key === "Enter") e.preventDefault();
      return;
    }
    const count = isOpen() ? options().length : 0;
    const to = { ArrowDown: active + 1 >= count ? -1 : active + 1, ArrowUp: active < 0 ? count - 1 : active - 1 }[e.key];
    if (to !== undefined && e.altKey) { e.preventDefault(); if (e.key === "ArrowUp") close(); else suggest(); }
    else if (to !== undefined && count) { e.preventDefault(); mark(to); }
    else if (e.key === "ArrowDown" && box.value.trim()) { e.preventDefault(); suggest(); }
    else if (e.key === "Escape" && count) { e.preventDefault(); close(); }
    else if (e.key === "Enter" && active >= 0) { e.preventDefault(); go(options()[active], e); }
    else if (e.key === "Tab") close();
    else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(e.key)) mark(-1);
  });
  form.addEventListener("submit", e => {
    if (composing) { e.preventDefault(); return; }
    refuse();
    close();
    clearTimeout(searching);
    isTyping = false;
    isSettled = true;
    if (form.action === location.origin + location.pathname && ask(box.value.trim(), true)) e.preventDefault();
  });
  box.addEventListener("blur", close);
  // The box keeps the focus; a finger may scroll the list before it chooses.
  popup.addEventListener("mousedown", e => e.preventDefault());
  list.addEventListener("click", e => { const option = e.target.closest("li"); if (option) go(option, e); });
  // The island came while something was typed: it has not heard of that.
  const catchUp = () => { if (hasTyped && !composing && box.value.trim() !== results().dataset.query) typed(); };
  if (results() && form.closest("main")) liven(box, catchUp);
  // So did this script, if the box is in use already.
  if (document.activeElement === box && box.value !== box.defaultValue) typed();
}
document.querySelectorAll("form.search").forEach(combobox);
