/** The page that every peer was measured on: 4 MB of documentation, 3 MB of it text. */
export const largeSize = { textNodes: 85_000, hits: 19_000 };

/** 30 kB with as many hits a node: a news article in its frame of links. */
export const smallSize = { textNodes: 690, hits: 154 };

/** A few paragraphs. */
export const tinySize = { textNodes: 90, hits: 20 };
