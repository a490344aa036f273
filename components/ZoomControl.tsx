import type { Strings } from '../core/strings/en';
import { maxZoom } from '../core/timeline-scale';
import { Icon } from './Icon';

/** Whole story, era, year; says where it stands. */
export function ZoomControl({ zoom, words, onZoom }: { zoom: number; words: Strings; onZoom: (level: number) => void }) {
  return (
    <fieldset class="zoom" aria-label={words.zoom}>
      <button
        type="button"
        class="icon-button"
        aria-label={words.zoomOut}
        title={`${words.zoomOut} (−)`}
        disabled={zoom <= 0}
        onClick={() => onZoom(zoom - 1)}
      >
        <Icon name="minus" />
      </button>
      <span class="small" role="status">
        {words.zoomLevels[zoom]}
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={words.zoomIn}
        title={`${words.zoomIn} (+)`}
        disabled={zoom >= maxZoom}
        onClick={() => onZoom(zoom + 1)}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  );
}
