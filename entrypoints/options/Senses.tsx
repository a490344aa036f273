import type { Language } from '../../core/dates';
import type { FirstLook } from '../../core/first-look';
import { nameSite } from '../../core/sites';
import type { Strings } from '../../core/strings/en';
import type { Said, SensesModel } from './senses-model';

/** What the reader said of words on sites: the list, and a way out of it for each. */
export function Senses({
  model,
  looks,
  language,
  words,
}: {
  model: SensesModel;
  looks: readonly FirstLook[];
  language: Language;
  words: Strings;
}) {
  const { senses } = words;
  const outcome = model.outcome.value;
  const nameOf = ({ term }: Said) => looks.find(({ id }) => id === term)?.name[language] ?? term;
  const siteNameOf = ({ site }: Said) => (site.startsWith('file:') ? words.sites.local : nameSite(site));
  return (
    <section id="senses">
      <h2>{senses.title}</h2>
      <p class="quiet small">{senses.lead}</p>
      {model.said.value.length > 0 ? (
        <ul class="box">
          {model.said.value.map((said) => (
            <li key={`${said.site} ${said.term}`}>
              <span>
                <b>{nameOf(said)}</b> · {siteNameOf(said)} · {senses.verdicts[said.verdict]}
              </span>
              <button
                type="button"
                class="link-button"
                aria-label={senses.forgetOf(nameOf(said), siteNameOf(said))}
                onClick={() => void model.forget(said)}
              >
                {senses.forget}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="none">{senses.none}</p>
      )}
      <p class={outcome?.kind === 'unkept' ? 'said problem' : 'said'} role="status">
        {outcome?.kind === 'unkept' && words.settingsFailed}
        {outcome?.kind === 'forgotten' && senses.forgotten(nameOf(outcome.said), siteNameOf(outcome.said))}
      </p>
    </section>
  );
}
