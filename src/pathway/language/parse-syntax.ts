import type { Arithmetic, Comparison, Connective } from "./expression.ts";
import type { Syntax } from "./syntax.ts";
import { type Token, tokenise } from "./tokenise.ts";

/** Why a condition could not be read, and where (offsets in the condition's own text). */
export interface SyntaxFault {
  readonly expected: string;
  readonly found: string;
  readonly start: number;
  readonly end: number;
}

export type ParsedSyntax =
  | { readonly ok: true; readonly syntax: Syntax }
  | { readonly ok: false; readonly fault: SyntaxFault };

/** Conditions nest at most this deep: deeper ones are refused, so that no input can exhaust the stack. */
export const MAX_DEPTH = 60;

/** Conditions have at most this many words: a chain of operators nests as deep as it is long. */
export const MAX_TOKENS = 2000;

/**
 * Parses one condition by recursive descent. Precedence as in CQL (appendix H), loosest first: implies, or/xor, and,
 * comparison and membership, not, null tests, addition, multiplication. Comparisons do not chain.
 */
export function parseSyntax(text: string): ParsedSyntax {
  const parser = new Parser(tokenise(text));
  try {
    return { ok: true, syntax: parser.whole() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Carries a fault out of the descent; it never leaves this file. */
class Fault extends Error {
  readonly fault: SyntaxFault;
  constructor(fault: SyntaxFault) {
    super(fault.expected);
    this.fault = fault;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Syntax {
    this.#at = Math.min(MAX_TOKENS, this.#tokens.length - 1);
    if (this.#at === MAX_TOKENS) this.#fail(`at most ${MAX_TOKENS} words`);
    this.#at = 0;
    const syntax = this.#implies();
    if (this.#peek().kind !== "end") this.#fail("`and`, `or`, a comparison, or the end of the condition");
    return syntax;
  }

  #implies(): Syntax {
    return this.#chain(["implies"], () => this.#or());
  }

  #or(): Syntax {
    return this.#chain(["or", "xor"], () => this.#and());
  }

  #and(): Syntax {
    return this.#chain(["and"], () => this.#not());
  }

  #chain(operators: readonly Connective[], next: () => Syntax): Syntax {
    let left = next();
    for (;;) {
      const operator = operators.find((word) => this.#takeKeyword(word));
      if (operator === undefined) return left;
      const right = next();
      left = { kind: "connective", operator, left, right, start: left.start, end: right.end };
    }
  }

  #not(): Syntax {
    const start = this.#peek().start;
    if (!this.#takeKeyword("not")) return this.#comparison();
    const operand = this.#deeper(() => this.#negated());
    return { kind: "not", operand, start, end: operand.end };
  }

  /** CQL reads `not a = b` as `(not a) = b`, a reader as `not (a = b)`: brackets are asked for, so that nobody has to know. */
  #negated(): Syntax {
    const start = this.#peek().start;
    if (this.#takeKeyword("not")) {
      const inner = this.#deeper(() => this.#negated());
      return { kind: "not", operand: inner, start, end: inner.end };
    }
    const operand = this.#nullTest(this.#sum());
    const next = this.#peek();
    if (
      ["=", "!=", "<", "<=", ">", ">=", "in"].includes(next.text) &&
      (next.kind === "symbol" || next.kind === "keyword")
    )
      this.#fail("brackets around the comparison after `not`");
    return operand;
  }

  #nullTest(operand: Syntax): Syntax {
    if (!this.#takeKeyword("is")) return operand;
    const negated = this.#takeKeyword("not");
    const end = this.#peek().end;
    if (!this.#takeKeyword("null")) this.#fail("`null`");
    return { kind: "isNull", operand, negated, start: operand.start, end };
  }

  #comparison(): Syntax {
    const left = this.#nullTest(this.#sum());
    if (left.kind === "isNull") return left;
    if (this.#takeKeyword("in")) return this.#membership(left);
    const operator = (["<=", ">=", "!=", "<", ">", "="] as const satisfies readonly Comparison[]).find((symbol) =>
      this.#takeSymbol(symbol),
    );
    if (operator === undefined) return left;
    const right = this.#sum();
    return { kind: "comparison", operator, left, right, start: left.start, end: right.end };
  }

  #membership(element: Syntax): Syntax {
    this.#need("{");
    const list = [this.#sum()];
    while (this.#takeSymbol(",")) list.push(this.#sum());
    const end = this.#peek().end;
    this.#need("}");
    return { kind: "membership", element, list, start: element.start, end };
  }

  #sum(): Syntax {
    return this.#arithmetic(["+", "-"], () => this.#product());
  }

  #product(): Syntax {
    return this.#arithmetic(["*"], () => this.#primary());
  }

  #arithmetic(operators: readonly Arithmetic[], next: () => Syntax): Syntax {
    let left = next();
    for (;;) {
      const operator = operators.find((symbol) => this.#takeSymbol(symbol));
      if (operator === undefined) return left;
      const right = next();
      left = { kind: "arithmetic", operator, left, right, start: left.start, end: right.end };
    }
  }

  #primary(): Syntax {
    const token = this.#peek();
    const { start, end } = token;
    if (this.#takeSymbol("(")) {
      const inner = this.#deeper(() => this.#implies());
      this.#need(")");
      return inner;
    }
    if (this.#takeKeyword("true")) return { kind: "truth", value: true, start, end };
    if (this.#takeKeyword("false")) return { kind: "truth", value: false, start, end };
    if (token.kind === "string") {
      this.#at++;
      return { kind: "string", value: token.text, start, end };
    }
    if (token.kind === "number") return this.#number(token);
    if (token.kind === "name") {
      this.#at++;
      return { kind: "name", name: token.text, start, end };
    }
    return this.#fail("a name, a number, a quoted word or `(`");
  }

  #number(token: Token): Syntax {
    this.#at++;
    const unit = this.#peek();
    if (unit.kind !== "string") return { kind: "number", text: token.text, start: token.start, end: token.end };
    this.#at++;
    return { kind: "quantity", text: token.text, unit: unit.text, start: token.start, end: unit.end };
  }

  #deeper(next: () => Syntax): Syntax {
    this.#depth++;
    if (this.#depth > MAX_DEPTH) this.#fail(`at most ${MAX_DEPTH} levels of brackets`);
    const syntax = next();
    this.#depth--;
    return syntax;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error("the token list ends with an `end` token");
    return token;
  }

  #takeKeyword(word: string): boolean {
    return this.#take("keyword", word);
  }

  #takeSymbol(symbol: string): boolean {
    return this.#take("symbol", symbol);
  }

  #take(kind: Token["kind"], text: string): boolean {
    const token = this.#peek();
    if (token.kind !== kind || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #need(symbol: string): void {
    if (!this.#takeSymbol(symbol)) this.#fail(`\`${symbol}\``);
  }

  #fail(expected: string): never {
    const token = this.#peek();
    const found = token.kind === "end" ? "the end" : `\`${token.text}\``;
    throw new Fault({ expected, found, start: token.start, end: Math.max(token.end, token.start + 1) });
  }
}
