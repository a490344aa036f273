import { describe, expect, it } from 'vitest';
import { writeCsv, writeJson } from '../../core/export-timeline';
import { createHistory } from '../../core/history';
import { gatherFacts, outlineTimeline } from '../../core/outline-timeline';
import { smallPack } from '../fixtures/small-pack';

const timeline = outlineTimeline(smallPack);
const request = { timeline, events: timeline.events, facts: gatherFacts(createHistory(smallPack)) };

describe('an export', () => {
  it('has every event that is shown with all that the pack says of it', () => {
    const { events } = JSON.parse(writeJson(request)) as { events: Record<string, unknown>[] };
    expect(events).toHaveLength(smallPack.events.length);
    for (const [at, event] of smallPack.events.entries())
      expect(events[at]).toMatchObject({
        id: event.id,
        date: event.date,
        title: event.title,
        significance: event.significance,
        sources: Object.values(event.sources).map(({ title, url }) => ({ title, url })),
        because: event.because.map(({ event: id, how }) => ({ event: id, how })),
      });
  });

  it('has only what passes the filters', () => {
    const some = { ...request, events: timeline.events.slice(0, 1) };
    expect(JSON.parse(writeJson(some)).events).toHaveLength(1);
    expect(writeCsv(some).trim().split('\r\n')).toHaveLength(2);
  });

  it('is a table that reads back, commas, quotes and line breaks included', () => {
    const [first] = timeline.events;
    const title = { en: 'Said "no", twice\nand again', zh: '甲，乙' };
    const text = writeCsv({ ...request, events: first ? [{ ...first, title }] : [] });
    expect(text.startsWith('\uFEFFid,date,title_en,title_zh,')).toBe(true);
    expect(readCsv(text)[1]?.slice(0, 4)).toEqual([first?.id, first?.date, title.en, title.zh]);
    expect(readCsv(text)[1]).toHaveLength(readCsv(text)[0]?.length ?? 0);
  });
});

/** RFC 4180, as a spreadsheet reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
