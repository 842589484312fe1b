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
        .describe("the value, `yes` of a yes/no, is not read from a clause that holds one of these phrases"),
      results: z
        .union([z.literal("every"), z.array(z.string()).min(1)])
        .optional()
        .describe(
          "values that are results of a test: not read from a clause that tells of another occasion or person (`results` of the clinical language)",
        ),
      covers: z
        .record(z.string(), z.array(z.string()).min(1))
        .optional()
        .describe("values that the value includes: where both are told, it alone is read"),
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
      about: z
        .array(z.string().min(1))
        .optional()
        .describe(
          "words by which a sentence is about the test whose `results` these are: while nothing is read of such a sentence, the results rule nothing out",
        ),
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
      measuredTwice: z
        .strictObject({
          before: z.string().describe("the feature of the earlier number"),
          of: phrases.describe("words of what is measured"),
          places: phrases.describe("words of where it is measured, one phrase for each place"),
          notOf: phrases.describe("words in whose clause a number is of something else"),
          ratherThan: z.array(z.string()).default([]).describe("features whose own phrases give way to a pair"),
          tells: z
            .record(
              z.string(),
              z.strictObject({
                value: z.union([z.string(), z.literal(true)]),
                against: z.array(z.string()).default([]).describe("values that cannot be beside such a pair"),
              }),
            )
            .default({})
            .describe("what such a pair tells of other features where nothing else is said of them"),
        })
        .optional()
        .describe("the number is one of today, measured once before: `6 mm on the old scan, 11 mm today`"),
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
    if (feature !== undefined)
      return [...checkChoices(feature, said, spanOf), ...checkMeasuredTwice(feature, said, features, spanOf)];
    return unknownFeature(id, features, spanOf(["words", id]));
  });
}

type Features = ReadonlyMap<string, CaseFeature>;

function unknownFeature(name: string, features: Features, span: SourceSpan): readonly Diagnostic[] {
  const nearest = findNearestName(name, features.keys());
  return [libraryDiagnostics.report("words-feature-unknown", { name, nearest }, span)];
}

/** Every feature that is named there exists, and has the choices that are named. */
function checkMeasuredTwice(
  { id }: CaseFeature,
  { measuredTwice: twice }: FeatureWords,
  features: Features,
  spanOf: (path: YamlPath) => SourceSpan,
): readonly Diagnostic[] {
  if (twice === undefined) return [];
  const at = (...path: YamlPath) => spanOf(["words", id, "measuredTwice", ...path]);
  const named: readonly (readonly [string, SourceSpan])[] = [
    [twice.before, at("before")],
    ...twice.ratherThan.map((name, index) => [name, at("ratherThan", index)] as const),
    ...Object.keys(twice.tells).map((name) => [name, at("tells", name)] as const),
  ];
  const unknown = named.flatMap(([name, span]) => (features.has(name) ? [] : unknownFeature(name, features, span)));
  const choices = Object.entries(twice.tells).flatMap(([name, { value, against }]) => {
    const told = features.get(name);
    const codes = told === undefined ? [] : choicesOf(told);
    return told === undefined
      ? []
      : [...(value === true ? [] : [value]), ...against]
          .filter((code) => !codes.includes(code))
          .map((code) => unknownChoice(told, code, at("tells", name)));
  });
  return [...unknown, ...choices];
}

function choicesOf({ type }: CaseFeature): readonly string[] {
  return type.kind === "choice" ? type.choices.map(({ code }) => code) : [];
}

function unknownChoice(feature: CaseFeature, name: string, span: SourceSpan): Diagnostic {
  const nearest = findNearestName(name, choicesOf(feature));
  return libraryDiagnostics.report("words-choice-unknown", { feature: feature.id, name, nearest }, span);
}

function checkChoices(
  feature: CaseFeature,
  said: FeatureWords,
  spanOf: (path: YamlPath) => SourceSpan,
): readonly Diagnostic[] {
  const codes = choicesOf(feature);
  const isYesNo = feature.type.kind === "truth";
  const named = (["choices", "onlyWith", "unless", "watchFor", "covers"] as const).flatMap((list) =>
    Object.keys(said[list] ?? {})
      .filter((code) => !(isYesNo && list === "unless" && code === "yes"))
      .map((code) => ({ code, path: ["words", feature.id, list, code] })),
  );
  const covered = Object.entries(said.covers ?? {}).flatMap(([by, of]) =>
    of.map((code) => ({ code, path: ["words", feature.id, "covers", by] })),
  );
  const results = said.results === "every" ? [] : (said.results ?? []);
  const asResults = results.map((code) => ({ code, path: ["words", feature.id, "results"] }));
  return [...named, ...covered, ...asResults]
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, path }) => unknownChoice(feature, code, spanOf(path)));
}
