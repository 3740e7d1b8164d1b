// The desk works without this: forms are forms, texts can be selected. The script copies, submits by key and aligns steps.

const page = document.querySelector(".page");

// ---- copying
const paragraphs = (text, address) => {
  const body = document.createElement("div");
  for (const part of text.split(/\n{2,}/)) {
    const p = document.createElement("p");
    part.split("\n").forEach((line, i) => {
      if (i > 0) p.append(document.createElement("br"));
      line.split(address || "\u0000").forEach((words, j) => {
        if (j > 0) p.append(link(address, address));
        p.append(words);
      });
    });
    body.append(p);
  }
  return body.innerHTML;
};
function link(address, title) {
  const a = document.createElement("a");
  a.href = address;
  a.textContent = title;
  return a;
}
async function copy(button) {
  const text = document.getElementById(button.dataset.copyFrom).value;
  const { href, title } = button.dataset;
  const rich = "copyReply" in button.dataset ? paragraphs(text, href) : "copyHtml" in button.dataset ? link(href, title).outerHTML : null;
  const plain = "copyHtml" in button.dataset ? href : text;
  if (!rich || !window.ClipboardItem) return navigator.clipboard.writeText(plain);
  const part = (type, words) => new Blob([words], { type });
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": part("text/plain", plain), "text/html": part("text/html", rich) })]);
}
const status = document.createElement("p");
status.className = "hidden-text";
status.setAttribute("role", "status");
page?.append(status);
document.querySelectorAll("[data-copy-from]").forEach(button => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    try { await copy(button); } catch { document.getElementById(button.dataset.copyFrom).select(); return; }
    const [before, name] = [button.textContent, button.getAttribute("aria-label")];
    // While it says that it copied, that is its name too.
    button.removeAttribute("aria-label");
    button.textContent = status.textContent = page.dataset.copiedWord;
    setTimeout(() => {
      button.textContent = before;
      if (name) button.setAttribute("aria-label", name);
      status.textContent = "";
    }, 1600);
  });
});
// The key after reading a ticket copies its reply.
document.querySelector("[data-copy-from][autofocus]")?.focus();

// ---- forms by key
document.querySelectorAll("form[data-submit-keys]").forEach(form => form.addEventListener("keydown", e => {
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && !e.isComposing) { e.preventDefault(); form.requestSubmit(); }
}));

// ---- steps of both languages at one height, so that the eye finds the other one
const sides = [...document.querySelectorAll(".parallel-row")];
function align() {
  for (const row of sides) {
    const [left, right] = [...row.children].map(side => new Map([...side.querySelectorAll("[id]")].map(e => [e.id.slice(3), e])));
    if (!right) continue;
    for (const [name, one] of left) {
      const other = right.get(name);
      if (!other || !one.matches(".step")) continue;
      one.style.minHeight = other.style.minHeight = "";
      if (Math.abs(row.children[0].getBoundingClientRect().top - row.children[1].getBoundingClientRect().top) > 1) continue;
      const height = Math.max(one.offsetHeight, other.offsetHeight) + "px";
      one.style.minHeight = other.style.minHeight = height;
    }
  }
}
if (sides.length) {
  align();
  addEventListener("resize", align);
}
