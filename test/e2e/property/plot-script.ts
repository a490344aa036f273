/**
 * What runs in the page: `<section>`s to edit, called plots, and a way to read the marks. It stays in its own world's `window.plots`.
 * Marks are read as nodes and offsets, so that a mark in the wrong copy of a word is seen.
 */
export const plotScript = `
const closed = new WeakMap();
const ids = new Map();
const idOf = (node) => (ids.has(node) || ids.set(node, ids.size), ids.get(node));

function nodesOf(plot) {
  const nodes = [];
  const walk = (parent) => {
    for (const node of parent.childNodes) {
      nodes.push(node);
      walk(node);
    }
    const root = parent.shadowRoot ?? closed.get(parent);
    if (root) walk(root);
  };
  walk(plot);
  return nodes;
}

// plain hosts stay empty: some others are missed by a fresh scan, see entrypoints/content/shadow-roots.ts
const isVoid = (node) => ['BR', 'WBR'].includes(node.tagName) || (node.tagName === 'DIV' && closed.has(node));

function place(plot, nodes, node, at) {
  const target = nodes[at % (nodes.length + 1)] ?? plot;
  if (target === node || node.contains?.(target)) return;
  if (target === plot) plot.append(node);
  else if (target.nodeType === 1 && at % 2 && !isVoid(target)) target.append(node);
  else target.before(node);
}

const acts = {
  insert: (plot, nodes, { at, tag, text }) => {
    const node = tag ? document.createElement(tag) : document.createTextNode(text);
    if (tag && !isVoid(node)) node.textContent = text;
    place(plot, nodes, node, at);
  },
  host: (plot, nodes, { at, text, mode }) => {
    const host = document.createElement(at % 3 ? 'x-host' : 'div');
    const root = host.attachShadow({ mode });
    root.innerHTML = at % 2 ? '<p>' + text + '</p><slot></slot>' : text;
    closed.set(host, root);
    place(plot, nodes, host, at);
  },
  write: (plot, nodes, { at, text }) => {
    const node = nodes[at % nodes.length];
    if (node?.nodeType === 3) at % 2 ? (node.data = text) : node.appendData(text);
  },
  move: (plot, nodes, { at, to }) => nodes.length && place(plot, nodes, nodes[at % nodes.length], to),
  wrap: (plot, nodes, { at, tag }) => {
    const node = nodes[at % nodes.length];
    const around = document.createElement(tag);
    if (!node || isVoid(around)) return;
    node.replaceWith(around);
    around.append(node);
  },
  split: (plot, nodes, { at, by }) => {
    const node = nodes[at % nodes.length];
    if (node?.nodeType === 3 && node.length > by) node.splitText(by);
  },
  remove: (plot, nodes, { at }) => nodes[at % nodes.length]?.remove(),
  unwrap: (plot, nodes, { at }) => {
    const node = nodes[at % nodes.length];
    if (node?.nodeType === 1) node.replaceWith(...node.childNodes);
  },
  normalise: (plot) => plot.normalize(),
  empty: (plot, nodes, { at }) => at % 4 === 0 && nodes[at % nodes.length]?.replaceChildren?.(),
};

function sectionOf(node) {
  const root = node.getRootNode();
  const start = node.nodeType === 1 ? node : node.parentElement;
  const container = start?.closest('article, section, main, dialog, body') ?? root;
  let last;
  for (const heading of container.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const own = heading.closest('article, section, main, dialog, body') ?? root;
    if (own === container && (heading.contains(node) || heading.compareDocumentPosition(node) & 4)) last = heading;
  }
  return last ?? (container === root ? sectionOf(root.host) : container);
}

/** The ranges that are registered now. */
function held() {
  const ranges = [];
  // Firefox's registry has no iterator here, only forEach
  CSS.highlights.forEach((highlight, name) => name.startsWith('little-whale-line') && highlight.forEach((range) => ranges.push(range)));
  return ranges;
}

const placeOf = (range) => [idOf(range.startContainer), range.startOffset, idOf(range.endContainer), range.endOffset].join(':');

/** Behind all plots and roots within roots, so that it is read after them: once its marks stand, all that was written before it has been read. */
const beacon = { section: document.querySelector('#beacon'), root: undefined };

const plots = {
  make: (count) => document.querySelector('main').replaceChildren(...Array.from({ length: count }, () => {
    const plot = document.createElement('section');
    plot.innerHTML = 'Docker <b>and</b> Kubernetes<p>CN<i>CF</i></p><h3>rkt</h3><div>Docker, rkt</div>';
    return plot;
  })),
  edit: (lists) => document.querySelectorAll('main > section').forEach((plot, at) => {
    for (const edit of lists[at] ?? []) try { acts[edit.kind](plot, nodesOf(plot), edit); } catch (error) { if (error.name !== 'HierarchyRequestError') throw error; }
  }),
  html: (at) => document.querySelectorAll('main > section')[at].outerHTML,
  beacon: () => {
    let inner = beacon.section;
    for (let depth = 0; depth < 4; depth++) {
      const host = document.createElement('x-host');
      const root = host.attachShadow({ mode: 'closed' });
      depth === 0 ? inner.replaceChildren(host) : inner.append(host);
      inner = root;
    }
    inner.innerHTML = '<p>Podman</p><p>Podman</p>';
    beacon.root = inner;
  },
  settled: async ({ beacons, calm }) => {
    const pace = 50;
    const start = performance.now();
    let seen;
    let since;
    let turns;
    for (;;) {
      const now = held().map(placeOf).sort().join();
      if (now !== seen) [seen, since, turns] = [now, performance.now(), 0];
      const lit = held().filter(({ startContainer }) => startContainer.getRootNode() === beacon.root).length;
      if (lit === beacons && turns * pace >= calm && performance.now() - since >= calm) return plots.marks();
      if (performance.now() - start > 30_000) throw new Error('The marks do not settle: ' + lit + ' of ' + beacons + ' at the beacon, ' + turns + ' turns of the same');
      // the page's own idle turns count as well as time: on a busy computer the extension gets its turns as late as this
      await new Promise((later) => setTimeout(later, pace));
      await new Promise((idle) => requestIdleCallback(idle));
      turns++;
    }
  },
  marks: () => {
    const marks = [];
    const all = [...document.querySelectorAll('main > section')];
    for (const mark of held()) {
      const range = document.createRange();
      range.setStart(mark.startContainer, mark.startOffset);
      range.setEnd(mark.endContainer, mark.endOffset);
      let top = mark.startContainer;
      while (top && !all.includes(top)) top = top.parentNode ?? top.host;
      marks.push({
        plot: all.indexOf(top),
        place: placeOf(mark),
        text: range.toString(),
        isShown: (mark.startContainer.parentElement ?? mark.startContainer.getRootNode().host).checkVisibility(),
        section: idOf(sectionOf(mark.startContainer)),
      });
    }
    return marks.sort((a, b) => a.plot - b.plot || (a.place < b.place ? -1 : 1));
  },
};
window.plots = plots;
`;
