import { describe, expect, it } from 'vitest';
import { createScene } from '../../core/choose-sense';
import { createMatcher } from '../../core/find-terms';
import { tokenise } from '../../core/sense-features';
import { createSenseModel } from '../../core/sense-model';
import { packSenses, writeSenseTable } from '../../core/sense-table';
import { spellWhy } from '../../core/spell-why';
import { en } from '../../core/strings/en';
import { zh } from '../../core/strings/zh';
import { tellWhy, tellWhyNot } from '../../core/tell-why';

const matcher = createMatcher('docker\n?swarm\tdocker swarm\n?编排');
const model = createSenseModel(
  packSenses(
    writeSenseTable(
      new Map([
        ['w node', 1],
        ['l node', 1],
        ['w the', 3],
        ['w heavy', 4],
        ['w bees', -4],
        ['w kubernetes', 0.75],
        ['w 容器', 1],
        ['w 器集', 0.5],
        ['w 集群', 1],
        ['t clusters', 2],
        ['s page 1', 2],
      ]),
    ),
    ['docker', 'swarm', '编排'],
  ),
);

function question({ text, title = '', sure = [] as number[] }: { text: string; title?: string; sure?: number[] }) {
  const found = matcher.find(text);
  const hit = found.find((each) => each.unsure);
  if (!hit) throw new Error(`no everyday word in “${text}”`);
  const page = { title: tokenise(title), sureTerms: new Set(sure) };
  const reasons = model.explain({ ...createScene({ text, found }, model), ...page, found: hit });
  return { reasons, text, title, terms: sure };
}

const why = (asked: Parameters<typeof question>[0]) => tellWhy(question(asked));

describe('tellWhy', () => {
  it('names the words that spoke for it, weightiest first, as they stand in the text', () => {
    expect(why({ text: 'Kubernetes, the bees and a swarm Node' })).toEqual({
      kind: 'evidence',
      near: ['Node', 'Kubernetes'],
      title: [],
      terms: [],
    });
  });

  it('leaves out what hardly counts beside the weightiest', () => {
    expect(why({ text: 'a swarm of Kubernetes' }).near).toEqual(['Kubernetes']);
    expect(why({ text: 'a swarm of Kubernetes, heavy' }).near).toEqual(['heavy']);
  });

  it('joins Han that hangs together', () => {
    expect(why({ text: '容器集群的编排' }).near).toEqual(['容器集群']);
  });

  it('names no half words of Han', () => {
    expect(why({ text: '通过使用集群，容器集群编排' }).near).toEqual(['容器', '集群']);
    expect(why({ text: '武器集市的编排' }).near).toEqual([]);
  });

  it('names the title’s words and the other terms of the page', () => {
    expect(why({ text: 'a swarm', title: 'Clusters', sure: [0] })).toMatchObject({ near: [], title: ['Clusters'], terms: [0] });
  });
});

describe('tellWhyNot', () => {
  it('names the words that spoke against it', () => {
    expect(tellWhyNot(question({ text: 'Kubernetes, the bees and a swarm' }))).toEqual({ kind: 'against', near: ['bees'] });
    expect(tellWhyNot(question({ text: 'a swarm Node' }))).toEqual({ kind: 'against', near: [] });
  });
});

describe('spellWhy', () => {
  const nameOf = (term: number) => ['Docker', 'Swarm'][term] ?? '';

  it('makes sentences of it in both languages', () => {
    const told = why({ text: 'a swarm node', title: 'Clusters', sure: [0] });
    expect(spellWhy({ why: told, nameOf, words: en })).toBe('Near: node. In the title: Clusters. Elsewhere on the page: Docker.');
    expect(spellWhy({ why: told, nameOf, words: zh })).toBe('附近有：node。标题里有：Clusters。本页还提到：Docker。');
  });

  it('says why a word is not marked', () => {
    const spell = (near: string[]) => spellWhy({ why: { kind: 'against', near }, nameOf, words: en });
    expect(spell(['bees', 'hive'])).toBe('Not marked here. Against it, nearby: bees, hive.');
    expect(spell([])).toBe(en.senses.thin);
    expect(spellWhy({ why: { kind: 'alone' }, nameOf, words: zh })).toBe(zh.senses.alone);
  });

  it('says so where no single sign stands out, where the spelling decides, and where the reader did', () => {
    expect(spellWhy({ why: { kind: 'evidence', near: [], title: [], terms: [] }, nameOf, words: en })).toBe(en.senses.faint);
    expect(spellWhy({ why: { kind: 'spelling' }, nameOf, words: en })).toBe(en.senses.spelling);
    expect(spellWhy({ why: { kind: 'reader' }, nameOf, words: zh })).toBe(zh.senses.reader);
  });
});
