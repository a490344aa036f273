const gap = /(?<=\p{Script=Han})(?=“)|(?<=”)(?=\p{Script=Han})/u;

/**
 * The parts of a Chinese text between which a line may break and browsers do not: UAX 14 takes curly quotes for letters, because they may
 * open or close, and so a quoted word clings to the words around it and leaves a hole in the line above. Not beside another mark: where two
 * meet the browser sets them closer, and a break between them would part them.
 */
export const splitAtQuotes = (text: string): string[] => text.split(gap);
