/* The page of a picture: vis-network draws, everything else is here.
 *
 * What a node, an edge or a passage is called was written by others: it becomes text nodes and
 * canvas text, never HTML. */
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const panel = at("panel");
  const KINDS = ["outlet", "person", "organisation", "unit", "group", "place", "document", "unknown"];
  const MATCHES = 12;
  const READABLE = 0.6; /* of the picture's own size: names of 9 pixels */
  const SVG = "http://www.w3.org/2000/svg";

  /* A shape for each kind, in a square of 16. */
  const SIGNS = {
    outlet: "M2 2H14V14H2Z",
    person: "M8 1A7 7 0 1 0 8 15A7 7 0 1 0 8 1Z",
    organisation: "M8 0L16 8L8 16L0 8Z",
    unit: "M8 1L15.5 14.5H.5Z",
    group: "M4 1.1H12L16 8L12 14.9H4L0 8Z",
    place: "M.5 1.5H15.5L8 15Z",
    document: "M2.5 0H9.5L13.5 4V16H2.5Z",
    unknown: "M6 1H10V6H15V10H10V15H6V10H1V6H6Z",
  };

  /* Elements */

  function make(tag, settings, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(settings || {})) {
      if (name === "onclick") element.addEventListener("click", value);
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  const named = (text) => make("bdi", {}, text);

  function sign(kind) {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", `sign ${kind}`);
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SIGNS[kind]);
    path.setAttribute("fill", "currentColor");
    svg.append(path);
    return svg;
  }

  const passages = (count) => (count === 1 ? "1 passage" : `${count} passages`);

  /* Picture */

  const nodes = new vis.DataSet(data.nodes.map((node) => node.vis));
  const edges = new vis.DataSet(data.edges.map((edge) => edge.vis));
  const paths = Object.fromEntries(KINDS.map((kind) => [kind, new Path2D(SIGNS[kind])]));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let colours = {};

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const names = ["page", "surface", "ink", "quiet", "edge", "accent", "hover", ...KINDS];
    colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  /* Above many nodes there are no cards: the sign alone, with a ring when it is chosen. */
  const cards = data.nodes.every((node) => node.vis.shape === "box");

  function coloured(kind) {
    const lit = { background: colours.hover, border: colours[kind] };
    const rest = cards ? { background: colours.surface, border: colours[kind] } : { background: "transparent", border: "transparent" };
    return { ...rest, highlight: lit, hover: lit };
  }

  function optionsNow() {
    const face = getComputedStyle(document.body).fontFamily;
    const options = structuredClone(data.options);
    options.groups = Object.fromEntries(KINDS.map((kind) => [kind, { color: coloured(kind) }]));
    Object.assign(options.nodes.font, { color: colours.ink, face, strokeColor: cards ? colours.surface : colours.page });
    Object.assign(options.edges.font, { color: colours.quiet, face, strokeColor: colours.page });
    options.edges.color = { color: colours.edge, highlight: colours.accent, hover: colours.accent };
    return options;
  }

  readColours();
  const picture = new vis.Network(at("picture"), { nodes, edges }, optionsNow());
  globalThis.picture = picture; /* for the browser's console */

  function repaint() {
    readColours();
    picture.setOptions(optionsNow());
    picture.redraw();
  }

  picture.on("afterDrawing", (ctx) => {
    for (const node of data.nodes) {
      const { x, y } = picture.getPosition(node.vis.id);
      const left = cards ? picture.getBoundingBox(node.vis.id).left + 11 : x - 7;
      ctx.save();
      ctx.translate(left, y - 7);
      ctx.scale(14 / 16, 14 / 16);
      ctx.fillStyle = colours[node.kind];
      ctx.fill(paths[node.kind]);
      ctx.restore();
    }
  });

  function showAll() {
    picture.fit({ maxZoomLevel: 1.25, animation: !still && { duration: 250 } });
  }

  /* All of it, unless its words would be too small to read: then where most arrows are. */

  let moved = false;

  function firstView() {
    picture.fit({ maxZoomLevel: 1.25, animation: false });
    if (!data.nodes.length || picture.getScale() >= READABLE) return;
    const arrows = data.nodes.map((_, number) => data.edges.filter(({ vis: { from, to } }) => from === number || to === number).length);
    const busiest = arrows.indexOf(Math.max(...arrows));
    picture.moveTo({ position: picture.getPosition(busiest), scale: READABLE, animation: false });
  }

  function inView(id) {
    const { x, y } = picture.canvasToDOM(picture.getPosition(id));
    const frame = at("picture");
    return x > 0 && y > 0 && x < frame.clientWidth && y < frame.clientHeight;
  }

  /* Panel */

  function show(title, children, { focus = false } = {}) {
    const heading = make("h2", { tabindex: "-1" }, ...title);
    panel.replaceChildren(...children(heading));
    panel.scrollTop = 0;
    if (focus) heading.focus();
  }

  const back = () => make("button", { type: "button", class: "link back", onclick: () => openOverview({ focus: true }) }, "← All arrows");

  function edgeButton(number) {
    const edge = data.edges[number];
    const words = make("span", {}, named(data.nodes[edge.vis.from].name), " ",
      make("span", { class: "says" }, named(edge.label), " →"), " ", named(data.nodes[edge.vis.to].name));
    const times = make("span", { class: "times" }, passages(edge.evidence.length));
    return make("li", {}, make("button", { type: "button", onclick: () => openEdge(number, { focus: true }) }, words, times));
  }

  const edgeList = (numbers) => make("ul", { class: "plain edges" }, ...numbers.map(edgeButton));

  function nodeButton(number) {
    return make("button", { type: "button", class: "link", onclick: () => openNode(number, { focus: true }) }, named(data.nodes[number].name));
  }

  function openOverview(how) {
    picture.unselectAll();
    remember("");
    const numbers = data.edges.map((_, number) => number);
    const hint = data.nodes.length
      ? "Choose an arrow to read the words behind it, or a name to see who it is."
      : "Nothing to draw.";
    const names = data.nodes.map((node, number) => make("li", { class: "kind" }, sign(node.kind), nodeButton(number)));
    show(["All arrows"], (heading) => [
      heading, make("p", { class: "hint" }, hint), edgeList(numbers),
      make("h3", {}, "All names"), make("ul", { class: "plain names" }, ...names),
    ], how);
  }

  function openNode(number, how = {}) {
    const node = data.nodes[number];
    picture.selectNodes([number]);
    if (how.focus && !inView(number)) picture.focus(number, { animation: !still });
    remember(`node-${number}`);
    const ends = (end) => data.edges.flatMap((edge, place) => (edge.vis[end] === number ? [place] : []));
    const part = (title, numbers) =>
      numbers.length ? [make("h3", {}, `${title} (${numbers.length})`), edgeList(numbers)] : [];
    show([named(node.name)], (heading) => [
      back(), heading,
      make("p", { class: "kind" }, sign(node.kind), make("bdi", {}, node.note ? `${node.kind} · ${node.note}` : node.kind)),
      ...(node.names.length
        ? [make("h3", {}, "Also named"), make("ul", { class: "plain" }, ...node.names.map((name) => make("li", {}, named(name))))]
        : []),
      ...part("Arrows from here", ends("from")),
      ...part("Arrows to here", ends("to")),
    ], how);
  }

  function openEdge(number, how = {}) {
    const edge = data.edges[number];
    picture.unselectAll();
    picture.selectEdges([number]);
    if (how.focus && !(inView(edge.vis.from) && inView(edge.vis.to)))
      picture.fit({ nodes: [edge.vis.from, edge.vis.to], maxZoomLevel: 1.25, animation: !still && { duration: 250 } });
    remember(`edge-${number}`);
    const title = [nodeButton(edge.vis.from), " ", make("span", { class: "says" }, named(edge.label), " →"), " ", nodeButton(edge.vis.to)];
    const used = new Set(edge.evidence.flatMap((held) => held.pieces.flatMap((piece) => piece[1].split(" "))));
    const marks = ["source", "cue", "content"].filter((name) => used.has(name));
    show(title, (heading) => [
      back(), heading,
      make("p", { class: "hint" }, passages(edge.evidence.length)),
      make("ul", { class: "marks", "aria-label": "Marks" }, ...marks.map((name) => make("li", {}, make("mark", { class: name }, name)))),
      ...edge.evidence.map(evidence),
    ], how);
  }

  function evidence(held) {
    const words = held.pieces.map(([text, marks, opens]) => {
      if (!marks) return text;
      return make("mark", opens ? { class: marks, "data-opens": opens } : { class: marks }, text);
    });
    return make("article", { class: "evidence" },
      make("p", { class: "publisher" }, named(held.publisher || "Publisher not known"),
        ...(held.standing === "put forward" ? [] : [" ", make("span", { class: `standing ${held.standing}` }, held.standing)])),
      ...(held.title ? [make("p", { class: "headline" }, named(held.title))] : []),
      make("blockquote", { dir: "auto" }, ...words),
      make("p", { class: "article" }, held.article));
  }

  /* The address keeps what is open, so that it can be sent to someone. */

  function remember(name) {
    history.replaceState(null, "", name ? `#${name}` : location.href.split("#")[0]);
  }

  function openAddress() {
    const [, what, number] = /^#(node|edge)-(\d+)$/.exec(location.hash) || [];
    if (what === "node" && data.nodes[number]) openNode(Number(number));
    else if (what === "edge" && data.edges[number]) openEdge(Number(number));
    else openOverview();
  }

  /* Search */

  const search = at("search");
  const matches = at("matches");
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const index = data.nodes.map((node) => [node.name, ...node.names].map((name) => [name, folded(name)]));
  let chosen = -1;

  function find(words) {
    const wanted = folded(words.trim());
    if (!wanted) return [];
    const found = index.flatMap((names, number) => {
      const hit = names.find(([, name]) => name.includes(wanted));
      return hit ? [{ number, name: hit[0], first: hit[1].startsWith(wanted) ? 0 : 1 }] : [];
    });
    return found.sort((one, other) => one.first - other.first || one.number - other.number);
  }

  function choose(place) {
    const items = [...matches.children];
    chosen = items.length ? (place + items.length) % items.length : -1;
    items.forEach((item, number) => item.setAttribute("aria-selected", String(number === chosen)));
    if (chosen < 0) return search.removeAttribute("aria-activedescendant");
    items[chosen].scrollIntoView({ block: "nearest" });
    search.setAttribute("aria-activedescendant", items[chosen].id);
  }

  function closeSearch() {
    matches.replaceChildren();
    matches.hidden = true;
    search.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function pick(number) {
    search.value = data.nodes[number].name;
    closeSearch();
    picture.focus(number, { scale: Math.max(picture.getScale(), 1), animation: !still && { duration: 350 } });
    openNode(number);
  }

  function listMatches() {
    const found = find(search.value);
    const items = found.slice(0, MATCHES).map(({ number, name }) => {
      const node = data.nodes[number];
      const alias = name === node.name ? [] : [make("small", {}, "also ", named(name))];
      const item = make("li", { role: "option", id: `match-${number}` }, sign(node.kind), make("span", {}, named(node.name), ...alias));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); pick(number); });
      item.dataset.number = number;
      return item;
    });
    matches.replaceChildren(...items);
    matches.hidden = !items.length;
    search.setAttribute("aria-expanded", String(items.length > 0));
    at("found").textContent = search.value.trim() ? `${found.length} found` : "";
    choose(items.length ? 0 : -1);
  }

  search.addEventListener("input", listMatches);
  search.addEventListener("blur", closeSearch);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeSearch();
    else if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) pick(Number(matches.children[chosen].dataset.number));
    else return;
    event.preventDefault();
  });

  /* Export */

  function exported() {
    const seen = document.querySelector("#picture canvas");
    const scale = seen.width / seen.clientWidth;
    const head = 56 * scale;
    const canvas = make("canvas", { width: seen.width, height: seen.height + head });
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = colours.page;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(seen, 0, head);
    ctx.scale(scale, scale);
    const face = getComputedStyle(document.body).fontFamily;
    ctx.fillStyle = colours.ink;
    ctx.font = `600 18px ${face}`;
    ctx.fillText(data.title, 20, 28);
    drawLegend(ctx, face);
    return canvas;
  }

  function drawLegend(ctx, face) {
    let x = 20;
    ctx.font = `13px ${face}`;
    for (const kind of present) {
      ctx.save();
      ctx.translate(x, 38);
      ctx.scale(12 / 16, 12 / 16);
      ctx.fillStyle = colours[kind];
      ctx.fill(paths[kind]);
      ctx.restore();
      ctx.fillStyle = colours.quiet;
      ctx.fillText(kind, x + 18, 49);
      x += 34 + ctx.measureText(kind).width;
    }
  }

  function save() {
    exported().toBlob((blob) => {
      const url = URL.createObjectURL(blob);
      make("a", { href: url, download: "saidby.png" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10000);
    }, "image/png");
  }

  /* Start */

  const present = KINDS.filter((kind) => data.nodes.some((node) => node.kind === kind));
  const said = new Set(data.edges.map((edge) => edge.label));
  const notes = [
    ...(said.size === 1 ? [make("span", {}, "→ ", named([...said][0]))] : []),
    ...(data.edges.some((edge) => edge.evidence.length > 1) ? ["×2 two passages"] : []),
  ];
  at("kinds").replaceChildren(
    ...present.map((kind) => make("li", {}, sign(kind), kind)),
    ...notes.map((note) => make("li", { class: "note" }, note)),
  );
  at("counts").textContent = data.counts;
  at("left-out").textContent = data.leftOut;

  picture.on("click", (event) => {
    if (event.nodes.length) openNode(event.nodes[0]);
    else if (event.edges.length) openEdge(event.edges[0]);
    else openOverview();
  });
  picture.on("hoverNode", () => { at("picture").style.cursor = "pointer"; });
  picture.on("hoverEdge", () => { at("picture").style.cursor = "pointer"; });
  picture.on("blurNode", () => { at("picture").style.cursor = ""; });
  picture.on("blurEdge", () => { at("picture").style.cursor = ""; });
  at("fit").addEventListener("click", () => {
    search.value = "";
    at("found").textContent = "";
    openOverview();
    showAll();
  });
  at("export").addEventListener("click", save);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  matchMedia("print").addEventListener("change", repaint);
  addEventListener("hashchange", openAddress);
  picture.on("zoom", () => { moved = true; });
  picture.on("dragEnd", () => { moved = true; });
  new ResizeObserver(() => { if (!moved) firstView(); }).observe(at("picture"));
  firstView();
  openAddress();
})();
