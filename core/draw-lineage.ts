import type { KnownDate } from './dates';
import type { Descent, Kin } from './find-kin';

/** A term of the figure: its row, where its line begins and ends, and whom it came from. */
interface LineageRow {
  term: string;
  year: string;
  /** in per cent of the width */
  x: number;
  endX: number;
  /** its line ends by bending into another one */
  isHandedOver: boolean;
  /** the family it belongs to; rows of one family follow each other */
  family: number;
  from: { term: string; how: Descent }[];
}

/** Where the line of an elder goes over into that of a younger one. */
interface LineageJoin {
  from: number;
  to: number;
  x: number;
  how: Descent;
}

interface LineageDrawing {
  rows: LineageRow[];
  joins: LineageJoin[];
  /** every year in which something begins or goes over has a column of one width; `isAfterGap`: years before it are left out */
  columns: { year: number; x: number; isAfterGap: boolean }[];
}

const margin = 1.5;
/** the least that a line is long, in per cent of the width: a name alone would hang in the air */
const stub = 4;
/** how far it goes on after what it took in, in per cent of the width */
const tail = 2;

/** The families that the told terms belong to, each in order of time; undefined where none of them came from another. */
export function drawLineage({
  kin,
  began,
  told,
}: {
  kin: readonly Kin[];
  began: ReadonlyMap<string, KnownDate>;
  told: ReadonlySet<string>;
}): LineageDrawing | undefined {
  const near = kin.flatMap((edge) => {
    const [elder, younger] = [began.get(edge.elder), began.get(edge.younger)];
    if (!elder || !younger || !(told.has(edge.elder) || told.has(edge.younger))) return [];
    return [{ ...edge, at: latest([edge.date, elder, younger]) }];
  });
  if (near.length === 0) return undefined;
  const families = groupFamilies(near, began);
  const ids = families.flat();
  const dateOf = (id: string) => began.get(id) as KnownDate;
  const years = [...new Set([...ids.map(dateOf), ...near.map(({ at }) => at)].map((date) => Number(date.slice(0, 4))))].sort(
    (a, b) => a - b,
  );
  const width = (100 - 2 * margin) / years.length;
  const toX = (date: KnownDate) => round(margin + (years.indexOf(Number(date.slice(0, 4))) + partOfYear(date)) * width);
  const joins = near.map(({ elder, younger, how, at }) => ({ from: ids.indexOf(elder), to: ids.indexOf(younger), x: toX(at), how }));
  return {
    columns: years.map((year, n) => ({
      year,
      x: round(margin + n * width),
      isAfterGap: n > 0 && year - (years[n - 1] ?? year) > 1,
    })),
    joins,
    rows: ids.map((term, row) => {
      const x = toX(dateOf(term));
      const last = (way: 'from' | 'to') => Math.max(0, ...joins.filter((join) => join[way] === row).map((join) => join.x));
      const alone = Math.max(x + stub, last('to') + tail);
      return {
        term,
        year: dateOf(term).slice(0, 4),
        x,
        endX: round(Math.min(100, Math.max(alone, last('from')))),
        isHandedOver: last('from') >= alone,
        family: families.findIndex((family) => family.includes(term)),
        from: near.filter(({ younger }) => younger === term).map(({ elder, how }) => ({ term: elder, how })),
      };
    }),
  };
}

/** Terms that hang together, the family that began first at the top. */
function groupFamilies(edges: readonly Kin[], began: ReadonlyMap<string, KnownDate>): string[][] {
  const families: Set<string>[] = [];
  for (const { elder, younger } of edges) {
    const met = families.filter((family) => family.has(elder) || family.has(younger));
    const joined = new Set([elder, younger, ...met.flatMap((family) => [...family])]);
    for (const family of met) families.splice(families.indexOf(family), 1);
    families.push(joined);
  }
  const byDate = (a: string, b: string) => orderOf(began.get(a)) - orderOf(began.get(b)) || (a < b ? -1 : 1);
  return families.map((family) => [...family].sort(byDate)).sort(([a = ''], [b = '']) => byDate(a, b));
}

function latest(dates: readonly (KnownDate | undefined)[]): KnownDate {
  return dates.filter((date) => date !== undefined).reduce((a, b) => (orderOf(b) > orderOf(a) ? b : a));
}

function orderOf(date: KnownDate | undefined): number {
  return date === undefined ? 0 : Number(date.slice(0, 4)) + partOfYear(date);
}

/** 0 to 1; a date that is known to the month or year only lies in the middle of it. */
function partOfYear(date: KnownDate): number {
  const [, month, day] = date.split('-').map(Number);
  if (month === undefined) return 0.5;
  return (month - 1 + (day === undefined ? 0.5 : (day - 1) / 31)) / 12;
}

const round = (x: number) => Math.round(x * 100) / 100;
