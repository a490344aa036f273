import { type ComponentChild, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Detail } from '../../components/Detail';
import type { TimelinePageProps as PageProps } from '../../components/mount-timeline';
import { TimelineBar } from '../../components/TimelineBar';
import { TimelineHeader } from '../../components/TimelineHeader';
import { TimelineView } from '../../components/TimelineView';
import { useTimelineKeys } from '../../components/use-timeline-keys';
import { CopyCitation } from './CopyCitation';
import { composeScene } from './compose-scene';
import { ExportMenu } from './ExportMenu';
import { Overview } from './Overview';
import { PrintSheet } from './PrintSheet';

export interface TimelinePageProps extends PageProps {
  onPanel: (place?: { chapter: number; paragraph: string }) => void;
  onOptions: () => void;
}

/** The same timeline with room: longer labels, the details at the side, and all years at one scale below. */
export function TimelinePage({ model, today, language, words, notice, onLanguage, onPanel, onOptions }: TimelinePageProps) {
  useTimelineKeys(model);
  const compose = () => composeScene(model, { today, language, words });
  useEffect(
    () =>
      watchPrint(() => {
        const composed = compose();
        return composed && <PrintSheet {...{ model, composed, language, words }} />;
      }),
    [model, language],
  );
  const event = model.chosenEvent.value;
  const told = event && model.facts.value.kind === 'ready' ? model.facts.value.byId[event.id] : undefined;
  return (
    <>
      <TimelineHeader {...{ model, language, words, onLanguage, onOptions }} onPanel={() => onPanel()} />
      <main>
        <div class="stage">
          <TimelineBar model={model} naming="title" language={language} words={words} />
          <TimelineView place="tab" {...{ model, today, language, words }} />
          {model.view.value === 'picture' && <Overview model={model} today={today} words={words} />}
        </div>
        <div class="side">
          <Detail model={model} naming="title" language={language} words={words} onChapter={onPanel} />
          {event && told && <CopyCitation key={event.id} event={{ ...event, sources: told.sources }} language={language} words={words} />}
          <ExportMenu model={model} words={words} compose={compose} />
        </div>
      </main>
      <p class="notice" role="status">
        {notice}
      </p>
    </>
  );
}

/** Puts what goes onto paper beside the page for as long as it is printed: rendered at once, since the browser does not wait. */
function watchPrint(draw: () => ComponentChild): () => void {
  const paper = document.createElement('div');
  paper.className = 'paper';
  const begin = () => {
    document.body.append(paper);
    render(draw(), paper);
  };
  const end = () => {
    render(null, paper);
    paper.remove();
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    end();
  };
}
