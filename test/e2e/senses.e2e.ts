import { expect, it } from 'vitest';
import { openCard } from '../../modules/start/hover-mark';
import { readArticle } from '../../modules/start/read-article';
import { findCard, readHighlights, waitForCard } from '../../modules/start/read-page';
import { waitFor } from '../../modules/start/wait-for';
import { demoFolder, inEachBrowser } from './in-each-browser';

const page = (title: string, body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${body}`;
const swarm = 'Docker announced Swarm and Compose at DockerCon, and a Swarm manager places the containers on its nodes.';

inEachBrowser(
  (stage) => {
    /** Presses the button or summary of the open card whose text begins so. */
    async function press(tab: Awaited<ReturnType<typeof stage.openPage>>, text: string): Promise<void> {
      await waitFor(
        () =>
          stage.inClosedRoot(
            tab.mainFrame(),
            (root, start) => {
              const found = [...root.querySelectorAll<HTMLElement>('button, summary')].find((each) => each.textContent?.startsWith(start));
              found?.click();
              return found !== undefined;
            },
            text,
          ),
        { what: `the button “${text}”` },
      );
    }
    const showing = (tab: Parameters<typeof press>[0], text: string) =>
      waitFor(async () => (await findCard(stage, tab))?.text.includes(text), { what: `“${text}” on the card` });

    it('marks the names in the article, and none of the same words in their everyday sense', async () => {
      const tab = await stage.openPage(`${stage.server.url}/`);
      const texts = await readArticle(tab);
      expect(texts).toEqual(expect.arrayContaining(['Swarm', 'Docker Compose', 'Fig', 'Google', 'Borg', 'Omega', 'Red Hat']));
      for (const word of ['swarm', 'compose', 'fig']) expect(texts).not.toContain(word);
    });

    it('tells why a word is marked; “Not this Swarm” takes its marks away at once, undo and the options bring them back', async () => {
      const tab = await stage.openPage(`${stage.server.url}/swarm.html`);
      await openCard({ browser: stage, page: tab, text: 'Swarm' });
      await press(tab, 'Why here?');
      await showing(tab, 'Near: ');
      await press(tab, 'Not this Swarm');
      await showing(tab, 'What does “Swarm” mean here?');
      await press(tab, 'Not a term here');
      await showing(tab, 'not marked on this site any more');
      await waitFor(async () => !(await readHighlights(tab)).includes('Swarm'), { what: 'the marks to go' });
      expect(await readHighlights(tab)).toContain('Compose');
      await press(tab, 'Undo');
      await waitFor(async () => (await readHighlights(tab)).includes('Swarm'), { what: 'the marks to come back' });
      await press(tab, 'Not this Swarm');
      await press(tab, 'Not a term here');
      await waitFor(async () => !(await readHighlights(tab)).includes('Swarm'), { what: 'the marks to go again' });

      const other = await stage.openPage(`${stage.server.url}/swarm.html`);
      await waitFor(async () => (await readHighlights(other)).includes('Compose'), { what: 'marks on another page of the site' });
      expect(await readHighlights(other)).not.toContain('Swarm');
      const options = await stage.extensionPage('options.html');
      const listed = () => options.evaluate(() => document.querySelector('#senses')?.textContent ?? '');
      await waitFor(async () => /Docker Swarm.*127\.0\.0\.1.*Forget/.test(await listed()), { what: 'the choice in the options' });
      await options.evaluate(() => document.querySelector<HTMLElement>('#senses li button')?.click());
      await waitFor(async () => !(await listed()).includes('Forget'), { what: 'the choice to be gone' });
      await other.bringToFront();
      await waitFor(async () => (await readHighlights(other)).includes('Swarm'), { what: 'the marks on the open page' });
    });

    it('companies and ideas larger than this history are marked only where the page speaks of it', async () => {
      const tab = await stage.openPage(`${stage.server.url}/companies.html`);
      await waitFor(async () => (await readHighlights(tab)).includes('Kubernetes'), { what: 'a mark' });
      expect(await readHighlights(tab)).toEqual(expect.arrayContaining(['Google', 'IBM', 'Red Hat']));
      await tab.goto(`${stage.server.url}/business.html`);
      await tab.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: 'And then came etcd.' })));
      await waitFor(async () => (await readHighlights(tab)).includes('etcd'), { what: 'a mark on the added text' });
      expect(await readHighlights(tab)).toEqual(['etcd']);
    });

    it('a selected word that may be two things opens the card with both, and says why it is not marked', async () => {
      const tab = await stage.openPage(`${stage.server.url}/cpp.html`);
      const lookUp = async () => {
        await tab.bringToFront();
        await tab.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('b') as Element));
        await waitFor(() => tab.evaluate(() => document.hasFocus()), { what: 'the focus' });
        await stage.runCommand('look-up-selection');
        return (await waitForCard(stage, tab)).text;
      };
      const text = await lookUp();
      expect(text).toContain('What does “operator” mean here?');
      expect(text).toContain('nothing else on the page is of this history');
      await press(tab, 'Kubernetes Operator');
      await showing(tab, 'Then');
      await tab.goto(`${stage.server.url}/cpp-in-pods.html`);
      await waitFor(async () => (await readHighlights(tab)).includes('Kubernetes'), { what: 'a mark' });
      expect(await lookUp()).toMatch(/What does “operator” mean here\?.*Against it, nearby: .*class/s);
    });
  },
  {
    serve: {
      folder: demoFolder,
      pages: {
        '/swarm.html': page('Docker at DockerCon', `<p>${swarm}</p>`),
        '/companies.html': page(
          'Kubernetes, ten years on',
          '<p>Google gave Kubernetes to the CNCF; Red Hat built OpenShift on it, and IBM bought Red Hat.</p>',
        ),
        '/business.html': page(
          'The week in court',
          '<p>Google lost in court on Monday, and Microsoft hired the same lawyers. Salesforce is on trial in spring, and so is Lyft for its drivers.</p>',
        ),
        '/cpp-in-pods.html': page(
          'Overloading',
          '<p>We test it on Kubernetes.</p><p>A member function may overload an <b>operator</b> of the class.</p>',
        ),
        '/cpp.html': page('Overloading', '<p>A member function may overload an <b>operator</b> of the class.</p>'),
      },
    },
  },
);
