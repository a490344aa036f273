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
  marks: () => {
    const marks = [];
    const all = [...document.querySelectorAll('main > section')];
    CSS.highlights.forEach((highlight, name) => name.startsWith('little-whale-line') && highlight.forEach((held) => {
      const range = document.createRange();
      range.setStart(held.startContainer, held.startOffset);
      range.setEnd(held.endContainer, held.endOffset);
      let top = held.startContainer;
      while (top && !all.includes(top)) top = top.parentNode ?? top.host;
      marks.push({
        plot: all.indexOf(top),
        place: [idOf(held.startContainer), held.startOffset, idOf(held.endContainer), held.endOffset].join(':'),
        text: range.toString(),
        isShown: (held.startContainer.parentElement ?? held.startContainer.getRootNode().host).checkVisibility(),
        section: idOf(sectionOf(held.startContainer)),
      });
    }));
    return marks.sort((a, b) => a.plot - b.plot || (a.place < b.place ? -1 : 1));
  },
};
window.plots = plots;
`;
