import '../../assets/tokens.css';
import '../../assets/parts.css';
import '../../assets/timeline.css';
import './timeline-page.css';
import { mountTimeline, type TimelinePageProps } from '../../components/mount-timeline';
import { loadTimeline } from '../../platform/load-timeline';
import { sendMessage } from '../../platform/messages';
import { openPanel, preparePanel } from '../../platform/open-panel';
import { browserLanguage, openOptions } from '../../platform/own-pages';
import { loadSettings, saveSettings, watchSettings } from '../../platform/settings-store';
import { TimelinePage } from './TimelinePage';

preparePanel();

const Page = (props: TimelinePageProps) => (
  <TimelinePage {...props} onPanel={(place) => void openPanel(place)} onOptions={() => void openOptions()} />
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
