import type { Answer, Answers, CardTransport } from './card-transport';

/** Asks for each term once, for as long as a document lives. A failed answer is not kept: the next look asks again. */
export function keepAnswers(transport: CardTransport): Answers & { keep(term: string, answer: Answer): void } {
  const asked = new Map<string, Promise<Answer>>();
  const known = new Map<string, Answer>();
  return {
    known: (term) => known.get(term),
    keep: (term, answer) => void known.set(term, answer),
    ask(term) {
      const kept = known.get(term);
      const answer = kept ? Promise.resolve(kept) : (asked.get(term) ?? transport.explain({ term }));
      asked.set(term, answer);
      answer.then(
        (told) => known.set(term, told),
        () => asked.delete(term),
      );
      return answer;
    },
  };
}
