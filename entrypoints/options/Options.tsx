import { BrandMark } from '../../components/BrandMark';
import type { Settings } from '../../core/settings';
import { chooseStrings } from '../../core/strings/choose-strings';
import { Choice } from './Choice';
import { MarkSample } from './MarkSample';
import type { OptionsModel } from './model';

/** The settings that exist; each change is kept at once, and the page says so. */
export function Options({ model }: { model: OptionsModel }) {
  const words = chooseStrings(model.language.value);
  const { language, mentions } = model.settings.value;
  const outcome = model.outcome.value;
  const said = (field: keyof Settings) =>
    outcome?.field !== field ? '' : outcome.kind === 'kept' ? words.settingsSaved : words.settingsFailed;
  return (
    <main>
      <BrandMark name={words.product} />
      <h1>{words.optionsTitle}</h1>
      <p class="quiet">{words.optionsLead}</p>
      <Choice
        name="mentions"
        title={words.mentions}
        help={words.mentionsHelp}
        value={mentions}
        said={said('mentions')}
        onValue={(value) => void model.change('mentions', value)}
        options={[
          { value: 'first', label: words.mentionsFirst, sample: <MarkSample words={words} mentions="first" /> },
          { value: 'every', label: words.mentionsEvery, sample: <MarkSample words={words} mentions="every" /> },
        ]}
      />
      <Choice
        name="language"
        title={words.language}
        help={words.languageHelp}
        value={language}
        said={said('language')}
        onValue={(value) => void model.change('language', value)}
        options={[
          { value: 'auto', label: words.languageAuto },
          { value: 'zh-CN', label: '中文', lang: 'zh-Hans' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
    </main>
  );
}
