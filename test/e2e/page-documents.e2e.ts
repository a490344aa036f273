import { beforeAll, expect, it } from 'vitest';
import { readHighlights } from '../../modules/start/read-page';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';
import { waitForMarks } from './wait-for-marks';

/** Documents that are no HTML. A long text: the browser splits it into nodes of 64 kB, and a term may lie over the cut. */
const archive = `Docker\n\n${'some words of no matter '.repeat(40_000)}\n\nKubernetes`;

inEachBrowser(
  (stage) => {
    beforeAll(() => changeSettings(stage, { mentions: 'every' }));

    it('marks XHTML', async () => {
      const page = await stage.openPage(`${stage.server.url}/page.xhtml`);
      await waitForMarks(page, ['Docker', 'Kubernetes', 'CNCF']);
    });

    it('marks an SVG document', async () => {
      const page = await stage.openPage(`${stage.server.url}/drawing.svg`);
      await waitForMarks(page, ['Docker', 'Kubernetes']);
    });

    it('marks a plain text document', async () => {
      const page = await stage.openPage(`${stage.server.url}/archive.txt`);
      // a text of one block is near as a whole
      await waitForMarks(page, ['Docker', 'Kubernetes']);
    });

    it('marks an XML document that has a style', async () => {
      const page = await stage.openPage(`${stage.server.url}/styled.xml`);
      await waitForMarks(page, ['Docker', 'Kubernetes']);
    });

    it("leaves the browser's own view of XML alone, without an error", async () => {
      const page = await stage.openPage('about:blank');
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(`${stage.server.url}/data.xml`);
      await new Promise((later) => setTimeout(later, 800));
      expect(errors).toEqual([]);
      expect(await readHighlights(page)).toBeDefined();
    });
  },
  {
    serve: {
      pages: {
        '/page.xhtml':
          '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title></head><body><p>Docker and <b>Kuber</b>netes</p><div contenteditable="true">Docker</div><script type="text/plain">Docker</script><p><![CDATA[CNCF]]></p></body></html>',
        '/drawing.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="90"><title>CNCF</title><desc>CNCF</desc><text y="20">Docker</text><text y="50"><tspan>Kuber</tspan><tspan>netes</tspan></text></svg>',
        '/archive.txt': archive,
        '/styled.xml':
          '<?xml version="1.0"?><?xml-stylesheet href="list.css" type="text/css"?><list><item>Docker</item><item>Kubernetes</item></list>',
        '/list.css': 'item { display: block }',
        '/data.xml': '<?xml version="1.0"?><list><item>Docker</item></list>',
      },
    },
  },
);
