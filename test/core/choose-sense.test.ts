import { describe, expect, it } from 'vitest';
import { chooseSense } from '../../core/choose-sense';

const swarm = 5;
const choose = ({ word, unsure = true, sure = [] as number[] }: { word: string; unsure?: boolean; sure?: number[] }) =>
  chooseSense({ found: { term: swarm, start: 0, end: word.length, unsure }, word, page: { sureTerms: new Set(sure) } });

describe('chooseSense', () => {
  it('a spelling that can mean nothing else always is the term', () => {
    expect(choose({ word: 'Docker Swarm', unsure: false })).toEqual({ isTerm: true, confidence: 1, others: [] });
  });

  it('an everyday word is not, on a page that says nothing of the field', () => {
    expect(choose({ word: 'Swarm' })).toEqual({ isTerm: false, confidence: 0, others: [] });
    expect(choose({ word: '编排' }).isTerm).toBe(false);
  });

  it('one other term is enough for a capital and for Chinese, two are needed for a lower-case word', () => {
    expect(choose({ word: 'Swarm', sure: [1] })).toMatchObject({ isTerm: true, others: [1] });
    expect(choose({ word: '编排', sure: [1] }).isTerm).toBe(true);
    expect(choose({ word: 'swarm', sure: [1] }).isTerm).toBe(false);
    expect(choose({ word: 'swarm', sure: [1, 2] })).toMatchObject({ isTerm: true, others: [1, 2] });
  });

  it('a term does not speak for itself', () => {
    expect(choose({ word: 'Swarm', sure: [swarm] })).toMatchObject({ isTerm: false, others: [] });
    expect(choose({ word: 'swarm', sure: [swarm, 1] }).isTerm).toBe(false);
  });

  it('more evidence never turns yes to no, and makes it surer', () => {
    for (const word of ['Swarm', 'swarm']) {
      const answers = [[], [1], [1, 2], [1, 2, 3]].map((sure) => choose({ word, sure }));
      const sorted = [...answers].sort((a, b) => Number(a.isTerm) - Number(b.isTerm) || a.confidence - b.confidence);
      expect(answers).toEqual(sorted);
      for (const { confidence } of answers) expect(confidence).toBeLessThan(1);
    }
  });
});
