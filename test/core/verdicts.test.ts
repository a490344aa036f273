import { describe, expect, it } from 'vitest';
import type { SitePattern } from '../../core/sites';
import { readVerdicts, verdictsAt, withVerdict } from '../../core/verdicts';

const site = '*://news.example/*' as SitePattern;

describe('verdicts', () => {
  it('holds on the site that it was given for, by the place of the term', () => {
    const verdicts = withVerdict({}, { site, term: 'swarm', verdict: 'never' });
    const at = (url: string) => [...verdictsAt({ verdicts, url, ids: ['docker', 'swarm'] })];
    expect(at('https://news.example/a')).toEqual([[1, 'never']]);
    expect(at('https://other.example/a')).toEqual([]);
    expect(at('about:blank')).toEqual([]);
    expect([...verdictsAt({ verdicts, url: 'https://news.example/', ids: ['docker'] })]).toEqual([]);
  });

  it('is changed and taken back, and leaves nothing behind', () => {
    const one = withVerdict({}, { site, term: 'swarm', verdict: 'never' });
    const two = withVerdict(one, { site, term: 'fig', verdict: 'always' });
    expect(withVerdict(two, { site, term: 'swarm', verdict: 'always' })[site]).toEqual({ swarm: 'always', fig: 'always' });
    expect(withVerdict(two, { site, term: 'fig', verdict: undefined })).toEqual(one);
    expect(withVerdict(one, { site, term: 'swarm', verdict: undefined })).toEqual({});
  });

  it.each([undefined, null, 7, 'swarm', [], { 'news.example': 3 }, { '': { swarm: 'never' } }, { 'news.example': { swarm: 'maybe' } }])(
    'reads %j as none',
    (stored) => {
      expect(readVerdicts(stored)).toEqual({});
    },
  );

  it('keeps what is whole beside what is broken', () => {
    expect(readVerdicts({ [site]: { swarm: 'never', fig: 1 }, '*': { pod: 'never' } })).toEqual({ [site]: { swarm: 'never' } });
  });
});
