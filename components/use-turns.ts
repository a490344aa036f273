import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * How many of some parts are to be drawn by now: all of them, or for a `large` drawing the first one at once and one more with each
 * frame, so that none of the frames takes longer than a part does. Begins anew with each other `drawing`.
 */
export function useTurns({ drawing, parts, isLarge }: { drawing: object; parts: number; isLarge: boolean }): number {
  const state = useRef({ drawing, turn: parts });
  const [, redraw] = useState(0);
  if (state.current.drawing !== drawing) state.current = { drawing, turn: isLarge ? 1 : parts };
  useEffect(() => {
    if (state.current.turn >= parts) return undefined;
    const frame = requestAnimationFrame(() => {
      state.current.turn++;
      redraw((count) => count + 1);
    });
    return () => cancelAnimationFrame(frame);
  });
  return state.current.turn;
}
