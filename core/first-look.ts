/** What a card shows in its first frame, before the worker has answered: it comes with the card's code. */
export interface FirstLook {
  id: string;
  name: { en: string; zh: string };
  identity: { en: string; zh: string };
}

/** In the order of the pack: the injected script knows a term by its place in it. */
export type FirstLooks = FirstLook[];
