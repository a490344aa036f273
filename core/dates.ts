/** A date as precise as it is known: `2014`, `2014-12` or `2014-12-04`. The length is the precision. */
export type KnownDate = string & { readonly __knownDate: true };
export type Precision = 'year' | 'month' | 'day';
export type Language = 'en' | 'zh';

const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** True for a real calendar date in one of the three precisions; `2014-13-40` and `2015-02-29` are none. */
export function isKnownDate(text: string): text is KnownDate {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function precisionOf(date: KnownDate): Precision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/** The first and the last day that the date may mean, as `YYYY-MM-DD`. */
export function spanOf(date: KnownDate): { first: string; last: string } {
  const [year = '', month, day] = date.split('-');
  const lastMonth = month ?? '12';
  return {
    first: `${year}-${month ?? '01'}-${day ?? '01'}`,
    last: `${year}-${lastMonth}-${day ?? String(daysInMonth(Number(year), Number(lastMonth)))}`,
  };
}

/** True when `earlier` is after `later` whatever the unknown days are: 2014-12 is not surely after 2014-12-04. */
export function isSurelyAfter(earlier: KnownDate, later: KnownDate): boolean {
  return spanOf(earlier).first > spanOf(later).last;
}

/** Sorts by the first possible day; of two with the same first day the more precise comes first. */
export function compareDates(a: KnownDate, b: KnownDate): number {
  return spanOf(a).first.localeCompare(spanOf(b).first) || b.length - a.length;
}

/** A year with its fraction: the first day that the date may mean, 2014-07-02 → 2014.498. */
export function toYears(date: KnownDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year + (dayOfYear(year, month, day) - 1) / daysInYear(year);
}

/** The years, with fraction, that the date covers: 0 for a day, about 1/12 for a month, 1 for a year. */
export function lengthInYears(date: KnownDate): number {
  if (precisionOf(date) === 'day') return 0;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return precisionOf(date) === 'year' ? 1 : daysInMonth(year, month) / daysInYear(year);
}

/** `4 Dec 2014`, `Dec 2014`, `2014`; in Chinese `2014 年 12 月 4 日`, `2014 年 12 月`, `2014 年`. */
export function formatDate(date: KnownDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  if (language === 'zh') return `${year} 年${month ? ` ${month} 月` : ''}${day ? ` ${day} 日` : ''}`;
  return [day, month && monthsEn[month - 1], year].filter(Boolean).join(' ');
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function dayOfYear(year: number, month: number, day: number): number {
  let days = day;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return days;
}
