/** Attributes that pages switch their theme by, on the root or the body. `style` is left out: some pages write it on every scroll. */
const themes = ['class', 'data-theme', 'data-color-mode', 'data-color-scheme', 'data-bs-theme', 'theme'];
/** Themes fade in; and a page that toggles a class again and again is not followed each time. In ms. */
const fade = 400;

/** Tells when the ground behind the page's text may have another colour. */
export function watchGround({ onChange, signal }: { onChange: () => void; signal: AbortSignal }): void {
  let isPlanned = false;
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(() => {
      isPlanned = false;
      if (!signal.aborted) onChange();
    }, fade);
  };
  const observer = new MutationObserver(plan);
  for (const element of [document.documentElement, document.body]) if (element) observer.observe(element, { attributeFilter: themes });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', plan, { signal });
}
