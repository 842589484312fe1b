import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Telling } from "../understand/mood.ts";
import { type Understanding, understand } from "../understand/understand.ts";
import { keyOf } from "./statement-key.ts";

/** What a follow-up says, and what had been said before it. */
export interface ToldSoFar extends Telling {
  readonly told: readonly Statement[];
  /** Features of whose field it holds words that come to nothing by themselves. */
  readonly doubted: ReadonlySet<FeatureId>;
  readonly carried: readonly Statement[];
  /** The words of the questions before, oldest first. */
  readonly earlier: readonly string[];
}

/**
 * What a follow-up says, where needed read together with an earlier question. A number that lacks its unit or assay basis: "D-dimer
 * 0.4 ug/mL", then "it is DDU"; "D-dimer 890 ug/L FEU", then "and if it had come back 300?". A word that changes what was said: a normal
 * scan from groin to ankle, then "what if only groin to knee had been looked at?". What is read so is inferred, for the reader to confirm;
 * a number that the feature cannot have in that unit stays without it.
 */
export function readTogether(
  question: string,
  topic: RunnableTopic,
  language: ClinicalLanguage,
  { told, doubted, carried, earlier, ...telling }: ToldSoFar,
): readonly Statement[] {
  const nameOf = (id: FeatureId) => topic.pathway.features.find((feature) => feature.id === id)?.family ?? id;
  const namesOf = (statements: readonly Statement[]) => new Set(statements.map(({ feature }) => nameOf(feature)));
  const openIn = (statements: readonly Statement[]) => namesOf(statements.filter(({ kind }) => kind === "incomplete"));
  const changed = new Set(
    carried.flatMap(({ kind, feature }) => (kind === "value" && doubted.has(feature) ? [feature] : [])),
  );
  const now = openIn(told);
  const before = openIn(carried).difference(namesOf(told));
  if (now.size + before.size + changed.size === 0) return told;
  const known = new Set(carried.map(keyOf));
  for (const words of earlier.toReversed()) {
    const start = words.length + JOINT.length;
    const read = understand(`${words}${JOINT}${question}`, topic, language, telling).statements;
    const isNew = (one: Statement) =>
      !known.has(keyOf(one)) && read.every((other) => other.feature !== one.feature || other === one);
    // The number that lacked something stands in these words, and is not an older one that lacked nothing.
    const lacking = new Set(before.size === 0 ? [] : lackingIn(understand(words, topic, language, telling), known));
    const found = read.filter((one) => {
      const { feature, span } = one;
      if (span === undefined) return false;
      // It rests on words of this question, and is not what older words say by themselves.
      if (changed.has(feature) && span.end > start && isNew(one)) return true;
      return span.start >= start ? now.has(nameOf(feature)) : before.has(nameOf(feature)) && lacking.has(span.start);
    });
    const complete = found.flatMap((statement) => inferred(statement, topic.pathway));
    const names = namesOf(complete);
    if (names.size > 0) return [...told.filter(({ feature }) => !names.has(nameOf(feature))), ...complete];
  }
  return told;
}

/** Where the numbers begin that are known to lack something. */
function lackingIn({ statements }: Understanding, known: ReadonlySet<string>): readonly number[] {
  return statements.flatMap((one) =>
    one.kind === "incomplete" && one.span !== undefined && known.has(keyOf(one)) ? [one.span.start] : [],
  );
}

/** The end of a sentence, whatever the words before it end in. */
const JOINT = ". ";

function inferred(statement: Statement, pathway: Pathway): readonly Statement[] {
  if (statement.kind !== "value") return [];
  const { feature, value } = statement;
  const sent = typeof value === "object" ? { value: value.value.toNumber(), unit: value.unit } : value;
  return parseFindings(pathway, { [feature]: sent }).ok ? [{ feature, kind: "value", value, inferred: true }] : [];
}
