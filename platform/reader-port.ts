/** The line from the chapters to the page beside them: the panel sends the terms of the paragraph in view, by their place in the pack's order. */
export const readerPort = 'little-whale-reader';
