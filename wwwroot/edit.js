// The editor works without this: texts are plain fields of a form. The script keeps what is typed, asks for the preview, and helps to
// write. Nothing here reacts while an input method is composing.

const edit = document.querySelector("[data-edit]");
const form = edit?.querySelector("[data-edit-form]");
const said = edit?.dataset ?? {};
const files = [...edit?.querySelectorAll("[data-file]") ?? []].map(part => ({
  part, area: part.querySelector("textarea[name=text]"), path: part.dataset.path, base: part.querySelector("[name=base]"), saved: part.querySelector("textarea[name=text]").value,
}));
const token = () => form.querySelector("[name=__RequestVerificationToken]").value;
const field = name => form.querySelector(`input[name="${name}"]`);
const post = (address, body) => fetch(address, { method: "POST", body, headers: { RequestVerificationToken: token() }, credentials: "same-origin" });
const isComposing = e => e.isComposing || e.keyCode === 229;

// ---- what is typed is kept: in this browser at once, on the site when the typing rests
const Rest = 450;
const status = edit?.querySelector("[data-edit-status]");
const store = {
  get(path) { try { return JSON.parse(localStorage.getItem("kb-edit " + path)); } catch { return null; } },
  set(path, value) { try { value ? localStorage.setItem("kb-edit " + path, JSON.stringify(value)) : localStorage.removeItem("kb-edit " + path); return true; } catch { return false; } },
};
let composing = false, timer = 0, sending = null, dirty = false, leaving = false;

function say(text, bad) {
  if (status.textContent !== text) status.textContent = text;
  status.toggleAttribute("data-bad", Boolean(bad));
}
function keepHere() {
  const all = files.map(f => ({ path: f.path, base: f.base.value, text: f.area.value }));
  files.forEach((f, i) => store.set(f.path, { ...all[i], draft: field("draft").value, version: field("version").value, at: Date.now() }));
}
function changed(now) {
  dirty = true;
  keepHere();
  say(said.saidTyping);
  clearTimeout(timer);
  timer = setTimeout(send, now ? 0 : Rest);
}
async function send() {
  clearTimeout(timer);
  if (sending) { await sending; if (!dirty) return true; }
  if (composing || leaving) { timer = setTimeout(send, Rest); return false; }
  dirty = false;
  return (sending = keep().finally(() => { sending = null; }));
}
async function keep() {
  try {
    const body = new FormData(form);
    // Values of the front matter were written into the text already.
    for (const name of [...body.keys()]) if (name.startsWith("field.")) body.delete(name);
    const answer = await post(said.texts, body);
    if (!answer.ok) throw new Error(answer.status);
    const kept = await answer.json();
    field("draft").value = kept.draft ?? "";
    field("version").value = kept.version;
    if (kept.problem) { say(said.saidOffline, true); return false; }
    if (!dirty) { files.forEach(f => store.set(f.path, null)); say(kept.draft ? said.saidKept : said.saidClean); }
    showFields(kept.fields);
    ask();
    return true;
  } catch {
    dirty = true;
    say(said.saidOffline, true);
    clearTimeout(timer);
    timer = setTimeout(send, 5000);
    return false;
  }
}

// ---- the island looks at what is kept
let shown = 0, waits = false;
function ask() {
  const mark = edit.querySelector("[data-asked]");
  waits = !mark || !edit.querySelector("[data-assist][data-live]");
  if (waits) return;
  mark.value = `${field("draft").value || "-"} ${shown} ${field("version").value}`;
  mark.dispatchEvent(new Event("change", { bubbles: true }));
}

// ---- one text at a time, or both
function show(which) {
  edit.dataset.view = which;
  files.forEach((f, i) => f.part.toggleAttribute("data-shown", which === "all" || String(i) === which));
  edit.querySelectorAll("[data-show]").forEach(b => b.setAttribute("aria-pressed", String(b.dataset.show === which)));
  if (which !== "all" && shown !== Number(which)) { shown = Number(which); ask(); }
}
const current = () => files.find(f => f.area === lastArea && f.part.offsetParent) ?? files.find(f => f.part.offsetParent) ?? files[0];
let lastArea = null;

// ---- writing into a text so that the browser can undo it
function replace(area, from, to, text) {
  area.focus();
  area.setSelectionRange(from, to);
  const before = area.value.slice(0, from), after = area.value.slice(to);
  if (text === "" ? from === to || !document.execCommand("delete") : !document.execCommand("insertText", false, text)) {
    area.value = before + text + after;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
function rewrite(area, text) {
  const old = area.value;
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  if (start === old.length && start === text.length) return;
  replace(area, start, old.length - end, text.slice(start, text.length - end));
}
// `$|` in a template is what was selected, and where the cursor stands then.
function insert(template, block) {
  const { area } = current(), [from, to] = [area.selectionStart, area.selectionEnd];
  const picked = area.value.slice(from, to), before = area.value.slice(0, from), after = area.value.slice(to);
  let [head, tail] = template.split("$|");
  if (block) {
    // A block stands between empty lines.
    head = (before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n") + head.replace(/^\n/, "");
    if (after.startsWith("\n\n")) tail = tail.replace(/\n$/, "");
    else if (after && !after.startsWith("\n")) tail += "\n";
  }
  replace(area, from, to, head + picked + tail);
  const cursor = from + head.length + picked.length;
  area.setSelectionRange(cursor, cursor);
}

// ---- the line that a finding names
function goTo(number, line, column) {
  const file = files[number];
  if (!file) return;
  if (!file.part.offsetParent) show(String(number));
  const lines = file.area.value.split("\n");
  const at = Math.min(Math.max(line, 1), lines.length);
  const start = lines.slice(0, at - 1).reduce((sum, l) => sum + l.length + 1, 0);
  file.area.focus();
  file.area.setSelectionRange(start, start + lines[at - 1].length);
  scrollToLine(file.area, start);
}
function scrollToLine(area, start) {
  // A copy of the field, cut off at the line, tells how far down it stands when long lines wrap.
  const copy = area.cloneNode();
  copy.removeAttribute("id");
  copy.removeAttribute("name");
  copy.setAttribute("aria-hidden", "true");
  copy.tabIndex = -1;
  copy.rows = 1;
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", height: "0", minHeight: "0", width: area.clientWidth + "px" });
  copy.value = area.value.slice(0, start);
  area.after(copy);
  const top = copy.scrollHeight;
  copy.remove();
  area.scrollTop = Math.max(0, top - area.clientHeight / 3);
  area.scrollIntoView({ block: "nearest" });
}

// ---- the front matter's fields
function showFields(all) {
  all?.forEach((values, i) => {
    const fields = edit.querySelector(`[data-fields="${i}"]`);
    if (!fields) return;
    fields.querySelector("[data-fields-broken]").hidden = Boolean(values);
    for (const input of fields.querySelectorAll("[data-field]")) {
      const was = fields.querySelector(`input[name="${CSS.escape(input.name)}.was"]`);
      input.disabled = was.disabled = !values;
      if (!values || document.activeElement === input) continue;
      input.value = was.value = values[input.dataset.field] ?? "";
    }
  });
}
async function setField(input) {
  const number = Number(input.closest("[data-fields]").dataset.fields), file = files[number];
  const was = form.querySelector(`input[name="${CSS.escape(input.name)}.was"]`);
  if (was.value === input.value) return;
  const body = new FormData();
  for (const [name, value] of [["path", file.path], ["text", file.area.value], ["name", input.dataset.field], ["value", input.value]]) body.append(name, value);
  const text = file.area.value;
  try {
    const answer = await post(said.frontMatter, body);
    if (!answer.ok) throw new Error(answer.status);
    const { text: next } = await answer.json();
    if (file.area.value !== text) return setField(input);
    was.value = input.value;
    const focus = document.activeElement;
    rewrite(file.area, next);
    focus?.focus();
  } catch { say(said.saidOffline, true); }
}

// ---- links by search
function picker() {
  const dialog = edit.querySelector("[data-link-dialog]"), box = dialog.querySelector("input"), list = dialog.querySelector("ul"), note = dialog.querySelector("[data-link-status]");
  let found = [], active = -1, number = 0, wait = 0, target = null;
  const mark = at => {
    active = at;
    [...list.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === at)));
    const li = list.children[at];
    li ? box.setAttribute("aria-activedescendant", li.id) : box.removeAttribute("aria-activedescendant");
    li?.scrollIntoView({ block: "nearest" });
  };
  async function look() {
    const mine = ++number, q = box.value.trim();
    if (!q) { found = []; draw(); return; }
    try {
      const answer = await fetch(`${said.links}?q=${encodeURIComponent(q)}&lang=${target.language ?? said.lang}`, { credentials: "same-origin" });
      const links = answer.ok ? await answer.json() : [];
      if (mine !== number) return;
      found = links;
      draw(true);
    } catch { note.textContent = said.saidOffline; }
  }
  function draw(asked) {
    list.replaceChildren(...found.map((link, i) => {
      const li = document.createElement("li"), kind = document.createElement("span");
      Object.assign(li, { id: "link-dialog-" + i, textContent: link.title });
      li.setAttribute("role", "option");
      kind.className = "quiet";
      kind.textContent = `${link.kind} ${link.link}`;
      li.append(kind);
      li.addEventListener("click", () => take(i));
      return li;
    }));
    box.setAttribute("aria-expanded", String(found.length > 0));
    note.textContent = asked && found.length === 0 ? said.saidNothing : "";
    mark(found.length ? 0 : -1);
  }
  function take(i) {
    const link = found[i];
    if (!link) return;
    dialog.close();
    replace(target.area, target.from, target.to, `[${target.picked || link.title.split(" › ").pop()}](${link.link})`);
  }
  box.addEventListener("input", e => { if (!isComposing(e)) { clearTimeout(wait); wait = setTimeout(look, 200); } });
  box.addEventListener("compositionend", () => { clearTimeout(wait); wait = setTimeout(look, 200); });
  box.addEventListener("keydown", e => {
    if (isComposing(e)) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); if (found.length) mark((active + (e.key === "ArrowDown" ? 1 : found.length - 1)) % found.length); }
    else if (e.key === "Enter") { e.preventDefault(); take(active); }
  });
  dialog.addEventListener("close", () => target?.area.focus());
  return () => {
    const { area, part } = current();
    target = { area, from: area.selectionStart, to: area.selectionEnd, picked: area.value.slice(area.selectionStart, area.selectionEnd), language: part.dataset.language };
    box.value = target.picked.slice(0, 200);
    found = [];
    draw();
    dialog.showModal();
    box.select();
    if (box.value) look();
  };
}

// ---- a link that is begun, `](/a/…`, is finished from the pages there are
function completion() {
  const list = document.createElement("ul");
  list.className = "edit-names";
  list.id = "edit-names";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", said.saidFound);
  let found = [], active = 0, number = 0, wait = 0, file = null;
  const begun = area => area.selectionStart === area.selectionEnd ? /\]\((\/[acg]\/[^\s()]*)$/.exec(area.value.slice(Math.max(0, area.selectionStart - 200), area.selectionStart))?.[1] : null;
  function close() {
    number++;
    clearTimeout(wait);
    found = [];
    list.remove();
    for (const name of ["aria-activedescendant", "aria-controls"]) file?.area.removeAttribute(name);
  }
  function mark(at) {
    active = at;
    [...list.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === at)));
    list.children[at].scrollIntoView({ block: "nearest" });
    file.area.setAttribute("aria-activedescendant", list.children[at].id);
  }
  function take() {
    const { area } = file, link = found[active].link, from = area.selectionStart - begun(area).length;
    const to = area.selectionStart;
    close();
    replace(area, from, to, area.value[to] === ")" ? link : link + ")");
  }
  async function look() {
    const mine = ++number, link = begun(file.area);
    if (!link) { close(); return; }
    try {
      const answer = await fetch(`${said.links}?q=${encodeURIComponent(link)}&lang=${file.part.dataset.language ?? said.lang}`, { credentials: "same-origin" });
      const links = answer.ok ? await answer.json() : [];
      if (mine !== number || begun(file.area) !== link) return;
      if (!links.length || (links.length === 1 && links[0].link === link)) { close(); return; }
      found = links;
      list.replaceChildren(...found.map((l, i) => {
        const li = document.createElement("li"), name = document.createElement("span");
        li.id = "edit-names-" + i;
        li.setAttribute("role", "option");
        li.textContent = l.link;
        name.className = "quiet";
        name.textContent = l.title;
        li.append(name);
        li.addEventListener("mousedown", e => { e.preventDefault(); active = i; take(); });
        return li;
      }));
      file.area.after(list);
      file.area.setAttribute("aria-controls", list.id);
      mark(0);
    } catch { close(); }
  }
  return {
    input(f) { file = f; clearTimeout(wait); if (begun(f.area)) wait = setTimeout(look, 150); else if (found.length) close(); },
    // Whether the key was meant for the list.
    key(e) {
      if (!found.length) return false;
      if (e.key === "ArrowDown" || e.key === "ArrowUp") mark((active + (e.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
      else if (e.key === "Enter" || e.key === "Tab") take();
      else if (e.key === "Escape") close();
      else return false;
      e.preventDefault();
      return true;
    },
    close,
  };
}

// ---- pictures
async function sendPicture(file) {
  const { area: target, path: page } = current();
  const [from, to] = [target.selectionStart, target.selectionEnd];
  say(said.saidSending);
  const body = new FormData();
  body.append("picture", file);
  try {
    const answer = await post(said.pictures, body);
    if (!answer.ok) throw new Error(answer.status);
    const { path, problem } = await answer.json();
    if (!path) { say(problem, true); return; }
    say("");
    replace(target, from, to, `![${target.value.slice(from, to) || file.name.replace(/\.[^.]*$/, "")}](${"../".repeat(page.split("/").length - 1)}${path})`);
  } catch { say(said.saidOffline, true); }
}

// ---- all together
function begin() {
  // In the page's own island this marks that keeping works; the preview button is for pages without it.
  edit.dataset.live = "";
  const open = picker(), names = completion();
  edit.querySelectorAll("[data-edit-tabs], [data-edit-tools], [data-script-only]").forEach(e => { e.hidden = false; });
  if (files.length > 1) {
    // The island begins with the text that the page shows first.
    const pressed = edit.querySelector('[data-show][aria-pressed="true"]');
    shown = Number(pressed?.dataset.show ?? 0);
    show(String(shown));
  }
  lastArea = files[shown].area;

  for (const f of files) {
    const { area } = f;
    area.setAttribute("aria-autocomplete", "list");
    area.addEventListener("focus", () => { lastArea = area; });
    area.addEventListener("blur", () => names.close());
    area.addEventListener("compositionstart", () => { composing = true; });
    area.addEventListener("compositionend", () => { composing = false; changed(); });
    area.addEventListener("input", e => { if (!isComposing(e)) { composing = false; changed(); names.input(f); } });
    area.addEventListener("keydown", e => {
      if (isComposing(e) || names.key(e) || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey) return;
      const button = edit.querySelector(`[data-key="${CSS.escape(e.key.toLowerCase())}"]`);
      if (e.key === "s") { e.preventDefault(); form.querySelector("[data-edit-save]").click(); }
      else if (button) { e.preventDefault(); button.click(); }
    });
    area.addEventListener("paste", e => { const file = [...e.clipboardData?.files ?? []].find(f => f.type.startsWith("image/")); if (file && edit.querySelector("[data-picture]")) { e.preventDefault(); sendPicture(file); } });
  }

  edit.addEventListener("click", e => {
    const to = e.target.closest("[data-line]"), take = e.target.closest("[data-take]"), part = e.target.closest("[data-insert]"), tab = e.target.closest("[data-show]");
    if (to) { e.preventDefault(); goTo(Number(to.dataset.in), Number(to.dataset.line), Number(to.dataset.column)); }
    else if (take) { const { area } = files[Number(take.dataset.into)]; show(files.length > 1 ? take.dataset.into : "0"); rewrite(area, document.getElementById(take.dataset.take).value); }
    else if (part) insert(part.dataset.insert, "block" in part.dataset);
    else if (tab) show(tab.dataset.show);
    else if (e.target.closest("[data-link-open]")) open();
    else if (e.target.closest("[data-picture-open]")) edit.querySelector("[data-picture]").click();
    const link = e.target.closest("[data-preview] a[href]");
    if (link) follow(e, link);
  });
  edit.querySelector("[data-picture]")?.addEventListener("change", e => { const [file] = e.target.files; e.target.value = ""; if (file) sendPicture(file); });
  form.addEventListener("change", e => { if (e.target.matches("[data-field]")) setField(e.target); });
  // Enter in a field of one line is no wish to leave.
  form.addEventListener("keydown", e => { if (e.key === "Enter" && e.target.matches("input:not([type=radio])")) { e.preventDefault(); if (!isComposing(e)) e.target.dispatchEvent(new Event("change", { bubbles: true })); } });
  roving(edit.querySelector("[data-edit-tools]"));

  form.addEventListener("submit", async e => {
    if (leaving) return;
    const button = e.submitter;
    if (button?.matches("[data-edit-drop]")) {
      files.forEach(f => store.set(f.path, null));
      leaving = true;
      return;
    }
    e.preventDefault();
    // What cannot reach the site now stays here, with the text.
    dirty = true;
    if (!await send()) return;
    leaving = true;
    form.querySelectorAll("[data-field], input[name$='.was']").forEach(i => { i.disabled = true; });
    try { sessionStorage.setItem("kb-edit place", JSON.stringify({ at: location.pathname, view: edit.dataset.view, scroll: scrollY, cursor: files.map(f => [f.area.selectionStart, f.area.scrollTop]) })); } catch { /* only comfort */ }
    form.requestSubmit(button);
  });
  addEventListener("pagehide", () => { if (dirty && !leaving) keepHere(); });
  addEventListener("online", () => { if (dirty) send(); });
  say(field("draft").value ? said.saidKept : said.saidClean);
  place();
  restore();
  new MutationObserver(() => { if (waits) ask(); }).observe(edit.querySelector(".edit-side"), { subtree: true, attributes: true, attributeFilter: ["data-live"] });
}

// Links of the preview: places in it, and pages beside the editor.
function follow(e, link) {
  e.preventDefault();
  const to = link.getAttribute("href");
  if (to.startsWith("#")) document.querySelector(`[data-preview] [id="${CSS.escape(decodeURIComponent(to.slice(1)))}"]`)?.scrollIntoView({ block: "nearest" });
  else open(link.href, "_blank", "noopener");
}

function roving(bar) {
  if (!bar) return;
  const buttons = [...bar.querySelectorAll("button")];
  bar.addEventListener("keydown", e => {
    const at = buttons.indexOf(document.activeElement), step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    const to = e.key === "Home" ? 0 : e.key === "End" ? buttons.length - 1 : step && (at + step + buttons.length) % buttons.length;
    if (at < 0 || to === undefined) return;
    e.preventDefault();
    buttons.forEach((b, i) => { b.tabIndex = i === to ? 0 : -1; });
    buttons[to].focus();
  });
}

// After a save the cursor stands where it stood.
function place() {
  try {
    const at = JSON.parse(sessionStorage.getItem("kb-edit place"));
    sessionStorage.removeItem("kb-edit place");
    if (at?.at !== location.pathname || edit.querySelector("[role=alert]")) return;
    if (at.view && files.length > 1) show(at.view);
    files.forEach((f, i) => { const [cursor, top] = at.cursor[i] ?? [0, 0]; f.area.setSelectionRange(cursor, cursor); f.area.scrollTop = top; });
    scrollTo(0, at.scroll);
  } catch { /* only comfort */ }
}

// What had not reached the site when the browser, the page or the network ended.
function restore() {
  const [draft, version] = [field("draft").value, Number(field("version").value)];
  let back = false;
  for (const f of files) {
    const kept = store.get(f.path);
    if (!kept || typeof kept.text !== "string") continue;
    if (kept.text === f.area.value) store.set(f.path, null);
    // The site may have kept it without being able to answer, so it may be one version further.
    else if ((kept.draft === draft && version - kept.version <= 1) || (kept.draft === "" && version <= 1 && !said.draft)) {
      f.base.value = kept.base;
      f.area.value = kept.text;
      back = true;
    }
    // Another window went on with this draft, or it is another draft's: both stay, this text under a draft of its own.
    else aside(f, kept);
  }
  if (back) { changed(true); say(said.saidLocal); }
}
async function aside(f, kept) {
  const body = new FormData();
  for (const [name, value] of [["path", f.path], ["base", kept.base], ["text", kept.text], ["draft", ""], ["version", "0"]]) body.append(name, value);
  try { if ((await post(said.texts, body)).ok) store.set(f.path, null); } catch { /* the next visit tries again */ }
}

if (form && files.length) begin();
