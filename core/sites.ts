/** A site where nothing is marked, as a match pattern for all of it: `*://mail.example/*`, `*://*.bank.example/*`, `file:///*`. */
export type SitePattern = string & { readonly __sitePattern: true };

export type SiteReading =
  | { kind: 'pattern'; pattern: SitePattern }
  | { kind: 'refused'; why: 'empty' | 'every-site' | 'part-of-site' | 'star' | 'scheme' | 'name' };

const local = 'file:///*' as SitePattern;
const refused = (why: Extract<SiteReading, { kind: 'refused' }>['why']): SiteReading => ({ kind: 'refused', why });

/**
 * What a person means who writes a site: a name, an address copied from the address bar, or a match pattern. Patterns are for whole sites:
 * pages change their path without being loaded, and half a site would be on or off by chance. `toAscii` writes 例子.example as browsers do.
 */
export function readSite(text: string, toAscii: (host: string) => string | undefined = (host) => host): SiteReading {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  if (!typed) return refused('empty');
  if (/^file:\/\/\/?/.test(typed)) return { kind: 'pattern', pattern: local };
  if (typed === '<all_urls>') return refused('every-site');
  const [, scheme = '*', host = '', rest = ''] = /^(?:([a-z*][a-z0-9+.-]*):\/\/)?([^/?#]*)(.*)$/s.exec(typed) ?? [];
  if (!/^(?:\*|https?)$/.test(scheme)) return refused('scheme');
  const bare = host.replace(/^.*@/, '').replace(/:(?:\d*|\*)$/, '');
  if (bare === '*' || bare === '*.*') return refused('every-site');
  const isWide = bare.startsWith('*.');
  const name = isWide ? bare.slice(2) : bare;
  if (name.includes('*')) return refused('star');
  if (rest.includes('*') && rest !== '/*') return refused('part-of-site');
  const ascii = isHost(name) ? name : toAscii(name);
  if (!ascii || !isHost(ascii)) return refused('name');
  // an address is one of a site's pages, with or without s; only a pattern says which of the two it means
  const isPattern = rest === '/*' && scheme !== '*';
  return { kind: 'pattern', pattern: `${isPattern ? scheme : '*'}://${isWide ? '*.' : ''}${ascii}/*` as SitePattern };
}

function isHost(name: string): boolean {
  if (/^\[[0-9a-f:.]+\]$/.test(name)) return true;
  return name.length <= 253 && /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$/.test(name);
}

/** The site that a page belongs to; undefined for pages that are no site's (`about:blank`, the browser's own). */
export function siteOf(url: string): SitePattern | undefined {
  if (url.startsWith('file:')) return local;
  const host = hostOf(url)?.host;
  return host && isHost(host) ? (`*://${host}/*` as SitePattern) : undefined;
}

/** What a person is shown of a pattern: `mail.example`, `*.bank.example`, `https://mail.example`. */
export function nameSite(pattern: SitePattern): string {
  return pattern.replace(/^\*:\/\//, '').replace(/\/\*$/, '');
}

/** As match patterns are read: `*` is http and https, `*.bank.example` is bank.example too. */
export function covers(pattern: SitePattern, url: string): boolean {
  if (pattern === local) return url.startsWith('file:');
  const page = hostOf(url);
  const [, scheme, wide, name] = /^(\*|https?):\/\/(\*\.)?(.+)\/\*$/.exec(pattern) ?? [];
  if (!page || !name || (scheme !== '*' && scheme !== page.scheme)) return false;
  return page.host === name || (wide !== undefined && page.host.endsWith(`.${name}`));
}

export function isOff(patterns: readonly SitePattern[], url: string | undefined): boolean {
  return url !== undefined && patterns.some((pattern) => covers(pattern, url));
}

/** Whatever lies in storage: what is no pattern is left out. */
export function readSites(stored: unknown): SitePattern[] {
  if (!Array.isArray(stored)) return [];
  const patterns = stored.flatMap((item: unknown) => {
    const read = typeof item === 'string' ? readSite(item) : undefined;
    return read?.kind === 'pattern' ? [read.pattern] : [];
  });
  return [...new Set(patterns)];
}

function hostOf(url: string): { scheme: string; host: string } | undefined {
  const [, scheme, host] = /^(https?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url) ?? [];
  return scheme && host ? { scheme: scheme.toLowerCase(), host: host.toLowerCase() } : undefined;
}
