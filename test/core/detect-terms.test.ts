import { describe, expect, it } from 'vitest';
import { createDetector } from '../../core/detect-terms';
import { createMatcher } from '../../core/find-terms';

const detect = createDetector(createMatcher('docker\n?swarm\tdocker swarm\nkubernetes\tk8s'));
const terms = (passage: Parameters<typeof detect>[0]) => detect(passage).map(({ term }) => term);

describe('createDetector', () => {
  it('leaves an everyday word alone where nothing speaks of the field', () => {
    expect(terms({ text: 'A swarm of bees. The Swarm.' })).toEqual([]);
  });

  it('takes evidence from after the word as well as before it', () => {
    expect(terms({ text: 'Swarm came after Docker' })).toEqual([1, 0]);
    expect(terms({ text: 'Docker came before Swarm' })).toEqual([0, 1]);
  });

  it('takes evidence from the title and the address, and marks nothing there', () => {
    expect(terms({ text: 'Swarm', title: 'Docker, a history' })).toEqual([1]);
    expect(terms({ text: 'Swarm', url: 'https://example.com/docker/' })).toEqual([1]);
    expect(terms({ text: 'swarm', title: 'Docker', url: 'https://example.com/k8s' })).toEqual([1]);
    expect(terms({ text: 'bees', title: 'Docker' })).toEqual([]);
  });

  it('a sure spelling of a term says nothing of its unsure one', () => {
    expect(terms({ text: 'Docker Swarm, a Swarm' })).toEqual([1]);
  });
});
