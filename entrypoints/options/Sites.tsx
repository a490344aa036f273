import { nameSite, type SitePattern } from '../../core/sites';
import type { Strings } from '../../core/strings/en';
import type { SitesModel } from './sites-model';

/** Where nothing is marked: the list, a way out of it for each, and a way in. */
export function Sites({ model, words }: { model: SitesModel; words: Strings }) {
  const outcome = model.outcome.value;
  const isRefused = outcome?.kind === 'refused';
  const nameOf = (pattern: SitePattern) => (pattern.startsWith('file:') ? words.sites.local : nameSite(pattern));
  return (
    <section id="sites">
      <h2>{words.sites.title}</h2>
      <p class="quiet small">{words.sites.lead}</p>
      {model.sites.value.length > 0 ? (
        <ul class="box">
          {model.sites.value.map((pattern) => (
            <li key={pattern}>
              <b>{nameOf(pattern)}</b>
              <button
                type="button"
                class="link-button"
                aria-label={words.sites.removeOf(nameOf(pattern))}
                onClick={() => void model.remove(pattern)}
              >
                {words.sites.remove}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="none">{words.sites.none}</p>
      )}
      <form
        class="acts"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void model.add();
        }}
      >
        <label class="field">
          <span class="sr">{words.sites.field}</span>
          <input
            id="site"
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            placeholder={words.sites.placeholder}
            aria-invalid={isRefused}
            aria-describedby="site-said"
            value={model.typed.value}
            onInput={(event) => (model.typed.value = event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {words.sites.add}
        </button>
      </form>
      <p id="site-said" class={isRefused || outcome?.kind === 'unkept' ? 'said problem' : 'said'} role="status">
        {outcome?.kind === 'refused' && words.sites.refused[outcome.why]}
        {outcome?.kind === 'unkept' && words.settingsFailed}
        {outcome && 'site' in outcome && words.sites[outcome.kind](outcome.site === 'file://' ? words.sites.local : outcome.site)}
      </p>
    </section>
  );
}
