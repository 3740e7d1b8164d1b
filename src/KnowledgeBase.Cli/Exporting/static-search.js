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
    const text = Number.isFinite(at) ? hit.text.slice(at, at + 160) : hit.text.slice(0, 160), shown = make("p", "", { class: "hit-text" });
    const words = new RegExp(`(${hit.words.map(word => word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|")})`, "iu");
    text.split(words).forEach((part, i) => shown.append(i % 2 ? make("mark", part) : part));
    shown.append("…");
    return shown;
  };
  // The words of the page: kinds in the order of the search box, what is said of a result, and what to do without one.
  const said = place.dataset, kinds = (document.querySelector("form.search")?.dataset.kinds ?? "").split("|"), help = [...place.children];
  const kind = url => kinds[["/codes/", "/articles/", "", "/guides/", "/glossary/"].findIndex(part => part && url.includes(part))] ?? "";
  const show = query => {
    for (const box of document.querySelectorAll('form.search input[name="q"]')) box.value = query;
    if (!query.trim()) return;
    const hits = search(query), name = make("h1", (said.of ?? "{0}").replace("{0}", () => query));
    const status = make("p", "", { role: "status", class: "quiet" });
    document.title = name.textContent;
    if (hits.length) {
      const list = make("ol", "", { class: "hits" });
      for (const hit of hits) {
        const item = make("li", "", { class: "hit" }), above = make("p", "", { class: "hit-kind" }), title = make("h2", "", { class: "hit-title" });
        above.append(make("span", kind(hit.url), { class: "tag" }));
        const link = make("a", "", { href: hit.url }), code = /\/codes\/(0x[0-9a-f]+)\//i.exec(hit.url);
        if (code) link.append(make("code", code[1]), " ");
        link.append(hit.title);
        title.append(link);
        item.append(above, title, snippet(hit));
        list.append(item);
      }
      place.replaceChildren(name, status, list);
    } else place.replaceChildren(name, status, ...help.filter(part => part.matches("section")));
    // Said once it stands, so that it is read out.
    status.textContent = hits.length ? (said.hits ?? "{0}").replace("{0}", hits.length) : said.none ?? "0";
  };
  show(new URLSearchParams(location.search).get("q") || "");
})();
