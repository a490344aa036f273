import { type KnownDate, type Precision, precisionOf, spanOf } from './dates';

/** How far apart two dates are, no more precisely than the less precise of them allows. `count` 0: the same day, month or year. */
export interface Distance {
  count: number;
  unit: 'day' | 'week' | 'month' | 'year';
}

const dayLength = 86_400_000;

/** From `earlier` to `later`; negative counts where they are the other way round. Weeks from 14 days on, months from 9 weeks, years from 24 months. */
export function measureTime(earlier: KnownDate, later: KnownDate): Distance {
  const coarse = coarser(precisionOf(earlier), precisionOf(later));
  const [fromYear = 0, fromMonth = 1] = earlier.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = later.split('-').map(Number);
  if (coarse === 'year') return { count: toYear - fromYear, unit: 'year' };
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  if (coarse === 'month') return inMonths(months);
  const days = Math.round((Date.parse(spanOf(later).first) - Date.parse(spanOf(earlier).first)) / dayLength);
  const size = Math.abs(days);
  if (size < 14) return { count: days, unit: 'day' };
  if (size < 63) return { count: Math.round(days / 7), unit: 'week' };
  return inMonths(Math.round(days / 30.44));
}

function inMonths(months: number): Distance {
  return Math.abs(months) < 24 ? { count: months, unit: 'month' } : { count: Math.round(months / 12), unit: 'year' };
}

function coarser(a: Precision, b: Precision): Precision {
  const order: Precision[] = ['year', 'month', 'day'];
  return order[Math.min(order.indexOf(a), order.indexOf(b))] ?? 'year';
}
