import { render } from 'preact';
import type { TimelineModel } from '../../components/timeline-model';
import { writeCsv, writeJson } from '../../core/export-timeline';
import type { Composition } from './compose-scene';
import { paintScene } from './paint-scene';
import { SceneDrawing } from './SceneDrawing';

export const fileKinds = ['SVG', 'PNG', 'JSON', 'CSV'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What is shown, as a file. Rejects where the history is not there or the browser refuses. */
export async function makeFile(kind: FileKind, model: TimelineModel, compose: () => Composition | undefined): Promise<Blob> {
  await model.loadFacts();
  const [{ value: loading }, { value: facts }] = [model.loading, model.facts];
  if (loading.kind !== 'ready' || facts.kind !== 'ready') throw new Error('the history could not be loaded');
  const request = { timeline: loading.timeline, events: model.shown.value, facts: facts.byId };
  if (kind === 'JSON') return new Blob([writeJson(request)], { type: 'application/json' });
  if (kind === 'CSV') return new Blob([writeCsv(request)], { type: 'text/csv' });
  const composed = compose();
  if (!composed) throw new Error('nothing to draw');
  return kind === 'PNG' ? paintScene(composed.scene, composed.font) : new Blob([drawSvg(composed)], { type: 'image/svg+xml' });
}

function drawSvg({ scene, heading, font }: Composition): string {
  const host = document.createElement('div');
  render(<SceneDrawing scene={scene} label={heading} font={font} />, host);
  const text = new XMLSerializer().serializeToString(host.firstElementChild as Element);
  render(null, host);
  return text;
}

/** Offers it under a name, as any download. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // the browser has taken it by then; a minute later nobody waits for it
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
