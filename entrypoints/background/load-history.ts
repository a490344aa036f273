import browser from 'webextension-polyfill';
import { createChapterSearch } from '../../core/find-in-chapters';
import { createHistory, type History } from '../../core/history';
import type { Pack } from '../../core/pack-schema';
import { createSearch, type Search } from '../../core/search';

export interface Library {
  history: History;
  readonly search: Search;
  readonly chapters: ReturnType<typeof createChapterSearch>;
}

let library: Promise<Library> | undefined;

/**
 * The pack, read once for as long as this worker lives; a worker that was stopped reads it again at its next question.
 * The build has checked the file against the schema. A failed read is not kept: the next question tries anew.
 */
export function loadHistory(): Promise<Library> {
  library ??= readPack().then(openLibrary, (error: unknown) => {
    library = undefined;
    throw error;
  });
  return library;
}

/** What is searched is indexed at the first search: whoever wants a card or a chapter does not wait for it. */
function openLibrary(pack: Pack): Library {
  let search: Search | undefined;
  let chapters: Library['chapters'] | undefined;
  return {
    history: createHistory(pack),
    get search() {
      search ??= createSearch(pack);
      return search;
    },
    get chapters() {
      chapters ??= createChapterSearch(pack.chapters);
      return chapters;
    },
  };
}

async function readPack(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL('pack.json'));
  return (await response.json()) as Pack;
}
