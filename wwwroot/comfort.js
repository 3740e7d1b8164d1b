// Comforts that come once the page stands. Each is added once, also to what an island shows later.
{
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

// One task each: a key or a tap in between does not wait for all of them.
const comforts = [
  part => part.querySelectorAll("[data-copy]:not([data-copy-ready])").forEach(value => {
    value.dataset.copyReady = "";
    value.after(copyButton(() => value.textContent, { name: value.textContent }));
  }),
  part => part.querySelectorAll(".prose pre:not([data-copy-ready])").forEach(pre => {
    pre.dataset.copyReady = "";
    pre.before(make("div", { class: "code-tools" }, copyButton(() => commandOf(pre), {})));
  }),
  part => part.querySelectorAll("[data-copy-link]:empty").forEach(place => {
    const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href;
    place.append(copyButton(address, { label: place.dataset.copyLink }));
    if (!navigator.share) return;
    const share = make("button", { type: "button", class: "copy" }, place.dataset.share);
    // Turning the system's sheet away is no error.
    share.addEventListener("click", () => navigator.share({ title: document.title, url: address() }).catch(() => {}));
    place.append(" ", share);
  }),
  part => part.querySelectorAll(".note-tools:empty").forEach(place =>
    place.append(...[...place.parentElement.querySelectorAll("[data-note]")].map(note => copyButton(() => note.textContent, { label: note.dataset.note })))),
  part => part.querySelectorAll(".prose .step").forEach(tick),
  part => part.querySelectorAll(".prose .checklist > li").forEach(tickList),
];
for (const add of comforts) setTimeout(() => add(document));
document.addEventListener("kb:part", () => { for (const add of comforts) add(document.getElementById("main")); });

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
  requestAnimationFrame(mark);
}

// ---- the map opens at the reader's place
const place = [...document.querySelectorAll(".map .here")].find(e => e.getClientRects().length);
if (place) {
  const box = place.closest(".map-scroll"), [a, b] = [place.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollTo(a.left - b.left - box.clientWidth / 2, a.top - b.top - box.clientHeight / 2);
}
}
