import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findDoubt } from '../../core/find-doubt';
import { readData } from '../../modules/pack/read-data';

const { pack } = readData(join(import.meta.dirname, '../../data'));

it('an everyday spelling may mean something else, or a neighbour that is called so too', () => {
  expect(findDoubt(pack, { text: ' Swarm ', term: 'swarm' })?.others).toContain('swarm-mode');
  expect(findDoubt(pack, { text: 'operator', term: 'operator' })).toBeDefined();
});

it('where case tells two spellings apart, the one as written counts', () => {
  expect(findDoubt(pack, { text: 'docker', term: 'docker' })).toBeDefined();
  expect(findDoubt(pack, { text: 'Docker', term: 'docker' })).toBeUndefined();
});

it('a spelling that can mean nothing else, or that is none, is not in doubt', () => {
  expect(findDoubt(pack, { text: 'Docker Swarm', term: 'swarm' })).toBeUndefined();
  expect(findDoubt(pack, { text: 'kubernets', term: 'kubernetes' })).toBeUndefined();
});
