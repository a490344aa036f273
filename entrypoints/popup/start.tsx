import { signal } from '@preact/signals';
import { mountTimeline, type TimelinePageProps } from '../../components/mount-timeline';
import { loadTimeline } from '../../platform/load-timeline';
import { sendMessage } from '../../platform/messages';
import { openPanel, preparePanel } from '../../platform/open-panel';
import { browserLanguage, findShortcut, openOptions, openOwnPage } from '../../platform/own-pages';
import { findOpenPage, readFrames, showMention } from '../../platform/page-in-tab';
import { loadSettings, saveSettings, watchSettings } from '../../platform/settings-store';
import { addSite, loadSites, removeSites, watchSites } from '../../platform/sites-store';
import { Popup } from './Popup';
import { createPageModel } from './page-model';

preparePanel();
const nextTermKeys = signal<readonly string[]>([]);
void findShortcut('next-term').then((keys) => (nextTermKeys.value = keys));

/** How long a page that is still being read is left alone, in ms. */
const rest = 250;
const page = createPageModel({
  findOpenPage,
  readFrames,
  showMention,
  explainPage: (question) => sendMessage('explainPage', question),
  loadSites,
  addSite,
  removeSites,
  watchSites,
  rest: () => new Promise((rested) => setTimeout(rested, rest)),
});
/** A page that opens beside the popup takes its place. */
const leave = (opening: Promise<unknown>) => void opening.then(() => window.close());

const Page = (props: TimelinePageProps) => (
  <Popup
    {...props}
    page={page}
    nextTermKeys={nextTermKeys.value}
    onPanel={(place) => void openPanel(place)}
    onTab={() => leave(openOwnPage(`timeline.html${props.model.hash.value}`))}
    onOptions={() => leave(openOptions())}
  />
);

const drawn = mountTimeline(Page, {
  hasPage: true,
  transport: {
    getTimeline: loadTimeline,
    getEventFacts: () => sendMessage('getEventFacts'),
    search: (question) => sendMessage('search', question),
    explain: (question) => sendMessage('explain', question),
  },
  browserLanguage: browserLanguage(),
  loadSettings,
  watchSettings,
  saveSettings,
});
void page.load(drawn);
