import type { Found } from '../../core/find-terms';
import { isAlive } from '../../platform/ask-worker';
import type { FindingsConsumer, PageReading, TextRun } from '../../platform/page-bridge';
import { findInPieces } from './find-in-pieces';
import { findTouched } from './find-touched';
import { readRuns, textBelow, textFrom, textOf } from './read-runs';
import { findHosts, findShadowRoot } from './shadow-roots';
import { createSlices } from './slice-work';
import { watchPage } from './watch-page';
import { watchSigns } from './watch-signs';

/** At most one look for late shadow roots in this many ms, and at so many elements: a look at one costs 2.8 µs in Chromium. */
const lookAgainEvery = 1000;
const mostHopefuls = 300;

/**
 * Reads the document in idle slices, what is near the viewport first, and reads again what changes. It keeps nothing of what it finds.
 * At the first surface that can mean nothing but its term it stops and says so; the consumer that then comes is read everything anew.
 */
export function readPage({
  findTerms,
  onFirstTerm,
  signal,
  end,
}: {
  findTerms: (text: string) => Found[];
  onFirstTerm: () => Promise<boolean>;
  signal: AbortSignal;
  end: () => void;
}): PageReading {
  let consumer: FindingsConsumer | undefined;
  let isTold = false;
  /** an everyday word stands here: the title or the address may turn it into a term */
  let isInDoubt = false;
  let lookedAt = -lookAgainEvery;
  /** elements that may yet get a shadow root: no event tells when one does */
  const hopefuls = new Set<Element>();

  const slices = createSlices({ signal, afterSlice: () => consumer?.settle() });
  const observe = watchPage({ onChange: (records) => (isAlive() ? slices.run(readTouched(records)) : end()), onLost: readAll, signal });

  function tellFirst(found: readonly Found[]): void {
    if (isTold || found.length === 0) return;
    isInDoubt = true;
    if (![...found, ...findTerms(`${document.title}\n${location.href}`)].some((hit) => !hit.unsure)) return;
    isTold = true;
    slices.dropAll();
    // without an answer the next change of the page is another chance
    void onFirstTerm().then((isLoaded) => (isTold = isLoaded));
  }

  function* take(run: TextRun): Generator<void> {
    const found = yield* findInPieces(findTerms, run.text);
    if (consumer) consumer.take(run, found);
    else tellFirst(found);
    yield;
  }

  function readAll(): void {
    observe(document);
    consumer?.changed([]);
    slices.run(readFromView(document.body ?? document.documentElement));
  }

  /** A page that is scrolled already is read from there first; what was read then is not read twice. */
  function* readFromView(root: Element): Generator<void> {
    const done = new Set<Element>();
    const start = scrollY > 0 ? document.elementFromPoint(innerWidth / 2, 1) : null;
    if (start && root.contains(start))
      for (const run of readRuns(textFrom(start, root))) {
        yield* take(run);
        done.add(run.block);
        if (done.size % 16 === 0 && run.block.getBoundingClientRect().top > innerHeight) break;
      }
    yield* readBelow(root, done);
  }

  function* readBelow(node: Node, done?: ReadonlySet<Element>): Generator<void> {
    if (!node.isConnected) return;
    const hosts = new Set<Element>();
    const addHost = (element: Element) => element.shadowRoot && Node.prototype.contains.call(node, element) && hosts.add(element);
    for (const run of readRuns(textBelow(node), addHost)) if (!done?.has(run.block)) yield* take(run);
    yield* lookBelow(node, hosts);
  }

  function* lookBelow(node: Node, hosts: Set<Element>): Generator<void> {
    for (const host of findHosts(node as Element | ShadowRoot)) {
      if (host) hosts.add(host);
      else yield;
    }
    for (const host of hosts) {
      yield;
      lookInto(host);
    }
  }

  function lookInto(host: Element): void {
    const root = findShadowRoot(host);
    if (root) {
      hopefuls.delete(host);
      observe(root);
      slices.run(readBelow(root));
    } else if (hopefuls.size < mostHopefuls) hopefuls.add(host);
  }

  function* lookAgain(): Generator<void> {
    for (const host of hopefuls) {
      if (host.isConnected) lookInto(host);
      else hopefuls.delete(host);
      yield;
    }
  }

  function* readTouched(records: readonly MutationRecord[]): Generator<void> {
    const { whole, own, inline } = yield* findTouched(records);
    consumer?.changed(records);
    if (!consumer && isInDoubt) tellFirst(findTerms(document.title));
    for (const node of own) for (const run of readRuns(textOf(node))) yield* take(run);
    for (const node of whole) yield* readBelow(node);
    for (const node of inline) yield* lookBelow(node, new Set());
    yield* lookAgain();
  }

  watchSigns((event) => {
    if (!isAlive()) return end();
    consumer?.sign();
    if (hopefuls.size === 0 || (event.type !== 'load' && event.timeStamp - lookedAt < lookAgainEvery)) return;
    lookedAt = event.timeStamp;
    slices.run(lookAgain());
  }, signal);
  readAll();
  return {
    signal,
    end,
    findTerms,
    findShadowRoot,
    run: slices.run,
    readAgain: (node) => slices.run(readBelow(node)),
    connect(taker) {
      consumer = taker;
      readAll();
    },
  };
}
