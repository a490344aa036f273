import { choosePageDate } from '../core/choose-page-date';
import type { KnownDate } from '../core/dates';

/** The page's own date, as far as the page says one and does not contradict itself. Read once, when a card or the popup asks for it. */
export function readPageDate(): KnownDate | undefined {
  const today = new Date().toISOString().slice(0, 10) as KnownDate;
  return choosePageDate({ published: metaDates(), linkedData: linkedDates(), times: headTimes(), url: location.href }, today);
}

function metaDates(): string[] {
  const names = [
    'article:published_time',
    'og:article:published_time',
    'datePublished',
    'date',
    'dc.date',
    'dcterms.created',
    'citation_publication_date',
  ];
  const metas = [...document.querySelectorAll('meta[property], meta[name], meta[itemprop]')];
  return metas.flatMap((meta) => {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '';
    return names.includes(name) ? [meta.getAttribute('content')?.replaceAll('/', '-') ?? ''] : [];
  });
}

/** `datePublished` of the articles in JSON-LD; comments and reviews on the page have dates of their own. */
function linkedDates(): string[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return findDates(JSON.parse(script.textContent ?? ''), 0);
    } catch {
      return [];
    }
  });
}

function findDates(node: unknown, depth: number): string[] {
  if (typeof node !== 'object' || node === null || depth > 3) return [];
  if (Array.isArray(node)) return node.flatMap((item) => findDates(item, depth + 1));
  const { '@type': type, '@graph': graph, datePublished } = node as Record<string, unknown>;
  const isArticle = /Article|Posting|WebPage|Report/.test(String(type));
  return [...(isArticle && typeof datePublished === 'string' ? [datePublished] : []), ...findDates(graph, depth + 1)];
}

/** The first `<time>` of the one article or main: later ones are comments' and links'. */
function headTimes(): string[] {
  const articles = document.querySelectorAll('article');
  const head = articles.length === 1 ? articles[0] : document.querySelector('main');
  const time = head?.querySelector('time[datetime]');
  return time ? [time.getAttribute('datetime') ?? ''] : [];
}
