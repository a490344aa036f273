import type { How } from '../core/timeline';

export interface HowArrowProps {
  how: How;
  /** in: what led here; out: what came of it; path: from one end to the other */
  way: 'in' | 'out' | 'path';
}

/** Solid: became, or made possible; dashed: in answer to. The words beside it stand for those who see no arrow. */
export function HowArrow({ how, way }: HowArrowProps) {
  return (
    <svg class={`how ${way}`} viewBox="0 0 16 10" width="16" height="10" aria-hidden="true">
      <path d={how === 'in-answer-to' ? 'M1 5h2.5m2 0h2.5m2 0h4m-3.5-3 3.5 3-3.5 3' : 'M1 5h13m-3.5-3 3.5 3-3.5 3'} />
    </svg>
  );
}
