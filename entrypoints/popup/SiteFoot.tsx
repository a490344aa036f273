import type { Strings } from '../../core/strings/en';
import type { PageModel } from './page-model';

/** Whether the site of the page is marked, and the switch for it; what cannot be switched says why. */
export function SiteFoot({ model, words }: { model: PageModel; words: Strings }) {
  const { value: site } = model.site;
  if (site.kind === 'none') return model.state.value.kind === 'closed' ? <span class="quiet">{words.sites.closed}</span> : <span />;
  const name = site.site === 'file://' ? words.sites.local : site.site;
  const label = site.isOn ? words.sites.marking(name) : words.sites.notMarking(name);
  const aside = site.isPrivate
    ? words.sites.isPrivate
    : !site.isOn && site.wider.length > 0
      ? words.sites.wider(site.wider.join(words.comma))
      : '';
  return (
    <span class="site">
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={site.isOn}
        aria-label={words.sites.marking(name)}
        {...(aside && { 'aria-describedby': 'site-aside' })}
        disabled={site.isPrivate}
        onClick={() => void model.turn(!site.isOn)}
      />
      <span class="site-name" title={name}>
        {label}
      </span>
      {aside && (
        <span class="quiet" id="site-aside">
          {aside}
        </span>
      )}
    </span>
  );
}
