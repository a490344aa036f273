import { it } from 'vitest';
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

  it('speaks Chinese when the reader chose it', async () => {
    await changeSettings(stage, { language: 'zh-CN' });
    const popup = await stage.openPopup();
    await waitFor(async () => (await textOf(popup, 'h1'))?.includes('小鲸鱼'), { what: 'the Chinese name' });
    await changeSettings(stage, { language: 'en' });
  });
});
