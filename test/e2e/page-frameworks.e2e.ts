import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { ReactApp } from '../fixtures/frameworks/react-app';
import { htmlPage } from '../fixtures/pages/html-page';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

function bundle(name: string): string {
  const entry = join(import.meta.dirname, '../fixtures/frameworks', name);
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"development"' },
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}

inEachBrowser(
  (stage) => {
    beforeAll(() => changeSettings(stage, { mentions: 'every' }));

    async function open(path: string) {
      const page = await stage.openPage('about:blank');
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(stage.server.url + path);
      return { page, errors };
    }

    it('React hydrates over the marks, keeps its nodes and goes on', async () => {
      const { page, errors } = await open('/react.html');
      const three = ['Docker', 'Docker', 'Docker', 'Docker', 'Kubernetes', 'Kubernetes', 'CNCF', 'CNCF'];
      await waitForMarks(page, three);
      const { recovered, isSame } = await page.evaluate(async () => {
        const nodes = [...document.querySelectorAll('#root *')];
        const recovered = await (window as unknown as { hydrate(): Promise<string[]> }).hydrate();
        return { recovered, isSame: nodes.every((node, at) => document.querySelectorAll('#root *')[at] === node) };
      });
      expect({ recovered, isSame }).toEqual({ recovered: [], isSame: true });
      await page.click('#more');
      await waitForMarks(page, ['Docker', 'Kubernetes', 'Kubernetes', 'Kubernetes', 'CNCF', 'CNCF']);
      await page.click('#more');
      await waitForMarks(page, [...three, 'Podman']);
      expect(errors).toEqual([]);
    });

    it('ProseMirror and CodeMirror are left alone', async () => {
      const { page, errors } = await open('/editors.html');
      await waitForMarks(page, ['Docker']);
      await page.evaluate(() => (window as unknown as { write(): void }).write());
      await waitForMarks(page, ['Docker']);
      const texts = await page.evaluate(() => (window as unknown as { texts(): string[] }).texts());
      expect(texts).toEqual([
        'CNCF, Docker and Kubernetes',
        'CNCF, Docker and Kubernetes',
        'Kubernetes docker run # Docker',
        'Kubernetes docker run # Docker',
      ]);
      expect(errors).toEqual([]);
    });

    it('Lit renders on in its shadow root, and the marks follow', async () => {
      const { page, errors } = await open('/lit.html');
      await waitForMarks(page, ['Docker', 'Docker', 'Docker', 'Kubernetes']);
      await page.evaluate(() => Object.assign(document.querySelector('lit-app') as Element, { name: 'CNCF', names: ['Podman'] }));
      await waitForMarks(page, ['CNCF', 'CNCF', 'Podman']);
      expect(errors).toEqual([]);
    });
  },
  {
    serve: {
      pages: {
        '/react.html': htmlPage(`<div id="root">${renderToString(createElement(ReactApp))}</div><script src="/react.js"></script>`),
        '/react.js': bundle('react-client.ts'),
        '/editors.html': htmlPage('<p>Docker</p><div id="prose"></div><div id="code"></div><script src="/editors.js"></script>'),
        '/editors.js': bundle('editors.ts'),
        '/lit.html': htmlPage('<lit-app></lit-app><script src="/lit.js"></script>'),
        '/lit.js': bundle('lit-app.ts'),
      },
    },
  },
);
