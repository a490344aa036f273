import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readData } from '../../modules/pack/read-data';
import { createPackDetector } from '../../modules/senses/create-detector';

const { pack } = readData(join(import.meta.dirname, '../../data'));
const detect = createPackDetector(pack);
const terms = (passage: Parameters<typeof detect>[0]) => detect(passage).map(({ term }) => pack.terms[term]?.id);

describe('createDetector, with the weights that ship', () => {
  it.each([
    'A swarm of bees settled on the orchard wall.',
    'Please compose an email and attach the image.',
    'His rook took the pawn, and the flux of the game turned.',
    'see fig. 2 for the operator of the crane at the harbor',
    'The template argument of std::vector is a container of elements.',
    '这种电容器的容量很小，适合高频电路。',
    'In Krita, drag the layer docker to the left of the canvas.',
  ])('marks nothing in: %s', (text) => {
    expect(terms({ text })).toEqual([]);
  });

  it.each([
    ['In 2014 Docker bought Fig and turned it into Compose.', ['docker', 'fig', 'compose']],
    ['Install docker, then run docker ps.', ['docker', 'docker']],
    ['Deploy the pods with kubectl and watch the containers start.', ['pod', 'kubectl', 'container']],
    ['Docker 1.12 把 Swarm 放进引擎，容器编排一条命令就能用。', ['docker', 'swarm', 'container-orchestration']],
  ])('finds the terms in: %s', (text, expected) => {
    expect(terms({ text })).toEqual(expected);
  });

  it('takes evidence from title and address, and marks nothing there', () => {
    const text = 'Each pod gets an IP address of its own in the cluster.';
    expect(terms({ text, title: 'Kubernetes networking', url: 'https://kubernetes.io/docs/' })).toEqual(['pod']);
    expect(terms({ text })).toEqual([]);
  });
});
