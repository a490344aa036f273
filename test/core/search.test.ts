import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../core/search';
import { readData } from '../../modules/pack/read-data';

const { pack } = readData(join(import.meta.dirname, '../../data'));
const search = createSearch(pack);

describe('findTerm', () => {
  it.each([
    ['Kubernets', 'kubernetes'],
    ['dokcer', 'docker'],
    ['Docker', 'docker'],
    [' docker\n', 'docker'],
    ['k8s', 'kubernetes'],
    ['CNCF', 'cncf'],
    ['docker-compose', 'compose'],
    ['Docker’s', 'docker'],
    ['容器编排', 'container-orchestration'],
    ['云原生计算基金会', 'cncf'],
    ['虚拟机', 'virtual-machine'],
  ])('%s is %s', (text, id) => {
    expect(search.findTerm(text)).toBe(id);
  });

  it.each(['', ' ', '\u00ad', 'zzzzqqqq'])('%j is none', (text) => {
    expect(search.findTerm(text)).toBeUndefined();
  });
});

describe('find', () => {
  it.each([
    ['Kubernets', 'kubernetes'],
    ['dokcer', 'docker'],
    ['k8s', 'kubernetes'],
    ['服务网格', 'service-mesh'],
    ['DotCloud', 'dotcloud'],
  ])('%s finds %s among the first three', (query, id) => {
    const first = search.find(query).slice(0, 3);
    expect(first.map((hit) => hit.id)).toContain(id);
  });

  it('puts the exact name first, with a score of 0 and once', () => {
    for (const term of pack.terms.slice(0, 10)) {
      const hits = search.find(term.name.en);
      expect(hits[0]?.score).toBe(0);
      expect(hits.filter((hit) => hit.id === hits[0]?.id)).toHaveLength(1);
    }
  });

  it('finds events by their titles in both languages', () => {
    for (const event of pack.events.filter(({ importance }) => importance === 3).slice(0, 6))
      for (const title of [event.title.en, event.title.zh])
        expect(search.find(title)[0], title).toMatchObject({ kind: 'event', id: event.id });
  });

  it('gives no more than is asked for, best first', () => {
    const hits = search.find('docker', 5);
    expect(hits).toHaveLength(5);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => a - b));
  });

  it('finds nothing for nothing', () => {
    expect(search.find('  ')).toEqual([]);
  });
});
