import { describe, expect, it } from 'vitest';
import { suggestId } from '../../core/suggest-id';

const ids = ['kiln', 'kubernetes', 'swarm', 'swarm-mode', 'cri', 'cri-o'];

describe('suggestId', () => {
  it.each([
    ['klin', 'kiln'],
    ['kubernets', 'kubernetes'],
    ['kuberentes', 'kubernetes'],
    ['swarmmode', 'swarm-mode'],
    ['swarms', 'swarm'],
    ['crio', 'cri'],
  ])('%s is near %s', (wrong, id) => {
    expect(suggestId(wrong, ids)).toBe(` (did you mean “${id}”?)`);
  });

  it.each(['docker', '', 'x'])('%j is near nothing', (wrong) => {
    expect(suggestId(wrong, ids)).toBe('');
  });
});
