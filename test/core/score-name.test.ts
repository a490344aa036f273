import { describe, expect, it } from 'vitest';
import { createCandidateIndex } from '../../core/find-candidates';
import { createWordIndex } from '../../core/find-words';
import { scoreName } from '../../core/score-name';

it('kinds of fit come one after the other', () => {
  const scores = [
    scoreName('openshift', 'openshift'),
    scoreName('openshift', 'open shift'),
    scoreName('openshift origin', 'openshift'),
    scoreName('ibm buys red hat', 'ibm red hat'),
    scoreName('linux 内核', '内核'),
  ] as number[];
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(new Set(scores).size).toBe(scores.length);
});

it.each([
  ['docker', 'dokcer'],
  ['docker', ' '],
  ['red hat buys coreos', 'red cap'],
])('%s does not hold “%s”', (name, query) => {
  expect(scoreName(name, query)).toBeUndefined();
});

describe('createCandidateIndex', () => {
  const names = ['docker', 'docker compose', 'dotcloud', 'kubernetes', '容器编排', 'k8s'];
  const index = createCandidateIndex(names);
  it.each([
    ['dokcer', 'docker'],
    ['kubernets', 'kubernetes'],
    ['dot cloud', 'dotcloud'],
    ['编排', '容器编排'],
    ['k8', 'k8s'],
  ])('%s is nearest to %s, and asked again it still is', (query, nearest) => {
    expect(names[index.find(query, 3)[0] ?? -1]).toBe(nearest);
    expect(names[index.find(query, 3)[0] ?? -1]).toBe(nearest);
  });

  it('finds no more than asked for, and nothing for nothing in common', () => {
    expect(index.find('docker', 1)).toEqual([0]);
    expect(index.find('zzzz', 5)).toEqual([]);
    expect(createCandidateIndex([]).find('docker', 5)).toEqual([]);
  });
});

it('running text is found by its words, Han by pairs', () => {
  const index = createWordIndex(['james lewis and martin fowler define microservices', '谷歌发表 borg 论文', 'martin leaves']);
  expect(index.find('martin fowler', 5)).toEqual([{ at: 0, share: 1 }]);
  expect(index.find('论文', 5)).toEqual([{ at: 1, share: 1 }]);
  expect(index.find('文论', 5)).toEqual([]);
});
