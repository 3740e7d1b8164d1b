// The search of an exported site: no server, no fetch, so that it works from a folder too. Loads after search-data.<language>.js.
(() => {
  const pages = window.kbSearch || [];
  const place = document.querySelector("[data-results]") || document.getElementById("main");
  const fold = text => text.normalize("NFKC").toLowerCase();
  const make = (tag, text, set = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
    return element;
  };
  // Any form of an error code becomes its hexadecimal one.
  const hex = word => {
    const plain = word.replace(/^0x/, "");
    if (/^[0-9a-f]{8}$/.test(plain)) return "0x" + plain;
    if (/^-?\d{9,10}$/.test(word)) return "0x" + (Number(word) >>> 0).toString(16).padStart(8, "0");
    return word;
  };
  // Words between spaces; Japanese is cut where kanji, katakana and Latin letters begin, and particles are left out.
  const terms = query => fold(query).split(/\s+/).map(hex).flatMap(word => word.startsWith("0x") ? [word] : word.match(/[a-z0-9_.-]+|[\u30a0-\u30ff]+|[\u4e00-\u9fff\u3005]+|[\u3041-\u309f]{3,}/g) || [word]).filter(Boolean);
  const count = (text, term) => {
    let found = 0;
    for (let at = text.indexOf(term); at >= 0 && found < 20; at = text.indexOf(term, at + term.length)) found++;
    return found;
  };
  const search = query => {
    const words = terms(query), whole = fold(query.trim());
    if (!words.length) return [];
    return pages.map(([url, title, text]) => {
      const [head, body] = [fold(title), fold(text)];
      let score = head === whole ? 200 : head.includes(whole) ? 60 : 0, hits = 0;
      for (const word of words) {
        const [inHead, inBody] = [count(head, word), count(body, word)];
        if (inHead + inBody) hits++;
        score += inHead * 25 + Math.log2(1 + inBody) * 4;
        if (word.startsWith("0x") && url.toLowerCase().includes("/" + word)) score += 400;
      }
      return { url, title, text, words, score: score * (hits / words.length) ** 2 };
    }).filter(hit => hit.score > 0).sort((a, b) => b.score - a.score).slice(0, 50);
  };
  const snippet = hit => {
    const body = fold(hit.text), at = Math.max(0, Math.min(...hit.words.map(word => body.indexOf(word)).filter(i => i >= 0)) - 40);
    return (Number.isFinite(at) ? hit.text.slice(at, at + 160) : hit.text.slice(0, 160)) + "…";
  };
  const show = query => {
    const form = document.querySelector("main form.search") || document.querySelector("form.search");
    for (const box of document.querySelectorAll('form.search input[name="q"]')) box.value = query;
    const hits = query.trim() ? search(query) : [];
    const list = make("ol", "", { class: "hits" });
    for (const hit of hits) {
      const item = make("li", "", { class: "hit" }), title = make("h2");
      title.append(make("a", hit.title, { href: hit.url }));
      item.append(title, make("p", snippet(hit)));
      list.append(item);
    }
    const status = make("p", query.trim() ? (hits.length ? String(hits.length) : form?.dataset.none || "0") : "", { role: "status", class: "lead" });
    place.replaceChildren(make("h1", query || document.title), status, list);
  };
  show(new URLSearchParams(location.search).get("q") || "");
})();
