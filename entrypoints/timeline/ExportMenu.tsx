import { useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import type { TimelineModel } from '../../components/timeline-model';
import type { Strings } from '../../core/strings/en';
import type { Composition } from './compose-scene';
import { type FileKind, fileKinds, makeFile, saveFile } from './make-file';

/** What is shown, as a file or on paper. */
export function ExportMenu({ model, words, compose }: { model: TimelineModel; words: Strings; compose: () => Composition | undefined }) {
  const [problem, setProblem] = useState('');
  const save = (kind: FileKind) =>
    makeFile(kind, model, compose).then(
      (blob) => {
        setProblem('');
        saveFile(blob, `little-whale-timeline.${kind.toLowerCase()}`);
      },
      () => setProblem(words.exportFailed),
    );
  return (
    <fieldset class="exports" aria-label={words.exportAs}>
      <Icon name="save" />
      {fileKinds.map((kind) => (
        <button key={kind} type="button" class="link-button" data-export={kind} onClick={() => void save(kind)}>
          {kind}
        </button>
      ))}
      <button type="button" class="link-button" onClick={() => print()}>
        {words.print}
      </button>
      <span role="status">{problem}</span>
    </fieldset>
  );
}
