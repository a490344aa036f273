import type { Found, Matcher } from '../../core/find-terms';
import { isAlive } from '../../platform/ask-worker';
import type { FindingsConsumer, PageReading, TextRun } from '../../platform/page-bridge';
import { findTouched } from './find-touched';
import { createRuns, textBelow, textFrom, textOf } from './read-runs';
import { findHosts, findShadowRoot, hostAt } from './shadow-roots';
import { createSlices } from './slice-work';
import type { OnElement } from './text-context';
import { watchPage } from './watch-page';
import { watchSigns } from './watch-signs';

/** At most one look for late shadow roots in this many ms, and at so many elements: a look at one costs 2.8 µs in Chromium. */
const lookAgainEvery = 1000;
const mostHopefuls = 300;
/** How many characters are read between two breaks, and how many a run counts for beside its own. */
const atOnce = 2000;
const runCost = 50;
/** A text node may hold megabytes; this many characters are matched in well under one slice. */
const partLength = 16_384;
const hasText = /\S/;

/**
 * Reads the document in idle slices, from the viewport on, and reads again what changes. At the first surface that can mean nothing but its
 * term it says so; the consumer that then comes is given what was found until then.
 */
export function readPage({
  matcher,
  onFirstTerm,
  signal,
  end,
}: {
  matcher: () => Matcher;
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

  /** what the first reading has found, for a consumer that comes while it lasts */
  let kept: [TextRun, Found[]][] | undefined = [];

  const findTerms = (text: string) => matcher().find(text);
  const slices = createSlices({ signal, afterSlice: () => consumer?.settle() });
  const observe = watchPage({
    onChange: (records) => (isAlive() ? slices.run(readTouched(records)) : end()),
    onLost() {
      kept = undefined;
      slices.startAnew();
      readAll();
    },
    slices,
    signal,
  });

  function tellFirst(found: readonly Found[]): void {
    isInDoubt = true;
    if (isTold || ![...found, ...findTerms(`${document.title}\n${location.href}`)].some((hit) => !hit.unsure)) return;
    isTold = true;
    // without an answer the next term is another chance
    void onFirstTerm().then((isLoaded) => {
      isTold = isLoaded;
      if (!isLoaded) kept = undefined;
    });
  }

  function deliver(run: TextRun, found: Found[]): void {
    if (consumer) consumer.take(run, found);
    else if (found.length > 0) {
      kept?.push([run, found]);
      tellFirst(found);
    }
  }

  /** A break after each: a run of many mentions takes its consumer as long as it took to be read. */
  function* handOver(found: [TextRun, Found[]][]): Generator<void> {
    for (const finding of found) {
      consumer?.take(...finding);
      yield;
    }
  }

  /** Delivers runs, with a break after some of them: one costs as much as a run. */
  function* readRuns(nextRun: () => TextRun | undefined): Generator<void> {
    let read = 0;
    for (let run = nextRun(); run; run = nextRun()) {
      const { text } = run;
      const found: Found[] = [];
      for (let at = hasText.test(text) ? 0 : text.length; at < text.length; ) {
        if (at > 0) yield;
        at = matcher().findPart(text, at, Math.min(text.length, at + partLength), found);
      }
      deliver(run, found);
      read += run.text.length + runCost;
      if (read > atOnce) {
        read = 0;
        yield;
      }
    }
  }

  function readAll(): void {
    slices.run(
      (function* () {
        observe(document);
        consumer?.changed([]);
        const root = document.body ?? document.documentElement;
        const start = scrollY > 0 ? document.elementFromPoint(innerWidth / 2, 1) : null;
        yield* readBelow(root, start && root.contains(start) ? start : null);
        if (!isTold) kept = undefined;
      })(),
    );
  }

  /** Reads from the start on, where there is one, because a page that is scrolled is read from there; then the rest. */
  function* readBelow(node: Node, start?: Node | null): Generator<unknown> {
    if (!node.isConnected) return;
    const hosts = new Set<Element>();
    const onElement: OnElement = (...met) => {
      const host = hostAt(...met);
      if (host && Node.prototype.contains.call(node, host)) hosts.add(host);
    };
    let first: Node | undefined;
    if (start) {
      const nextRun = createRuns(textFrom(start, node), onElement);
      yield* readRuns(() => {
        const run = nextRun();
        first ??= run?.nodes[0];
        return run;
      });
    }
    const nextRun = createRuns(textBelow(node), onElement);
    yield* readRuns(() => {
      const run = nextRun();
      return first && run?.nodes[0] === first ? undefined : run;
    });
    yield* findHosts(node as Element | ShadowRoot, hosts);
    yield* lookIntoAll(hosts);
  }

  function* lookIntoAll(hosts: Iterable<Element>): Generator<void> {
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
    } else if (hopefuls.size < mostHopefuls) {
      heedSigns();
      hopefuls.add(host);
    }
  }

  function* lookAgain(): Generator<void> {
    for (const host of hopefuls) {
      if (host.isConnected) lookInto(host);
      else hopefuls.delete(host);
      yield;
    }
  }

  function* readTouched(records: readonly MutationRecord[]): Generator<unknown> {
    const { whole, own, inline } = yield* findTouched(records);
    if (consumer) consumer.changed(records);
    else {
      kept = undefined;
      if (isInDoubt) tellFirst([]);
    }
    for (const node of own) yield* readRuns(createRuns(textOf(node)));
    for (const node of whole) yield* readBelow(node);
    for (const node of inline) yield* lookIntoAll([node, ...node.querySelectorAll('*')].flatMap((element) => hostAt(element) ?? []));
    yield* lookAgain();
  }

  /** Not before there is something to look at again, or to take away: that alone was a tenth of what a page without terms costs. */
  const heedSigns = () => watchSigns(onSign, signal);
  const onSign = (event: Event) => {
    if (!isAlive()) return end();
    consumer?.sign();
    if (hopefuls.size === 0 || (event.type !== 'load' && event.timeStamp - lookedAt < lookAgainEvery)) return;
    lookedAt = event.timeStamp;
    slices.run(lookAgain());
  };

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
      heedSigns();
      const found = kept;
      kept = undefined;
      if (found) slices.runFirst(handOver(found));
      else readAll();
    },
  };
}
