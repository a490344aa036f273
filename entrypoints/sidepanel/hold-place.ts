import { distanceToPlace, findPlace, type KeptPlace, measureSeen, type ParagraphBox } from '../../core/keep-place';

/** Knows what stands at the top edge of a scrolled text, and brings it back there when the text is set anew. */
export function createPlaceHolder(main: HTMLElement, onPlace: (place: { paragraph: string; seen: number }) => void) {
  let place: KeptPlace | undefined;
  let width = main.clientWidth;
  /** where we scrolled to ourselves: that is no new place, and taking it for one would drift with every switch */
  let heldAt: number | undefined;
  const observer = new ResizeObserver(() => (main.clientWidth === width ? makeRoom() : hold()));
  observer.observe(main);
  main.addEventListener('scroll', onScroll, { passive: true });
  makeRoom();

  /** A new width moves the text before anybody is told: the place from before it counts. */
  function onScroll(): void {
    if (main.clientWidth !== width) hold();
    else if (heldAt === undefined || Math.abs(main.scrollTop - heldAt) > 1) look();
  }

  function boxes(): ParagraphBox[] {
    const edge = main.getBoundingClientRect().top;
    return [...main.querySelectorAll('.stretch')].map((stretch) => {
      const { top, bottom } = (stretch.firstElementChild ?? stretch).getBoundingClientRect();
      return { id: stretch.id, top: top - edge, bottom: bottom - edge };
    });
  }

  /** Takes note of what is at the top. */
  function look(): void {
    heldAt = undefined;
    const drawn = boxes();
    place = findPlace(drawn);
    const end = (drawn.at(-1)?.bottom ?? 0) + main.scrollTop;
    if (place) onPlace({ paragraph: place.paragraph, seen: measureSeen({ end, height: main.clientHeight, scrolled: main.scrollTop }) });
  }

  /** Below the chapter just enough is left for its last paragraph to come to the top, where a place is kept. */
  function makeRoom(): void {
    const end = main.querySelector<HTMLElement>('.chapter-end');
    const last = [...main.querySelectorAll('.stretch')].at(-1);
    if (!end || !last) return;
    const below = end.getBoundingClientRect().top - last.getBoundingClientRect().top;
    end.style.minBlockSize = `${Math.max(0, main.clientHeight - below)}px`;
  }

  /** Brings it back to where it was. */
  function hold(): void {
    width = main.clientWidth;
    makeRoom();
    const box = place && boxes().find(({ id }) => id === place?.paragraph);
    if (!place || !box) return;
    main.scrollTop += distanceToPlace(place, box);
    heldAt = main.scrollTop;
  }

  function end(): void {
    observer.disconnect();
    main.removeEventListener('scroll', onScroll);
  }

  return { look, hold, end };
}
