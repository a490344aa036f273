import { describe, expect, it } from 'vitest';
import { agree, agreement, chooseSense, createScene, scoreMentions, threshold } from '../../core/choose-sense';
import { createMatcher } from '../../core/find-terms';
import { tokenise } from '../../core/sense-features';
import { createSenseModel } from '../../core/sense-model';
import { packSenses, writeSenseTable } from '../../core/sense-table';

const matcher = createMatcher('docker\n?swarm\tdocker swarm');
const table = writeSenseTable(
  new Map([
    ['B swarm ', -1],
    ['w docker', 3],
    ['W swarm bees', -6],
    ['n node', 2],
    ['t docker', 2.5],
    ['s page 1', 2],
  ]),
);
const model = createSenseModel(packSenses(table, ['docker', 'swarm']));

function choose({ text, title = '', sure = [] as number[] }: { text: string; title?: string; sure?: number[] }) {
  const found = matcher.find(text);
  const scene = createScene({ text, found }, model);
  const page = { title: tokenise(title), sureTerms: new Set(sure) };
  return found.map((hit) => chooseSense({ found: hit, textScore: model.scoreText(scene, hit), page, model }));
}

describe('chooseSense', () => {
  it('a spelling that can mean nothing else always is the term', () => {
    expect(choose({ text: 'bees and Docker Swarm' })).toEqual([{ isTerm: true, confidence: 1 }]);
  });

  it('an everyday word is not, where nothing speaks for it', () => {
    expect(choose({ text: 'a swarm' })[0]?.isTerm).toBe(false);
  });

  it('is decided by the words around it, beside it, and by those that speak against it', () => {
    expect(choose({ text: 'swarm node of Docker' }).map(({ isTerm }) => isTerm)).toEqual([true, true]);
    expect(choose({ text: 'Docker: a swarm node of bees' }).map(({ isTerm }) => isTerm)).toEqual([true, false]);
  });

  it('what the page says adds to what the text says, and more of it never turns yes to no', () => {
    const confidences = [[], [0], [0, 7]].map((sure) => choose({ text: 'a swarm node', sure })[0]?.confidence ?? 0);
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    expect(confidences[2]).toBeGreaterThanOrEqual(threshold);
    expect(confidences[0]).toBeLessThan(threshold);
  });

  it('the other mentions of a term in the same text have their say', () => {
    const text = 'A swarm of bees. Docker: swarm node, swarm node.';
    const found = matcher.find(text);
    const scene = createScene({ text, found }, model);
    const alone = found.map((hit) => (hit.unsure ? model.scoreText(scene, hit) : 0));
    const [bees, , first, second] = scoreMentions({ text, found }, model) as [number, number, number, number];
    expect(first).toBeLessThan(alone[2] as number);
    expect(first).toBe(second);
    expect(bees).toBeCloseTo((1 - agreement) * (alone[0] as number) + agreement * (alone[2] as number), 9);
    expect(
      agree([
        { term: 1, score: 4 },
        { term: 2, score: -4 },
        { term: undefined, score: 9 },
      ]),
    ).toEqual([4, -4, 9]);
  });

  it('the reader’s own word decides', () => {
    const [hit] = matcher.find('bees and Docker Swarm');
    const decide = (verdict: 'never' | 'always') =>
      hit && chooseSense({ found: hit, textScore: 0, page: { title: [], sureTerms: new Set() }, model, verdict }).isTerm;
    expect([decide('never'), decide('always')]).toEqual([false, true]);
  });

  it('a term does not speak for itself', () => {
    expect(choose({ text: 'a swarm', sure: [1] })).toEqual(choose({ text: 'a swarm' }));
  });
});

describe('createSenseModel', () => {
  it('finds the weight of every word of the table, and of no other', () => {
    const words = Array.from({ length: 500 }, (_, n) => `w${(n * 7919) % 1000}`);
    const many = createSenseModel(packSenses(writeSenseTable(new Map(words.map((word, n) => [`w ${word}`, n + 1]))), []));
    for (const [n, word] of words.entries()) expect(many.sum('any', { w: [word] }), word).toBe(n + 1);
    for (const other of ['', '!', 'w', 'w0000', 'zebra', '容器']) expect(many.sum('any', { w: [other] }), other).toBe(0);
  });
});
