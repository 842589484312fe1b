/** A figure of a text with the two words before it and after it; a number among these is `#`, and where a block ends `¶`. */
export interface Figure {
  readonly number: string;
  readonly before: readonly [string, string];
  readonly after: readonly [string, string];
  readonly around: string;
}

/** Where one block of a page ends and the next begins. */
export const BLOCK_END = "¶";

const TOKEN = /\d[\d,]*(?:\.\d+)?(?:\s%)?|\p{L}+|¶/gu;

/** The figures of a text, each in its context. */
export function figuresIn(text: string): readonly Figure[] {
  const found = [...`${BLOCK_END} ${text} ${BLOCK_END}`.replace(/¶(?:\s*¶)+/g, BLOCK_END).matchAll(TOKEN)];
  const words = found.map(([token]) => (/^\d/.test(token) ? "#" : token.toLowerCase()));
  const word = (at: number) => words[at] ?? BLOCK_END;
  return found.flatMap((token, at) =>
    words[at] === "#"
      ? [
          {
            number: token[0].replace(/,$/, "").replace(/\s/, " "),
            before: [word(at - 2), word(at - 1)] as const,
            after: [word(at + 1), word(at + 2)] as const,
            around: token.input.slice(Math.max(0, token.index - 30), token.index + 30),
          },
        ]
      : [],
  );
}

const isWord = (token: string) => token !== "#" && token !== BLOCK_END;

/**
 * Contexts of a figure, the closest first; those of one rank are asked together. One that has fewer than two words says too little: in
 * "in 3" and in a cell by itself any number may stand.
 */
function contextsOf({ before: [far, near], after: [next, further] }: Figure): readonly (readonly string[])[] {
  const ranks = [
    [[far, near, "_", next, further]],
    [[near, "_", next]],
    [
      [far, near, "_"],
      ["_", next, further],
    ],
  ];
  return ranks.map((rank) =>
    rank.filter((tokens) => tokens.filter(isWord).length > 2).map((tokens) => tokens.join(" ")),
  );
}

/**
 * Which numbers stand in which words of the texts that pages are made from. A figure is bound by the closest context that any of these
 * texts has: there it must be a number that stands in those words. 3 cm is thereby told from 3 days, though both are a 3.
 */
export class FigureContexts {
  readonly #numbers = new Map<string, Set<string>>();

  constructor(texts: Iterable<string>) {
    for (const text of texts)
      for (const figure of figuresIn(text))
        for (const context of contextsOf(figure).flat())
          this.#numbers.set(context, (this.#numbers.get(context) ?? new Set()).add(figure.number));
  }

  /** True and false: bound, and the number is right or wrong. Undefined: none of the texts speaks in such words. */
  judge(figure: Figure): boolean | undefined {
    for (const rank of contextsOf(figure)) {
      const bound = rank.flatMap((context) => this.#numbers.get(context) ?? []);
      if (bound.length > 0) return bound.some((numbers) => numbers.has(figure.number));
    }
    return undefined;
  }
}
