import { describe, expect, it } from 'vitest';
import { citeEvent } from '../../core/cite-event';
import type { KnownDate } from '../../core/dates';

const event = {
  id: 'e2014-kiln',
  date: '2014-06' as KnownDate,
  title: { en: 'Kiln 100% & more', zh: '窑' },
  sources: [
    { title: 'kiln/kiln: tag [v1]_a', url: 'https://kiln.example/v1_(a)' },
    { title: 'The press of the day', url: 'https://press.example/kiln' },
  ],
};

describe('a citation', () => {
  it('is one line of Markdown whose links survive brackets', () => {
    expect(citeEvent(event, 'Markdown', 'en')).toBe(
      'Kiln 100% & more (June 2014). Sources: [kiln/kiln: tag \\[v1\\]_a](<https://kiln.example/v1_(a)>), [The press of the day](<https://press.example/kiln>).',
    );
    expect(citeEvent(event, 'Markdown', 'zh')).toMatch(/^窑（2014 年 6 月）。来源：/);
  });

  it('is an entry a source in BibTeX, with the event and its date as precise as it is known', () => {
    const text = citeEvent(event, 'BibTeX', 'en');
    expect(text.match(/@online\{e2014-kiln-[12],/g)).toHaveLength(2);
    expect(text).toContain('eventtitle = {{Kiln 100\\% \\& more}}');
    expect(text).toContain('eventdate  = {2014-06}');
    expect(text).toContain('title      = {{kiln/kiln: tag [v1]\\_a}}');
    expect(text).toContain('url        = {https://kiln.example/v1_(a)}');
    expect([...text].filter((sign) => sign === '{')).toHaveLength([...text].filter((sign) => sign === '}').length);
  });

  it('is a list of items in CSL-JSON', () => {
    expect(JSON.parse(citeEvent({ ...event, sources: event.sources.slice(0, 1) }, 'CSL-JSON', 'zh'))).toEqual([
      {
        id: 'e2014-kiln',
        type: 'webpage',
        title: 'kiln/kiln: tag [v1]_a',
        URL: 'https://kiln.example/v1_(a)',
        'event-title': '窑',
        'event-date': { 'date-parts': [[2014, 6]] },
      },
    ]);
  });
});
