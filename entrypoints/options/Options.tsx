import { BrandMark } from '../../components/BrandMark';
import type { FirstLook } from '../../core/first-look';
import type { Settings } from '../../core/settings';
import { chooseStrings } from '../../core/strings/choose-strings';
import { Dwell } from './Dwell';
import { Keys } from './Keys';
import { MarkStyles } from './MarkStyles';
import type { OptionsModel } from './model';
import { Segments } from './Segments';
import { Senses } from './Senses';
import { Sites } from './Sites';
import type { SensesModel } from './senses-model';
import type { SitesModel } from './sites-model';

export interface OptionsProps {
  model: OptionsModel;
  sites: SitesModel;
  senses: SensesModel;
  looks: readonly FirstLook[];
  /** command → its keys, in the manifest's order */
  keys: ReadonlyMap<string, readonly string[]>;
}

/** The settings that exist, in one column; each change is kept at once, and the page says so beside it. */
export function Options({ model, sites, senses, looks, keys }: OptionsProps) {
  const words = chooseStrings(model.language.value);
  const { choices } = words;
  const settings = model.settings.value;
  const { language, mentions, dwell, theme } = settings;
  const outcome = model.outcome.value;
  const broken = model.broken.value;
  const said = (field: keyof Settings) => (
    <span class={`said${outcome?.field === field && outcome.kind === 'refused' ? ' problem' : ''}`} role="status">
      {outcome?.field === field && (outcome.kind === 'kept' ? words.settingsSaved : words.settingsFailed)}
    </span>
  );
  const names: Record<keyof Settings, string> = {
    language: choices.language,
    mentions: choices.mentions,
    markStyle: choices.markStyle,
    dwell: choices.dwell,
    theme: choices.theme,
  };
  return (
    <div class="frame">
      <nav aria-label={words.optionsTitle}>
        <BrandMark name={words.product} />
        <a href="#marks">{choices.marks}</a>
        <a href="#cards">{choices.cards}</a>
        <a href="#language">{choices.language}</a>
        <a href="#sites">{words.sites.title}</a>
        <a href="#senses">{words.senses.title}</a>
        {keys.size > 0 && <a href="#keys">{choices.keys}</a>}
      </nav>
      <main>
        <h1>{words.optionsTitle}</h1>
        <p class="quiet">{choices.travels}</p>
        {broken.length > 0 && (
          <p class="broken" role="status">
            {choices.broken(broken.map((field) => names[field]).join(words.comma))}
          </p>
        )}
        <section id="marks">
          <h2>{choices.marks}</h2>
          <MarkStyles
            settings={settings}
            words={words}
            said={said('markStyle')}
            onStyle={(style) => void model.change('markStyle', style)}
          />
          <Segments
            name="mentions"
            title={choices.mentions}
            help={words.mentionsHelp}
            value={mentions}
            said={said('mentions')}
            onValue={(value) => void model.change('mentions', value)}
            options={[
              { value: 'first', label: words.mentionsFirst },
              { value: 'every', label: words.mentionsEvery },
            ]}
          />
        </section>
        <section id="cards">
          <h2>{choices.cards}</h2>
          <Dwell value={dwell} words={words} said={said('dwell')} onValue={(ms) => void model.change('dwell', ms)} />
          <Segments
            name="theme"
            title={choices.theme}
            help={choices.themeHelp}
            value={theme}
            said={said('theme')}
            onValue={(value) => void model.change('theme', value)}
            options={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: choices.themes[value] }))}
          />
        </section>
        <section id="language">
          <h2>{choices.language}</h2>
          <Segments
            name="language"
            title={choices.languageLabel}
            value={language}
            said={said('language')}
            onValue={(value) => void model.change('language', value)}
            options={[
              { value: 'auto', label: choices.languages },
              { value: 'zh-CN', label: '中文', lang: 'zh-Hans' },
              { value: 'en', label: 'English', lang: 'en' },
            ]}
          />
        </section>
        <Sites model={sites} words={words} />
        <Senses model={senses} looks={looks} language={model.language.value} words={words} />
        <Keys keys={keys} words={words} />
      </main>
    </div>
  );
}
