import type { Timeline } from '../core/timeline';

/**
 * What a timeline draws, read by the page itself: a worker that was stopped takes 100 ms to answer, which a popup does not have.
 * The build has checked the file against the schema.
 */
export async function loadTimeline(): Promise<Timeline> {
  const response = await fetch('/timeline.json');
  return (await response.json()) as Timeline;
}
