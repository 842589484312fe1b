import type { Citation } from "../../evidence/citation.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Located, YamlPath } from "../../kernel/located-yaml.ts";
import { type SourceSpan, spanFinder } from "../../kernel/source-span.ts";
import type { Expression } from "../language/expression.ts";
import { languageDiagnostics } from "../language/language-diagnostics.ts";
import { parseSyntax } from "../language/parse-syntax.ts";
import { type NameMeaning, type Typed, truth, typeExpression } from "../language/type-expression.ts";
import { parseCitation } from "./parse-citation.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";
import type { PathwayText } from "./pathway-shape.ts";

/** What every step of reading a pathway shares: the text, the names declared so far, and the faults found so far. */
export class ParseContext {
  readonly names = new Map<string, NameMeaning>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #text: string;
  readonly #findSpan: ReturnType<typeof spanFinder>;
  readonly #located: Located<PathwayText>;

  constructor(file: string, text: string, located: Located<PathwayText>) {
    this.#findSpan = spanFinder(file, text);
    this.#text = text;
    this.#located = located;
  }

  readonly report = (fault: Diagnostic): void => {
    this.diagnostics.push(fault);
  };

  spanOf(path: YamlPath): SourceSpan {
    return this.#located.spanOf(path);
  }

  /** Declares a name for the conditions that follow; a name declared twice is a fault. */
  declare(kind: string, id: string, meaning: NameMeaning | undefined, path: YamlPath): void {
    if (this.names.has(id)) this.report(pathwayDiagnostics.report("id-duplicate", { kind, id }, this.spanOf(path)));
    else if (meaning !== undefined) this.names.set(id, meaning);
  }

  cite(texts: readonly string[], path: YamlPath): readonly Citation[] {
    return texts.flatMap((text, at) => parseCitation(text, this.spanOf([...path, at]), this.report) ?? []);
  }

  /** Reads a condition; undefined when it has a fault, which is then reported. */
  condition(text: string, path: YamlPath, nullTests = false): Expression | undefined {
    return truth(this.expression(text, path, nullTests), this.report)?.expression;
  }

  expression(text: string, path: YamlPath, nullTests = false): Typed | undefined {
    const spanOf = this.#spansInside(path);
    const parsed = parseSyntax(text);
    if (!parsed.ok) {
      const { expected, found, start, end } = parsed.fault;
      this.report(languageDiagnostics.report("condition-syntax", { expected, found }, spanOf(start, end)));
      return undefined;
    }
    return typeExpression(parsed.syntax, { names: this.names, nullTests, spanOf }, this.report);
  }

  /** Spans inside a scalar of one line are exact; those inside a folded one are the whole scalar's. */
  #spansInside(path: YamlPath): (start: number, end: number) => SourceSpan {
    const whole = this.spanOf(path);
    const first = this.#text.charAt(whole.offset);
    if (first === "|" || first === ">") return () => whole;
    const written = this.#text.slice(whole.offset, whole.offset + whole.length);
    if (written.includes("\n")) return () => whole;
    const skip = first === '"' || first === "'" ? 1 : 0;
    return (start, end) => this.#findSpan(whole.offset + skip + start, end - start, whole.heading);
  }
}
