import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { KnownDate } from '../../core/dates';
import { isOff, nameSite, type SitePattern, siteOf } from '../../core/sites';
import type { PageTerm } from '../../core/tell-page';
import type { FrameReading, OpenPage } from '../../platform/page-in-tab';

/** What the model asks of the browser; passed in. */
export interface PageTransport {
  findOpenPage(): Promise<OpenPage | undefined>;
  readFrames(tabId: number): Promise<FrameReading[] | undefined>;
  showMention(at: { tabId: number; frameId: number }, question: { term: number; nth?: number }): Promise<boolean>;
  explainPage(question: { terms: number[]; date?: KnownDate | undefined }): Promise<PageTerm[]>;
  loadSites(): Promise<SitePattern[]>;
  addSite(pattern: SitePattern): Promise<void>;
  removeSites(patterns: readonly SitePattern[]): Promise<void>;
  watchSites(onChange: (sites: SitePattern[]) => void): void;
  /** some time later, while a page is still being read */
  rest(): Promise<void>;
}

export type ListedTerm = PageTerm & { count: number };

export type PageState =
  | { kind: 'loading' }
  /** the browser lets no extension read it */
  | { kind: 'closed' }
  | { kind: 'off' }
  | { kind: 'empty' }
  | { kind: 'failed' }
  | { kind: 'listed'; terms: readonly ListedTerm[]; date?: KnownDate | undefined };

/** The switch in the popup's foot. Nothing is kept from a private window, so it cannot be turned there. */
export type SiteSwitch = { kind: 'none' } | { kind: 'site'; site: string; isOn: boolean; isPrivate: boolean; wider: readonly string[] };

export type PageModel = ReturnType<typeof createPageModel>;

/** A page that was just turned on, or is still loading, is asked so many times. */
const patience = 12;
/** One that has loaded may only just have been given its marks. */
const shortPatience = 3;

/** The page in front of the reader: its terms, and whether its site is marked. */
export function createPageModel(transport: PageTransport) {
  const page = signal<OpenPage | undefined>(undefined);
  const sites = signal<readonly SitePattern[]>([]);
  const state = signal<PageState>({ kind: 'loading' });
  const refused = signal(false);
  let readings: readonly FrameReading[] = [];
  const steps = new Map<number, number>();
  let lit: { frameId: number; term: number } | undefined;
  let asked = 0;

  const covering = computed(() => sites.value.filter((pattern) => isOff([pattern], page.value?.url)));
  const site: ReadonlySignal<SiteSwitch> = computed(() => {
    const own = page.value?.url && state.value.kind !== 'closed' ? siteOf(page.value.url) : undefined;
    if (!own || !page.value) return { kind: 'none' };
    const wider = covering.value.filter((pattern) => pattern !== own).map(nameSite);
    return { kind: 'site', site: nameSite(own), isOn: covering.value.length === 0, isPrivate: page.value.isPrivate, wider };
  });

  /** Frames are read after `drawn`: their pages and the worker would take their share of the popup's first paint. */
  async function load(drawn?: Promise<unknown>): Promise<void> {
    const [found, kept] = await Promise.all([transport.findOpenPage().catch(() => undefined), transport.loadSites()]);
    page.value = found;
    sites.value = kept;
    transport.watchSites((changed) => {
      sites.value = changed;
      void read(patience);
    });
    await drawn;
    await read(found?.isLoading ? patience : shortPatience);
  }

  /** The answer to a question that a later one has overtaken is dropped. */
  async function read(times: number): Promise<void> {
    const token = ++asked;
    for (let round = 1; ; round++) {
      const before = JSON.stringify(readings);
      const next = await readOnce();
      if (token !== asked) return;
      // a page that is still being read has fewer terms than it will have: it is asked until it says the same twice
      const isDone =
        next.kind === 'listed' ? JSON.stringify(readings) === before || round >= patience : next.kind !== 'empty' || round >= times;
      state.value = next.kind === 'empty' && !isDone ? { kind: 'loading' } : next;
      if (isDone) return;
      await transport.rest();
      if (token !== asked) return;
    }
  }

  async function readOnce(): Promise<PageState> {
    if (!page.value?.url || !siteOf(page.value.url)) return { kind: 'closed' };
    if (covering.value.length > 0) return { kind: 'off' };
    const frames = await transport.readFrames(page.value.tabId).catch(() => undefined);
    if (!frames) return { kind: 'closed' };
    if (JSON.stringify(frames) !== JSON.stringify(readings)) steps.clear();
    readings = frames;
    const counts = new Map<number, number>();
    for (const { terms } of frames) for (const { term, count } of terms) counts.set(term, (counts.get(term) ?? 0) + count);
    if (counts.size === 0) return { kind: 'empty' };
    const date = frames.find(({ frameId }) => frameId === 0)?.date;
    const told = await transport.explainPage({ terms: [...counts.keys()], date }).catch(() => undefined);
    if (!told) return { kind: 'failed' };
    return { kind: 'listed', date, terms: told.map((term) => ({ ...term, count: counts.get(term.term) ?? 0 })) };
  }

  /** Goes round the mentions of a term, through the page and then its frames. */
  async function showNext(term: number): Promise<void> {
    if (!page.value) return;
    const { tabId } = page.value;
    const mentions = readings.flatMap(({ frameId, terms }) =>
      Array.from({ length: terms.find((one) => one.term === term)?.count ?? 0 }, (_, nth) => ({ frameId, nth })),
    );
    const step = steps.get(term) ?? 0;
    const next = mentions[step % mentions.length];
    if (!next) return;
    steps.set(term, step + 1);
    if (lit && lit.frameId !== next.frameId) await transport.showMention({ tabId, frameId: lit.frameId }, { term: lit.term });
    lit = { frameId: next.frameId, term };
    await transport.showMention({ tabId, frameId: next.frameId }, { term, nth: next.nth });
  }

  async function turn(isOn: boolean): Promise<void> {
    const own = page.value?.url === undefined ? undefined : siteOf(page.value.url);
    if (!own || page.value?.isPrivate) return;
    refused.value = false;
    await (isOn ? transport.removeSites(covering.value) : transport.addSite(own)).catch(() => (refused.value = true));
  }

  return {
    state: state as ReadonlySignal<PageState>,
    site,
    /** the last turn of the switch could not be kept */
    refused: refused as ReadonlySignal<boolean>,
    load,
    readAgain: () => read(patience),
    showNext,
    turn,
  };
}
