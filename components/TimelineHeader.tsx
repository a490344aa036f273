import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import { BrandMark } from './BrandMark';
import { focusDetail } from './focus-detail';
import { Icon } from './Icon';
import { LanguageSwitch } from './LanguageSwitch';
import { SearchField } from './SearchField';
import type { TimelineModel } from './timeline-model';

export interface TimelineHeaderProps {
  model: TimelineModel;
  language: Language;
  words: Strings;
  onLanguage: (language: Language) => void;
  onPanel: () => void;
  /** absent on the whole tab itself */
  onTab?: (() => void) | undefined;
  onOptions: () => void;
}

/** Name, search, language, and the ways to the other places. */
export function TimelineHeader({ model, language, words, onLanguage, onPanel, onTab, onOptions }: TimelineHeaderProps) {
  return (
    <header>
      <h1>
        <BrandMark name={words.product} />
      </h1>
      <SearchField model={model} language={language} words={words} onChosen={focusDetail} />
      <LanguageSwitch language={language} words={words} onLanguage={onLanguage} />
      <span class="tools">
        <button type="button" class="icon-button" aria-label={words.readInPanel} title={words.readInPanel} onClick={onPanel}>
          <Icon name="panel" />
        </button>
        {onTab && (
          <button type="button" class="icon-button" aria-label={words.openTab} title={words.openTab} onClick={onTab}>
            <Icon name="tab" />
          </button>
        )}
        <button type="button" class="icon-button" aria-label={words.options} title={words.options} onClick={onOptions}>
          <Icon name="gear" />
        </button>
      </span>
    </header>
  );
}
