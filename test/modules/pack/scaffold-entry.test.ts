import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readData } from '../../../modules/pack/read-data';
import { scaffoldEntry } from '../../../modules/pack/scaffold-entry';
import { smallFiles, writeSmallData } from '../../fixtures/small-data';

const removers: (() => void)[] = [];
afterEach(() => {
  for (const remove of removers.splice(0)) remove();
});

function small(): string {
  const { folder, remove } = writeSmallData();
  removers.push(remove);
  return folder;
}

const text = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('scaffoldEntry', () => {
  it('begins a term, and the checker names each field to fill', () => {
    const folder = small();
    expect(scaffoldEntry(folder, ['term', 'stove'])).toEqual({ kind: 'made', file: 'data/terms/stove.yaml', id: 'stove' });
    expect(text(folder, 'terms/stove.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\.\/schema\/term\.schema\.json\n/);
    expect(text(folder, 'terms/stove.yaml')).toContain('lane: # one of ovens\n');
    const { findings } = readData(folder);
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['data/terms/stove.yaml']));
    expect(new Set(findings.map(({ message }) => message))).toEqual(new Set(['is empty']));
    const lines = text(folder, 'terms/stove.yaml').split('\n');
    for (const { line, field } of findings)
      expect(lines[line - 1], field).toContain(field.includes('[') ? '-' : (field.split(/, |\./).at(-1) ?? ''));
    for (const field of [
      'kind',
      'lane',
      'name.en',
      'identity.zh',
      'surfaces[0]',
      'began.date',
      'then.en',
      'now.source',
      'sources.my-source.url',
    ])
      expect(findings.map((finding) => finding.field)).toContain(`stove, ${field}`);
  });

  it('begins an event in the file of its year, after what is there', () => {
    const folder = small();
    expect(scaffoldEntry(folder, ['event', '2010', 'bricks'])).toEqual({ kind: 'made', file: 'data/events/2010.yaml', id: 'e2010-bricks' });
    const written = text(folder, 'events/2010.yaml');
    expect(written.startsWith(smallFiles['events/2010.yaml'] ?? '-')).toBe(true);
    const { findings, pack } = readData(folder);
    expect(pack.events.map(({ id }) => id)).toContain('e2010-kiln');
    expect(findings.length).toBeGreaterThan(10);
    expect(findings.every(({ field, message }) => field.startsWith('e2010-bricks, ') && message === 'is empty')).toBe(true);
  });

  it('begins a year that has no file yet, with the hint for editors', () => {
    const folder = small();
    scaffoldEntry(folder, ['event', '1999', 'bricks']);
    expect(text(folder, 'events/1999.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schema\/events\.schema\.json\n- id: e1999-bricks\n/,
    );
  });

  it('takes an id with its year for what it is', () => {
    expect(scaffoldEntry(small(), ['event', '1999', 'e1999-bricks'])).toMatchObject({ id: 'e1999-bricks' });
  });

  it('makes a term that is in order once it is filled in', () => {
    const folder = small();
    scaffoldEntry(folder, ['event', '2012', 'fire']);
    const filled = text(folder, 'events/2012.yaml')
      .replace(/date: #.*/, 'date: 2012-07')
      .replace(/(title|label|significance): #.*\n {4}en:\n {4}zh:/g, '$1:\n    en: Fire\n    zh: 火')
      .replace(/terms: \[\] #.*/, 'terms: [kiln]')
      .replace(/chapter: #.*/, "chapter: '1'")
      .replace(/lane: #.*/, 'lane: ovens')
      .replace(/kind: #.*/, 'kind: release')
      .replace(/importance: #.*/, 'importance: 1')
      .replace(/source: \[\] #.*/, 'source: [my-source]')
      .replace(/title: # who.*/, 'title: A book')
      .replace(/url: #.*/, 'url: https://example.com');
    const { folder: done, remove } = writeSmallData({ 'events/2012.yaml': filled });
    removers.push(remove);
    expect(readData(done).findings).toEqual([]);
    expect(readData(done).pack.events.map(({ id }) => id)).toContain('e2012-fire');
  });

  it.each([
    ['a term that is there', ['term', 'kiln'], /data\/terms\/kiln\.yaml is there already/],
    ['an event that is there', ['event', '2010', 'kiln'], /e2010-kiln is in data\/events\/2010\.yaml already/],
    ['an id that is none', ['term', 'My Term'], /“My Term” cannot be an id/],
    ['an id that leads out of the folder', ['term', '../pack'], /cannot be an id/],
    ['a year that is none', ['event', '14', 'bricks'], /“14” is no year/],
    ['an event without a year', ['event', 'bricks'], /npm run new -- event 2014 my-slug/],
    ['anything else', ['chapter', '5'], /npm run new -- term my-id/],
    ['nothing', [], /npm run new -- term my-id/],
  ])('refuses %s, and writes nothing', (_, words, reason) => {
    const folder = small();
    expect(scaffoldEntry(folder, words)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
    for (const path of ['terms/kiln.yaml', 'events/2010.yaml', 'pack.yaml']) expect(text(folder, path)).toBe(smallFiles[path]);
  });

  it('refuses to add to a file that is no list', () => {
    const { folder, remove } = writeSmallData({ 'events/2010.yaml': 'id: x\n' });
    removers.push(remove);
    expect(scaffoldEntry(folder, ['event', '2010', 'bricks'])).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no list of events'),
    });
  });
});
