import type { TimelineModel } from '../../components/timeline-model';
import { formatDate, type Language } from '../../core/dates';
import type { Strings } from '../../core/strings/en';
import type { Composition } from './compose-scene';
import { SceneDrawing } from './SceneDrawing';

export interface PrintSheetProps {
  model: TimelineModel;
  composed: Composition;
  language: Language;
  words: Strings;
}

/** What goes onto paper: the drawing on a page of its own, then every event that is shown, with what it meant and where that is from. */
export function PrintSheet({ model, composed, language, words }: PrintSheetProps) {
  const facts = model.facts.value.kind === 'ready' ? model.facts.value.byId : {};
  return (
    <>
      <SceneDrawing scene={composed.scene} label={composed.heading} font={composed.font} />
      <ol>
        {model.shown.value.map((event) => (
          <li key={event.id}>
            <h2>
              <time dateTime={event.date}>{formatDate(event.date, language)}</time> {event.title[language]}
            </h2>
            <p>{facts[event.id]?.significance[language]}</p>
            <p class="from">
              {words.sources}
              {words.colon}
              {facts[event.id]?.sources.map(({ title, url }) => (
                <span key={url}>
                  {title} <span class="url">{url}</span>{' '}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
