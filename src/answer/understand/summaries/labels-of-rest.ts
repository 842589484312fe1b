import type { SentenceWords } from "../sentence-words.ts";
import { isOneOf } from "../sentence-words.ts";
import { isBreak, isSentenceEnd, type Token } from "../text/tokens.ts";
import type { WordReader } from "../text/word-reader.ts";

/** Words of a label or of its answer: all of the rest, are all absent. */
const LONGEST = 4;
/** As forms and notes say it. */
const SHORT_DENIALS: ReadonlySet<string> = new Set(["0", "-ve", "neg"]);
const SIGNS: ReadonlySet<string> = new Set([":", "-", "="]);

interface Words {
  readonly sentenceWords: SentenceWords;
  readonly reader: WordReader;
}

/**
 * "Others: none", "rest - all absent", "everything else = nil": a label that names the rest and nothing else, with its answer. They are read as "rest
 * none", so that neither the sign nor what may stand beside it keeps phrases from them.
 */
export function joinLabelsOfRest(tokens: readonly Token[], { sentenceWords, reader }: Words): readonly Token[] {
  const spelt = new Map<number, string>();
  const dropped = new Set<number>();
  tokens.forEach((token, sign) => {
    if (!SIGNS.has(token.raw)) return;
    const from = labelBefore(sign);
    const to = answerBehind(sign);
    if (from === undefined || to === undefined) return;
    for (let at = from; at < to; at += 1) dropped.add(at);
    spelt.set(sign - 1, "rest").set(to - 1, "none");
  });
  if (spelt.size === 0) return tokens;
  return tokens.flatMap((token, at) => {
    const word = spelt.get(at);
    if (word === undefined) return dropped.has(at) ? [] : [token];
    const { start, end } = token;
    return [{ kind: "word" as const, raw: word, stem: reader.stemOf(word), start, end, glued: false }];
  });

  /** Where the label begins that ends before the sign. */
  function labelBefore(sign: number): number | undefined {
    if (!isOneOf(sentenceWords.restAlone, tokens[sign - 1])) return undefined;
    let from = sign - 1;
    while (sign - from <= LONGEST && !isBreak(tokens[from - 1])) from -= 1;
    const isFiller = (token: Token) => isOneOf(sentenceWords.wholes, token) || ["the", "of", "all"].includes(token.raw);
    return tokens.slice(from, sign - 1).every(isFiller) && isBreak(tokens[from - 1]) ? from : undefined;
  }

  /** Where the answer ends, exclusive. */
  function answerBehind(sign: number): number | undefined {
    let to = sign + 1;
    while (to - sign <= LONGEST && !isSentenceEnd(tokens[to]) && !isBreak(tokens[to])) to += 1;
    const words = tokens.slice(sign + 1, to);
    const isFiller = (token: Token) => isOneOf(sentenceWords.wholes, token) || ["are", "is"].includes(token.raw);
    const [answer, ...more] = words.filter((token) => !isFiller(token));
    return answer !== undefined && more.length === 0 && isBreak(tokens[to]) && denies(answer) ? to : undefined;
  }

  function denies(token: Token): boolean {
    const lists = ["bareAnswers", "denyingSummaries", "absences"] as const;
    return lists.some((list) => isOneOf(sentenceWords[list], token)) || SHORT_DENIALS.has(token.raw);
  }
}
