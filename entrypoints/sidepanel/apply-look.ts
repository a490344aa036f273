import { measureLook, type ReaderLook } from '../../core/reader-look';

/** Sets ground, face and lengths on the root, where the style sheets read them. */
export function applyLook(look: ReaderLook, root: HTMLElement): void {
  if (look.ground === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = look.ground;
  root.dataset['face'] = look.face;
  for (const [name, length] of Object.entries(measureLook(look))) root.style.setProperty(name, length);
}

export function isDark({ dataset }: HTMLElement): boolean {
  const { theme } = dataset;
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}
