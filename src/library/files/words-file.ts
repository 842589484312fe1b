import { z } from "zod";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml, type YamlPath } from "../../kernel/located-yaml.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import type { CaseFeature } from "../../pathway/model/feature.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { FeatureWords, TopicWords } from "../model/words.ts";
import { findNearestName } from "../nearest-name.ts";

const phrases = z.array(z.string().min(1)).default([]);

/** `words.yaml`: how people say the pathway's case features. */
export const wordsFileShape = z.strictObject({
  words: z.record(
    z.string(),
    z.strictObject({
      phrases,
      choices: z.record(z.string(), phrases).default({}),
      denials: phrases,
      onlyWith: z
        .record(z.string(), phrases)
        .optional()
        .describe("the value is read only where the text holds one of these phrases anywhere"),
      unless: z
        .record(z.string(), phrases)
        .optional()
        .describe("the value is not read from a clause that holds one of these phrases"),
      watch: z
        .array(z.string().min(1))
        .optional()
        .describe(
          "words of the feature's field: while one of them stands unread in a text, nothing is ruled out, and the feature is asked about",
        ),
      watchFor: z
        .record(z.string(), phrases)
        .optional()
        .describe("the same, where the value is the one that would rule out"),
      bareNumber: z
        .strictObject({ unit: z.string(), from: z.number(), to: z.number() })
        .optional()
        .describe("the unit of a number written without one, between values where no other unit can be meant"),
      spokenIn: z
        .record(z.string(), z.number())
        .optional()
        .describe(
          "units in which people give the number, each with the least they give in it: a number in another unit is of something else",
        ),
      takesFrom: z
        .array(z.string().min(1))
        .optional()
        .describe(
          "features whose words longer phrases of this one take, because there they do not tell those features",
        ),
      isLimit: z
        .boolean()
        .optional()
        .describe("the number is a limit: `reference <500` is 500, `D-dimer <500` is less"),
    }),
  ),
});

export function parseWords(
  file: string,
  text: string,
  pathway: Pathway | undefined,
): { readonly words: TopicWords; readonly diagnostics: readonly Diagnostic[] } {
  const read = parseYaml(file, text, wordsFileShape);
  if (!read.ok) return { words: new Map(), diagnostics: read.diagnostics };
  const words = new Map(Object.entries(read.value.value.words));
  const diagnostics = pathway === undefined ? [] : checkWords(words, pathway, read.value.spanOf);
  return { words, diagnostics };
}

function checkWords(
  words: TopicWords,
  pathway: Pathway,
  spanOf: (path: YamlPath) => SourceSpan,
): readonly Diagnostic[] {
  const features = new Map(pathway.features.map((feature) => [feature.id, feature]));
  return [...words].flatMap(([id, said]) => {
    const feature = features.get(id);
    if (feature !== undefined) return checkChoices(feature, said, spanOf);
    const nearest = findNearestName(id, features.keys());
    return [libraryDiagnostics.report("words-feature-unknown", { name: id, nearest }, spanOf(["words", id]))];
  });
}

function checkChoices(
  feature: CaseFeature,
  said: FeatureWords,
  spanOf: (path: YamlPath) => SourceSpan,
): readonly Diagnostic[] {
  const codes = feature.type.kind === "choice" ? feature.type.choices.map((choice) => choice.code) : [];
  return (["choices", "onlyWith", "unless", "watchFor"] as const).flatMap((list) =>
    Object.keys(said[list] ?? {})
      .filter((code) => !codes.includes(code))
      .map((code) =>
        libraryDiagnostics.report(
          "words-choice-unknown",
          { feature: feature.id, name: code, nearest: findNearestName(code, codes) },
          spanOf(["words", feature.id, list, code]),
        ),
      ),
  );
}
