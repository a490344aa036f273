import '../../assets/tokens.css';
import '../../assets/parts.css';
import '../../assets/timeline.css';
import './popup.css';
import { signal } from '@preact/signals';
import { mountTimeline, type TimelinePageProps } from '../../components/mount-timeline';
import { loadTimeline } from '../../platform/load-timeline';
import { sendMessage } from '../../platform/messages';
import { openPanel, preparePanel } from '../../platform/open-panel';
import { browserLanguage, findShortcut, openOptions, openOwnPage } from '../../platform/own-pages';
import { loadSettings, saveSettings, watchSettings } from '../../platform/settings-store';
import { Popup } from './Popup';

preparePanel();
const nextTermKeys = signal<readonly string[]>([]);
void findShortcut('next-term').then((keys) => (nextTermKeys.value = keys));

/** A page that opens beside the popup takes its place. */
const leave = (opening: Promise<unknown>) => void opening.then(() => window.close());

const Page = (props: TimelinePageProps) => (
  <Popup
    {...props}
    nextTermKeys={nextTermKeys.value}
    onPanel={(place) => void openPanel(place)}
    onTab={() => leave(openOwnPage(`timeline.html${props.model.hash.value}`))}
    onOptions={() => leave(openOptions())}
  />
);

void mountTimeline(Page, {
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
