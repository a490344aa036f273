import { useSignal } from '@preact/signals';
import { Detail } from '../../components/Detail';
import type { TimelinePageProps } from '../../components/mount-timeline';
import { TimelineBar } from '../../components/TimelineBar';
import { TimelineHeader } from '../../components/TimelineHeader';
import { TimelineView } from '../../components/TimelineView';
import { useTimelineKeys } from '../../components/use-timeline-keys';
import { PageTerms } from './PageTerms';
import type { PageModel } from './page-model';
import { SiteFoot } from './SiteFoot';

export interface PopupProps extends TimelinePageProps {
  page: PageModel;
  nextTermKeys: readonly string[];
  onPanel: (place?: { chapter: number; paragraph: string }) => void;
  onTab: () => void;
  onOptions: () => void;
}

/** The full timeline in 800 by 600: the picture as wide as it goes, the details below the time axis; or the terms of the page. */
export function Popup({ model, page, today, language, words, notice, nextTermKeys, onLanguage, onPanel, onTab, onOptions }: PopupProps) {
  useTimelineKeys(model);
  const { isPage } = model;
  const order = useSignal<'as-written' | 'in-time'>('as-written');
  const { value: listed } = page.state;
  const showTerm = (id: string) => {
    isPage.value = false;
    void model.chooseTerm(id);
  };
  return (
    <>
      <TimelineHeader {...{ model, language, words, onLanguage, onTab, onOptions }} onPanel={() => onPanel()} />
      <main class={isPage.value ? 'of-page' : ''}>
        <TimelineBar
          model={model}
          naming="number"
          page={{
            isOpen: isPage.value,
            count: listed.kind === 'loading' ? 'to-come' : listed.kind === 'listed' ? listed.terms.length : undefined,
          }}
          onPage={(open) => (isPage.value = open)}
          {...{ language, words }}
        >
          {listed.kind === 'listed' && (
            <span class="order">
              <span class="quiet small" id="order">
                {words.thisPage.order}
              </span>
              <fieldset class="segments" aria-labelledby="order">
                {(['as-written', 'in-time'] as const).map((one) => (
                  <button key={one} type="button" aria-pressed={order.value === one} onClick={() => (order.value = one)}>
                    {one === 'as-written' ? words.thisPage.asWritten : words.thisPage.inTime}
                  </button>
                ))}
              </fieldset>
            </span>
          )}
        </TimelineBar>
        {isPage.value ? (
          <PageTerms model={page} order={order.value} onTerm={showTerm} {...{ today, language, words }} />
        ) : (
          <>
            <TimelineView place="popup" {...{ model, today, language, words }} />
            <Detail model={model} naming="label" language={language} words={words} onChapter={onPanel} />
          </>
        )}
      </main>
      <footer>
        <SiteFoot model={page} words={words} />
        <span role="status">{notice || (page.refused.value && words.settingsFailed)}</span>
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
