export type Weight = 400 | 600;

/**
 * Measures texts as they will be drawn, in the font of `ruler`, an element that is laid out but not seen. A canvas would miss what
 * the style adds between Han and Latin. All texts are written before the first is read: one layout for all of them.
 */
export function measureTexts(
  ruler: HTMLElement,
  texts: readonly { text: string; weight: Weight }[],
): (text: string, weight: Weight) => number {
  const spans = texts.map(({ text, weight }) => {
    const span = document.createElement('span');
    span.style.fontWeight = String(weight);
    span.textContent = text;
    return span;
  });
  ruler.replaceChildren(...spans);
  const widths = new Map(texts.map(({ text, weight }, at) => [`${weight}${text}`, spans[at]?.getBoundingClientRect().width ?? 0]));
  ruler.replaceChildren();
  return (text, weight) => widths.get(`${weight}${text}`) ?? 0;
}
