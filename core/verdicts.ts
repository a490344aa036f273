import { readSite, type SitePattern, siteOf } from './sites';

/** What a reader said of a term on a site: it is never meant there, or always. */
export type Verdict = 'never' | 'always';

/** By site, then by the term's id. */
export type Verdicts = Readonly<Record<SitePattern, Readonly<Record<string, Verdict>>>>;

/** Whatever lies in storage: what is no verdict is left out. */
export function readVerdicts(stored: unknown): Verdicts {
  return Object.fromEntries(
    entriesOf(stored).flatMap(([site, terms]) => {
      const read = readSite(site);
      const said = entriesOf(terms).filter((entry): entry is [string, Verdict] => entry[1] === 'never' || entry[1] === 'always');
      return read.kind === 'pattern' && said.length > 0 ? [[read.pattern, Object.fromEntries(said)]] : [];
    }),
  );
}

/** The same with one more, changed, or (undefined) taken back. A site of which nothing is said any more is left out. */
export function withVerdict(
  verdicts: Verdicts,
  { site, term, verdict }: { site: SitePattern; term: string; verdict: Verdict | undefined },
): Verdicts {
  const { [term]: _, ...others } = verdicts[site] ?? {};
  const said = verdict ? { ...others, [term]: verdict } : others;
  const { [site]: __, ...rest } = verdicts;
  return Object.keys(said).length > 0 ? { ...rest, [site]: said } : rest;
}

/** What holds on a page, by the place of a term in `ids`. */
export function verdictsAt({ verdicts, url, ids }: { verdicts: Verdicts; url: string; ids: readonly string[] }): Map<number, Verdict> {
  const site = siteOf(url);
  const said = Object.entries((site && verdicts[site]) ?? {});
  return new Map(said.flatMap(([id, verdict]) => (ids.includes(id) ? [[ids.indexOf(id), verdict]] : [])));
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
