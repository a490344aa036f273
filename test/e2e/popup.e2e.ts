import { expect, it } from 'vitest';
import { waitFor } from '../../modules/start/wait-for';
import { changeSettings } from './change-settings';
import { inEachBrowser } from './in-each-browser';
import { textOf } from './text-of';

inEachBrowser((stage) => {
  it('shows the whole timeline', async () => {
    const popup = await stage.openPopup();
    await popup.click('#tab-list');
    await waitFor(() => popup.evaluate(() => document.querySelectorAll('.list [data-event]').length >= 40), { what: '40 events' });
  });

  it('searches through the worker, misspelt and in Chinese', async () => {
    const popup = await stage.openPopup();
    const firstHit = async () => (await textOf(popup, '[role=option]')) ?? '';
    for (const [query, answer] of [
      ['Kubernets', 'Kubernetes'],
      ['dokcer', 'Docker'],
      ['红帽', 'Red Hat'],
    ] as const) {
      await popup.fill('#search', query);
      await waitFor(async () => (await firstHit()).includes(answer), { what: `${answer} for ${query}` });
    }
  });

  it('searches after the worker was killed', async () => {
    const popup = await stage.openPopup();
    await popup.click('#tab-list');
    await waitFor(() => popup.evaluate(() => document.querySelectorAll('.list [data-event]').length >= 40), { what: '40 events' });
    await stage.killWorker();
    await popup.fill('#search', 'Heroku');
    await waitFor(async () => (await textOf(popup, '[role=option]'))?.includes('Heroku'), { what: 'an answer of the new worker' });
  });

  it('opens an event, and from it the paragraph in the side panel', async () => {
    const popup = await stage.openPopup();
    await popup.click('#tab-list');
    await popup.click('.list [data-event="e2014-docker-10"]');
    await waitFor(async () => (await textOf(popup, '#detail h2'))?.includes('Docker 1.0'), { what: 'the details' });
    await popup.click('#detail .refs .link-button');
    const panel = await stage.findSidePanel();
    await waitFor(async () => (await textOf(panel, '.stretch.lit .para'))?.includes('DockerCon'), { what: 'the paragraph' });
  });

  it('is walked by keys alone, with the rows of the page, and its view stands in the address', async () => {
    const page = await stage.openPage(`${stage.server.url}/`);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { textContent: 'Podman' })));
    await page.bringToFront();
    const popup = await stage.openPopup();
    await waitFor(() => popup.evaluate(() => Number(document.querySelector('#tab-page .count')?.textContent) > 20), { what: 'the count' });
    const focused = () =>
      popup.evaluate(() => {
        const { activeElement: element } = document;
        const row = element?.closest<HTMLElement>('li[data-term]')?.dataset['term'];
        return element === document.body || !element ? '' : row ? `${row} ${element.className}` : element.id || element.className;
      });
    const tabTo = async (wanted: string) => {
      const passed: string[] = [];
      while (passed.at(-1) !== wanted) {
        await popup.press('Tab');
        passed.push(await focused());
        if (passed.length > 250) throw new Error(`Tab never came to ${wanted}: ${passed.join(', ')}`);
      }
      return passed;
    };
    const view = (wanted: string) =>
      waitFor(() => popup.evaluate((hash) => location.hash === hash, wanted), { what: `the address “${wanted}”` });
    await tabTo('tab-picture');
    await popup.press('ArrowRight');
    await view('#view=page');
    expect(await focused()).toBe('tab-page');
    // the last word of the page: what comes before it has been read
    await waitFor(() => popup.evaluate(() => document.querySelector('.rows [data-term=podman]') !== null), { what: 'the last term' });
    const rows = (await popup.evaluate(() =>
      JSON.stringify([...document.querySelectorAll<HTMLElement>('.rows li')].map((row) => row.dataset['term'])),
    )) as string;
    const wanted = (JSON.parse(rows) as string[]).flatMap((term) => [`${term} name`, `${term} jump`]);
    const passed = await tabTo('switch');
    expect(passed.filter((one) => / (?:name|jump)$/.test(one))).toEqual(wanted);
    await tabTo('tab-page');
    const [first = ''] = wanted;
    await tabTo(first);
    await popup.press('Enter');
    await view(`#term=${first.split(' ')[0]}`);
    await popup.close();
    const back = await stage.extensionPage('popup.html#view=page');
    await waitFor(() => back.evaluate(() => document.querySelector('#tab-page')?.getAttribute('aria-selected') === 'true'), {
      what: 'the view of the page',
    });
  });

  it('speaks Chinese when the reader chose it', async () => {
    await changeSettings(stage, { language: 'zh-CN' });
    const popup = await stage.openPopup();
    await waitFor(async () => (await textOf(popup, 'h1'))?.includes('小鲸鱼'), { what: 'the Chinese name' });
    await changeSettings(stage, { language: 'en' });
  });
});
