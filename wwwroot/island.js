// Pages with an island: what was typed and opened before it came stays, and without its connection links and forms are the browser's.
{
const notice = document.getElementById("components-reconnect-modal");
if (notice) {
  // The interactive script says good-bye on "unload", which browsers are giving up; a page that comes back from their memory has no
  // circuit any more.
  const listen = window.addEventListener;
  window.addEventListener = (kind, ...rest) => listen.call(window, kind === "unload" ? "pagehide" : kind, ...rest);
  addEventListener("pageshow", e => { if (e.persisted && self.Blazor) location.reload(); });
  const main = document.getElementById("main");
  // The island makes its elements anew when it comes to life: what was typed and opened until then is put back.
  const touched = new Map();
  const isLive = () => main.querySelector("[data-live]");
  let focus = main.contains(document.activeElement) ? document.activeElement : null;
  // What was done before this script came counts as well.
  for (const e of main.querySelectorAll("input:not([type=hidden]), textarea, details[open]"))
    if (!isLive() && (e.localName === "details" || e.value !== e.defaultValue)) touched.set(e.id || e.className, e);
  for (const kind of ["input", "toggle"])
    main.addEventListener(kind, e => { if (!isLive()) touched.set(e.target.id || e.target.className, e.target); }, true);
  main.addEventListener("focusin", e => { if (!isLive()) focus = e.target; });
  const same = old => old.isConnected ? null : old.id ? document.getElementById(old.id) : [...main.querySelectorAll(old.localName)].find(e => e.className === old.className && e.getAttribute("href") === old.getAttribute("href"));
  const putBack = () => {
    for (const old of touched.values()) {
      const now = same(old);
      if (!now) continue;
      if (old.localName === "details") now.open = old.open;
      else if (now.value !== old.value) {
        now.value = old.value;
        const tell = () => now.dispatchEvent(new Event("change", { bubbles: true }));
        // Where somebody goes on typing the island hears of it at the end: its answer would take back what was typed meanwhile.
        if (old !== focus) { tell(); continue; }
        now.addEventListener("blur", tell, { once: true });
        if (now.localName === "input") now.addEventListener("keydown", e => { if (e.key === "Enter") tell(); });
      }
    }
    const now = focus && document.activeElement === document.body ? same(focus) : null;
    now?.focus({ preventScroll: true });
    if (now?.setSelectionRange) now.setSelectionRange(focus.selectionStart, focus.selectionEnd);
    touched.clear();
    focus = null;
  };
  new MutationObserver(() => { if (isLive() && (touched.size || focus)) putBack(); document.dispatchEvent(new Event("kb:part")); }).observe(main, { childList: true, subtree: true });
  const isDown = () => ["show", "failed", "rejected"].some(state => notice.classList.contains("components-reconnect-" + state));
  // Without a circuit, or to open a new tab, links and forms are left to the browser.
  for (const kind of ["click", "submit"])
    document.addEventListener(kind, e => {
      if (isDown() || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button > 0) e.stopPropagation();
    }, true);
}
}
