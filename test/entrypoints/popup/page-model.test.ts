import { expect, it, vi } from 'vitest';
import type { KnownDate } from '../../../core/dates';
import type { SitePattern } from '../../../core/sites';
import type { PageTerm } from '../../../core/tell-page';
import { createPageModel, type PageTransport } from '../../../entrypoints/popup/page-model';

const told = (term: number): PageTerm => ({
  term,
  id: `t${term}`,
  name: { en: `T${term}`, zh: `T${term}` },
  identity: { en: '', zh: '' },
  lane: 'docker',
  began: '2013' as KnownDate,
  day: { kind: 'unknown' },
});

function openModel(over: Partial<PageTransport> = {}) {
  const shown: string[] = [];
  let sites: SitePattern[] = [];
  let tell = (_: SitePattern[]) => {};
  const keep = async (next: SitePattern[]) => {
    sites = next;
    tell(next);
  };
  const model = createPageModel({
    findOpenPage: async () => ({ tabId: 1, url: 'https://mail.example/', isPrivate: false, isLoading: false }),
    readFrames: async () => [
      { frameId: 0, terms: [{ term: 5, count: 2 }], date: '2015' as KnownDate },
      {
        frameId: 3,
        terms: [
          { term: 2, count: 1 },
          { term: 5, count: 1 },
        ],
        date: '1999' as KnownDate,
      },
    ],
    showMention: async ({ frameId }, { term, nth }) => shown.push(`${frameId}:${term}:${nth ?? 'dark'}`) > 0,
    explainPage: async ({ terms }) => terms.map(told),
    loadSites: async () => sites,
    addSite: (pattern) => keep([...sites, pattern]),
    removeSites: (patterns) => keep(sites.filter((site) => !patterns.includes(site))),
    watchSites: (onChange) => (tell = onChange),
    rest: async () => {},
    ...over,
  });
  return { model, shown, sites: () => sites };
}

it('adds up the frames, the page’s own first, and takes the date from the page itself', async () => {
  const { model } = openModel();
  await model.load();
  expect(model.state.value).toMatchObject({
    kind: 'listed',
    date: '2015',
    terms: [
      { term: 5, count: 3 },
      { term: 2, count: 1 },
    ],
  });
});

it('goes round the mentions, from frame to frame, and leaves no light behind', async () => {
  const { model, shown } = openModel();
  await model.load();
  for (let n = 0; n < 4; n++) await model.showNext(5);
  expect(shown).toEqual(['0:5:0', '0:5:1', '0:5:dark', '3:5:0', '3:5:dark', '0:5:0']);
});

it.each([
  [{ readFrames: async () => undefined }, 'closed'],
  [{ findOpenPage: async () => undefined }, 'closed'],
  [{ findOpenPage: async () => ({ tabId: 1, isPrivate: false, isLoading: false }) }, 'closed'],
  [{ readFrames: async () => [] }, 'empty'],
  [{ loadSites: async () => ['*://*.example/*' as SitePattern] }, 'off'],
  [{ explainPage: () => Promise.reject(new Error('gone')) }, 'failed'],
] satisfies [Partial<PageTransport>, string][])('says why there is nothing to list: %#', async (over, kind) => {
  const { model } = openModel(over);
  await model.load();
  expect(model.state.value.kind).toBe(kind);
});

it('waits for a page that is still being read', async () => {
  let asked = 0;
  const { model } = openModel({
    findOpenPage: async () => ({ tabId: 1, url: 'https://mail.example/', isPrivate: false, isLoading: true }),
    readFrames: async () => (++asked < 3 ? [] : [{ frameId: 0, terms: [{ term: 1, count: 1 }] }]),
  });
  await model.load();
  expect(model.state.value.kind).toBe('listed');
});

it('turns the site off and on', async () => {
  const { model, sites } = openModel();
  await model.load();
  expect(model.site.value).toMatchObject({ kind: 'site', site: 'mail.example', isOn: true });
  await model.turn(false);
  expect(sites()).toEqual(['*://mail.example/*']);
  expect(model.site.value).toMatchObject({ isOn: false, wider: [] });
  await model.turn(true);
  expect(sites()).toEqual([]);
});

it('keeps nothing from a private window', async () => {
  const { model, sites } = openModel({
    findOpenPage: async () => ({ tabId: 1, url: 'https://mail.example/', isPrivate: true, isLoading: false }),
  });
  await model.load();
  await model.turn(false);
  expect(sites()).toEqual([]);
  expect(model.site.value).toMatchObject({ isOn: true, isPrivate: true });
});

it('says that a turn could not be kept', async () => {
  const { model } = openModel({ addSite: () => Promise.reject(new Error('quota')) });
  await model.load();
  await model.turn(false);
  expect(model.refused.value).toBe(true);
  expect(model.site.value).toMatchObject({ isOn: true });
});

it('knows the site at once, and reads the frames when the popup has been drawn', async () => {
  const { model } = openModel();
  let draw = () => {};
  const drawn = new Promise<void>((done) => (draw = done));
  const loaded = model.load(drawn);
  await vi.waitFor(() => expect(model.site.value).toMatchObject({ kind: 'site', isOn: true }));
  expect(model.state.value.kind).toBe('loading');
  draw();
  await loaded;
  expect(model.state.value.kind).toBe('listed');
});
