import { measureLook, type ReaderLook } from '../../core/reader-look';
import type { Settings } from '../../core/settings';

/** Sets ground, face and lengths on the root, where the style sheets read them. Without a ground of its own the text follows the theme. */
export function applyLook({ look, theme, root }: { look: ReaderLook; theme: Settings['theme']; root: HTMLElement }): void {
  const ground = look.ground === 'auto' ? theme : look.ground;
  if (ground === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = ground;
  root.dataset['face'] = look.face;
  for (const [name, length] of Object.entries(measureLook(look))) root.style.setProperty(name, length);
}

export function isDark({ dataset }: HTMLElement): boolean {
  const { theme } = dataset;
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}
