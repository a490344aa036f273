import type { Strings } from '../../core/strings/en';
import { numberOf } from './Contents';
import type { PanelProps } from './Panel';
import { Progress } from './Progress';
import { TypePanel } from './TypePanel';

/** Where the reader is, and how it is set. */
export function PanelHead({ model, look, onLanguage, words }: PanelProps & { words: Strings }) {
  const language = model.language.value;
  const chapter = model.chapter.value;
  const isBoth = look.look.value.languages === 'both';
  const choose = (setting: 'en' | 'zh-CN') => {
    look.change({ languages: 'one' });
    onLanguage(setting);
  };
  const title = chapter ? (chapter.number === 0 ? words.preface : chapter.title[language]) : words.contents;
  return (
    <header>
      <button
        type="button"
        class="icon-button"
        aria-label={words.contents}
        title={words.contents}
        aria-pressed={!chapter}
        onClick={() => (chapter ? model.show('contents') : model.goTo({ chapter: model.places.value.chapter ?? 1 }))}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5" />
        </svg>
      </button>
      <p class="where">
        <b>
          {chapter && chapter.number > 0 && <span class="numeral">{numberOf(chapter.number, language)}</span>}
          {title}
        </b>
      </p>
      <fieldset class="segments" aria-label={words.language}>
        <button type="button" lang="zh-Hans" aria-pressed={!isBoth && language === 'zh'} onClick={() => choose('zh-CN')}>
          中文
        </button>
        <button type="button" lang="en" title="English" aria-pressed={!isBoth && language === 'en'} onClick={() => choose('en')}>
          EN
        </button>
        <button type="button" title={words.sideBySide} aria-pressed={isBoth} onClick={() => look.change({ languages: 'both' })}>
          {words.both}
        </button>
      </fieldset>
      <TypePanel look={look} words={words} />
      <Progress model={model} words={words} />
    </header>
  );
}
