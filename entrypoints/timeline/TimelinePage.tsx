import { Detail } from '../../components/Detail';
import type { TimelinePageProps as PageProps } from '../../components/mount-timeline';
import { TimelineBar } from '../../components/TimelineBar';
import { TimelineHeader } from '../../components/TimelineHeader';
import { TimelineView } from '../../components/TimelineView';
import { useTimelineKeys } from '../../components/use-timeline-keys';
import { Overview } from './Overview';

export interface TimelinePageProps extends PageProps {
  onPanel: (place?: { chapter: number; paragraph: string }) => void;
  onOptions: () => void;
}

/** The same timeline with room: longer labels, the details at the side, and all years at one scale below. */
export function TimelinePage({ model, today, language, words, notice, onLanguage, onPanel, onOptions }: TimelinePageProps) {
  useTimelineKeys(model);
  return (
    <>
      <TimelineHeader {...{ model, language, words, onLanguage, onOptions }} onPanel={() => onPanel()} />
      <main>
        <div class="stage">
          <TimelineBar model={model} naming="title" language={language} words={words} />
          <TimelineView place="tab" {...{ model, today, language, words }} />
          {model.view.value === 'picture' && <Overview model={model} today={today} words={words} />}
        </div>
        <Detail model={model} naming="title" language={language} words={words} onChapter={onPanel} />
      </main>
      <p class="notice" role="status">
        {notice}
      </p>
    </>
  );
}
