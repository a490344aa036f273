import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';

/** 中文 or EN, each in its own language. */
export function LanguageSwitch({
  language,
  words,
  onLanguage,
}: {
  language: Language;
  words: Strings;
  onLanguage: (language: Language) => void;
}) {
  return (
    <fieldset class="segments" aria-label={words.language}>
      <button type="button" lang="zh-Hans" aria-pressed={language === 'zh'} onClick={() => onLanguage('zh')}>
        中文
      </button>
      <button type="button" lang="en" title="English" aria-pressed={language === 'en'} onClick={() => onLanguage('en')}>
        EN
      </button>
    </fieldset>
  );
}
