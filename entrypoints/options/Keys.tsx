import type { Strings } from '../../core/strings/en';

/** The keys of the manifest's commands as the reader has them; nothing where a browser has none. */
export function Keys({ keys, words }: { keys: ReadonlyMap<string, readonly string[]>; words: Strings }) {
  if (keys.size === 0) return null;
  return (
    <section id="keys">
      <h2>{words.choices.keys}</h2>
      <p class="quiet small">{words.choices.keysHelp}</p>
      <ul class="box">
        {[...keys].map(([command, names]) => (
          <li key={command}>
            <span>{words.choices.keyOf[command] ?? command}</span>
            <span class="keys">{names.length > 0 ? names.map((name) => <kbd key={name}>{name}</kbd>) : words.choices.noKey}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
