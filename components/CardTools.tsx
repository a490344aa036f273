import type { Strings } from '../core/strings/en';
import type { TermCardProps } from './TermCard';

/** The pin and the close button. A pin that is refused can still be asked: it says why. */
export function CardTools({ words, pin, onClose }: { words: Strings; pin: TermCardProps['pin']; onClose: () => void }) {
  const isRefused = pin !== undefined && !pin.isPinned && pin.refusal !== undefined;
  return (
    <div class="tools">
      {pin && (
        <button
          type="button"
          class="icon-button pin"
          aria-label={pin.isPinned ? words.unpin : words.pin}
          title={isRefused ? pin.refusal : pin.isPinned ? words.moveByArrows : words.pin}
          aria-pressed={pin.isPinned}
          aria-disabled={isRefused}
          onClick={pin.onPin}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 2h4l-.5 5 2.500 2.500h-8L6.500 7zM8 9.500V14" />
          </svg>
        </button>
      )}
      <button type="button" class="icon-button" aria-label={words.closeKey} onClick={onClose}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 4 8 8m0-8-8 8" />
        </svg>
      </button>
    </div>
  );
}
