import type { FeatureWords, MeasuredTwiceWords } from "../../../library/model/words.ts";
import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import {
  ANY_VALUE,
  type AskedFocus,
  type CueKind,
  type SummaryKind,
  type SummaryLimitKind,
  type Target,
  type When,
} from "../phrases/entry.ts";
import type { SpokenTopic } from "../spoken-topic.ts";

/** A phrase as an author wrote it, and what finding it means. */
interface WrittenEntry {
  readonly written: string;
  /** Whether a leading "no" means "where the text denies it". */
  readonly mayDeny: boolean;
  readonly target: Target;
}

/** Every phrase of a topic and of the general language, in the order in which they are written. */
export function writtenEntries({ pathway, words }: SpokenTopic, language: ClinicalLanguage): readonly WrittenEntry[] {
  const ofTopic = (pathway?.features ?? []).flatMap((feature) => {
    const said = words.get(feature.id);
    return said === undefined ? [] : [...entriesOfFeature(feature, said), ...entriesOfResult(feature, said, language)];
  });
  return [...ofTopic, ...entriesOfLanguage(language)];
}

function entriesOfFeature(feature: CaseFeature, words: FeatureWords): readonly WrittenEntry[] {
  return [
    ...words.phrases.map(plain({ kind: "states", feature, choice: undefined })),
    ...words.denials.map(deniable({ kind: "denies", feature })),
    ...listsOf(words.choices).flatMap(([choice, phrases]) =>
      phrases.map(deniable({ kind: "states", feature, choice })),
    ),
    ...(words.watch ?? []).map(plain({ kind: "watched", feature, choice: undefined })),
    ...listsOf(words.watchFor).flatMap(([choice, phrases]) => phrases.map(plain({ kind: "watched", feature, choice }))),
    ...(words.measuredTwice === undefined ? [] : entriesOfMeasured(feature, words.measuredTwice)),
    ...(["onlyWith", "unless"] as const).flatMap((kind) =>
      listsOf(words[kind]).flatMap(([choice, phrases]) => phrases.map(plain({ kind, feature, choice }))),
    ),
  ];
}

/** What leaves it open whether a result counts withholds whatever would rule out by it. */
function entriesOfResult(
  feature: CaseFeature,
  { results, about = [] }: FeatureWords,
  { results: { withdrawn } }: ClinicalLanguage,
): readonly WrittenEntry[] {
  const choices = results === "every" ? [ANY_VALUE] : (results ?? []);
  return choices.flatMap((choice) => [
    ...withdrawn.map(plain({ kind: "watched", feature, choice })),
    ...about.map(plain({ kind: "about", feature, choice })),
  ]);
}

function entriesOfMeasured(feature: CaseFeature, { of, places, notOf }: MeasuredTwiceWords): readonly WrittenEntry[] {
  const roles = [
    ["of", of],
    ["place", places],
    ["notOf", notOf],
  ] as const;
  return roles.flatMap(([role, phrases]) =>
    (phrases ?? []).map((written, nth) => plain({ kind: "measured", feature, role, nth })(written)),
  );
}

function entriesOfLanguage(language: ClinicalLanguage): readonly WrittenEntry[] {
  return [
    ...listsOf<SummaryKind>(language.summaries).flatMap(([summary, phrases]) =>
      phrases.map(deniable({ kind: "summary", summary })),
    ),
    ...listsOf<SummaryLimitKind>(language.summaryLimits).flatMap(([limit, phrases]) =>
      phrases.map(plain({ kind: "summaryLimit", limit })),
    ),
    ...listsOf<CueKind>(language.context).flatMap(([cue, phrases]) => phrases.map(plain({ kind: "cue", cue }))),
    ...listsOf<AskedFocus>(language.focus).flatMap(([focus, phrases]) => phrases.map(plain({ kind: "focus", focus }))),
    ...language.results.elsewhere.map(plain({ kind: "elsewhere", isSupposing: false })),
    ...language.results.supposed.map(plain({ kind: "elsewhere", isSupposing: true })),
    ...listsOf<When>(language.measuredWhen).flatMap(([when, phrases]) => phrases.map(plain({ kind: "when", when }))),
    ...language.idle.map(plain({ kind: "idle" })),
    ...language.drugDose.map(plain({ kind: "drugDose" })),
    ...language.clinicalHints.map(plain({ kind: "hint", harmless: false })),
    ...language.harmlessHints.map(plain({ kind: "hint", harmless: true })),
  ];
}

function plain(target: Target): (written: string) => WrittenEntry {
  return (written) => ({ written, mayDeny: false, target });
}

function deniable(target: Target): (written: string) => WrittenEntry {
  return (written) => ({ written, mayDeny: true, target });
}

/** The lists of a record by their keys, which `Object.entries` gives as mere strings. */
function listsOf<Key extends string>(
  lists: Readonly<Record<Key, readonly string[]>> | undefined,
): readonly [Key, readonly string[]][] {
  return Object.entries(lists ?? {}) as [Key, readonly string[]][];
}
