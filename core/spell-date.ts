import { formatDate, type KnownDate, type Language } from './dates';

const months = 'January February March April May June July August September October November December'.split(' ');

/** The date in full, for headings and for being read aloud: `4 December 2014`, `December 2014`, `2014`; Chinese as in `formatDate`. */
export function spellDate(date: KnownDate, language: Language): string {
  if (language === 'zh') return formatDate(date, language);
  const [year, month, day] = date.split('-').map(Number);
  return [day, month && months[month - 1], year].filter(Boolean).join(' ');
}

/** The name of a month (1 to 12) as the axis writes it: `Apr`, `4 月`. */
export function nameMonth(month: number, language: Language): string {
  return language === 'zh' ? `${month} 月` : (months[month - 1] ?? '').slice(0, 3);
}
