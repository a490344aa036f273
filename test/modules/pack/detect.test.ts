import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Runs what `npm run detect` runs, without npm and its own lines on stderr. */
async function detect(input: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'modules/pack/detect.ts'], { cwd: root });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([readAll(child.stdout), readAll(child.stderr), ended]);
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; matches: { term: string; start: number; end: number }[] });
  return { answers, errors: stderr.split('\n').filter(Boolean), code };
}

const line = (record: object) => JSON.stringify(record);

describe('npm run detect', { timeout: 60_000 }, () => {
  const sentence = 'In 2014 Docker bought Fig and turned it into Compose.';

  it('answers each record in the order read, with UTF-16 offsets', async () => {
    const { answers, errors, code } = await detect(
      [
        line({ id: '1', text: sentence }),
        line({ id: 'emoji', lang: 'zh', text: '🐳用Docker部署容器' }),
        line({
          id: 'title',
          title: 'Kubernetes networking',
          url: 'https://example.com/',
          text: 'Each pod gets an IP address of its own in the cluster.',
        }),
        line({ id: 'none', text: 'A swarm of bees.' }),
        line({ id: 'every', text: 'Docker, Docker' }),
        // JSON lets these stand in a string; they end no line
        line({ id: 'separator', text: 'a\u2028Docker\u2029b' }),
        line({ id: '', text: '' }),
      ].join('\n'),
    );
    expect(answers).toEqual([
      {
        id: '1',
        matches: [
          { term: 'docker', start: 8, end: 14 },
          { term: 'fig', start: 22, end: 25 },
          { term: 'compose', start: 45, end: 52 },
        ],
      },
      {
        id: 'emoji',
        matches: [
          { term: 'docker', start: 3, end: 9 },
          { term: 'container', start: 11, end: 13 },
        ],
      },
      { id: 'title', matches: [{ term: 'pod', start: 5, end: 8 }] },
      { id: 'none', matches: [] },
      {
        id: 'every',
        matches: [
          { term: 'docker', start: 0, end: 6 },
          { term: 'docker', start: 8, end: 14 },
        ],
      },
      { id: 'separator', matches: [{ term: 'docker', start: 2, end: 8 }] },
      { id: '', matches: [] },
    ]);
    expect(errors).toEqual([]);
    expect(code).toBe(0);
  });

  it('names each line that is no record, goes on with the others, and ends with 2', async () => {
    const { answers, errors, code } = await detect(
      `${[line({ id: 'first', text: sentence }), '{"id": "cut', '', line({ id: 4, text: 'x' }), line({ id: '5' }), 'null', '[]', line({ id: '8', text: 'x', lang: 7 }), line({ id: 'last', text: 'Docker' })].join('\r\n')}\r\n`,
    );
    expect(answers.map(({ id, matches }) => [id, matches.length])).toEqual([
      ['first', 3],
      ['last', 1],
    ]);
    const record = 'not a record {id, lang?, title?, url?, text}';
    expect(errors).toEqual([
      `line 2: ${record}: it is not JSON`,
      `line 4: ${record}: id must be a string`,
      expect.stringMatching(/^line 5: .*text/i),
      `line 6: ${record}: it is not an object`,
      `line 7: ${record}: it is not an object`,
      `line 8: ${record}: lang must be a string`,
    ]);
    expect(code).toBe(2);
  });
});
