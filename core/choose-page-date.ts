import { isKnownDate, type KnownDate } from './dates';

/** What a page says of when it was written, as it says it. */
export interface PageDateClues {
  /** `article:published_time` and its kin */
  published: readonly string[];
  /** `datePublished` of JSON-LD */
  linkedData: readonly string[];
  /** `<time datetime>` in the head of the article */
  times: readonly string[];
  url: string;
}

/**
 * The day a page was written: the first kind of clue that is there decides, and only if all clues of that kind agree. A guess would put
 * words into the author's mouth. Days in the future and before the web (1991) are no clues.
 */
export function choosePageDate(clues: PageDateClues, today: KnownDate): KnownDate | undefined {
  for (const texts of [
    clues.published,
    clues.linkedData,
    clues.times,
    [clues.url.match(/[/](\d{4}[/-]\d{2}(?:[/-]\d{2})?)(?=[/_-]|$)/)?.[1]?.replaceAll('/', '-') ?? ''],
  ]) {
    const dates = new Set(texts.flatMap((text) => readDate(text, today)));
    if (dates.size > 1) return undefined;
    for (const date of dates) return date;
  }
  return undefined;
}

/** The date at the head of an ISO time, as the page's author wrote it; the zone is the author's. */
function readDate(text: string, today: KnownDate): KnownDate[] {
  const date = /^\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?![\d-])/.exec(text)?.[1] ?? '';
  return isKnownDate(date) && date >= '1991' && date <= today ? [date] : [];
}
