import { Detail } from '../../components/Detail';
import type { TimelinePageProps } from '../../components/mount-timeline';
import { TimelineBar } from '../../components/TimelineBar';
import { TimelineHeader } from '../../components/TimelineHeader';
import { TimelineView } from '../../components/TimelineView';
import { useTimelineKeys } from '../../components/use-timeline-keys';

export interface PopupProps extends TimelinePageProps {
  nextTermKeys: readonly string[];
  onPanel: (place?: { chapter: number; paragraph: string }) => void;
  onTab: () => void;
  onOptions: () => void;
}

/** The full timeline in 800 by 600: the picture as wide as it goes, the details below the time axis. */
export function Popup({ model, today, language, words, notice, nextTermKeys, onLanguage, onPanel, onTab, onOptions }: PopupProps) {
  useTimelineKeys(model);
  return (
    <>
      <TimelineHeader {...{ model, language, words, onLanguage, onTab, onOptions }} onPanel={() => onPanel()} />
      <main>
        <TimelineBar model={model} naming="number" language={language} words={words} />
        <TimelineView place="popup" {...{ model, today, language, words }} />
        <Detail model={model} naming="label" language={language} words={words} onChapter={onPanel} />
      </main>
      <footer>
        <span role="status">{notice}</span>
        {nextTermKeys.length > 0 && (
          <span class="keys">
            {words.nextTerm}{' '}
            {nextTermKeys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        )}
      </footer>
    </>
  );
}
