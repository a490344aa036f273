import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The inner size of an element in whole pixels, and each later one; undefined until it is in the document. A side that follows from what is drawn is not watched. */
export function useViewBox(
  ref: RefObject<HTMLElement | null>,
  watched: 'width' | 'both' = 'both',
): { width: number; height: number } | undefined {
  const [box, setBox] = useState<{ width: number; height: number }>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const read = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setBox((old) => (old?.width === width && (watched === 'width' || old.height === height) ? old : { width, height }));
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, [ref]);
  return box;
}
