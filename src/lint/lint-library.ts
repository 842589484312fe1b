import { z } from "zod";
import type { Diagnostic } from "../kernel/diagnostic.ts";
import { parseYaml, type YamlPath } from "../kernel/located-yaml.ts";
import { type SourceSpan, spanAt } from "../kernel/source-span.ts";
import type { Library, LibraryFile } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import { branchMissing } from "./checks/branch-missing.ts";
import { cutoffInWords } from "./checks/cutoff-in-words.ts";
import { failureNotFixed } from "./checks/failure-not-fixed.ts";
import { findingNotAddressed } from "./checks/finding-not-addressed.ts";
import { historyMissing } from "./checks/history-missing.ts";
import { intervalsDiffer } from "./checks/intervals-differ.ts";
import { leafletIncomplete } from "./checks/leaflet-incomplete.ts";
import { listDiffersFromSet } from "./checks/list-differs-from-set.ts";
import { numberWithoutDenominator } from "./checks/number-without-denominator.ts";
import { numberWithoutPopulation } from "./checks/number-without-population.ts";
import { promotionalClaim } from "./checks/promotional-claim.ts";
import { quantityDiffers } from "./checks/quantity-differs.ts";
import { questionPersonal } from "./checks/question-personal.ts";
import { readingLevel } from "./checks/reading-level.ts";
import { recommendationUngraded } from "./checks/recommendation-ungraded.ts";
import { referenceIncomplete } from "./checks/reference-incomplete.ts";
import { relatedOffTopic } from "./checks/related-off-topic.ts";
import { schemeMixed } from "./checks/scheme-mixed.ts";
import { scopeIncomplete } from "./checks/scope-incomplete.ts";
import { sourceConcentration } from "./checks/source-concentration.ts";
import { sourceMachineWritten } from "./checks/source-machine-written.ts";
import { statusClaimed } from "./checks/status-claimed.ts";
import { variantLostNumber } from "./checks/variant-lost-number.ts";
import { variantPartMissing } from "./checks/variant-part-missing.ts";
import type { Content, ContentCheck } from "./content-check.ts";

/** Every check on content, in the order in which its findings are listed. */
export const CONTENT_CHECKS: readonly ContentCheck[] = [
  statusClaimed,
  promotionalClaim,
  numberWithoutPopulation,
  numberWithoutDenominator,
  quantityDiffers,
  listDiffersFromSet,
  schemeMixed,
  cutoffInWords,
  intervalsDiffer,
  recommendationUngraded,
  scopeIncomplete,
  sourceConcentration,
  referenceIncomplete,
  sourceMachineWritten,
  branchMissing,
  findingNotAddressed,
  failureNotFixed,
  questionPersonal,
  relatedOffTopic,
  historyMissing,
  variantLostNumber,
  variantPartMissing,
  leafletIncomplete,
  readingLevel,
];

/**
 * Asks every check of every topic (design section 8). What can be seen of one file alone was reported when it was read; here
 * is what shows only in the topic as a whole, or against the library.
 */
export function lintLibrary(library: Library, files: readonly LibraryFile[]): readonly Diagnostic[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return [...library.topics.values()].flatMap((topic) => {
    const content = contentOf(topic, library, texts);
    return CONTENT_CHECKS.flatMap((check) => check.check(content));
  });
}

function contentOf(topic: Topic, library: Library, texts: ReadonlyMap<string, string>): Content {
  const { clinician, ...variants } = topic.articles;
  const articles = [clinician, ...Object.values(variants)].filter((article) => article !== undefined);
  return {
    topic,
    library,
    articles,
    written: ({ span }) => texts.get(span.file)?.slice(span.offset, span.offset + span.length) ?? "",
    placeIn(file, path) {
      const name = file === "sources.yaml" ? file : `topics/${topic.slug}/${file}`;
      return placeIn(name, texts.get(name) ?? "", path);
    },
  };
}

/** Where a part of a YAML file stands. A text as a step into a list means the entry with that id. Read only when something is reported. */
function placeIn(file: string, text: string, path: YamlPath): SourceSpan {
  const read = parseYaml(file, text, z.unknown());
  if (!read.ok) return spanAt(file, text, 0, 1);
  const steps: (string | number)[] = [];
  let value: unknown = read.value.value;
  for (const step of path) {
    const at =
      Array.isArray(value) && typeof step === "string" ? value.findIndex((one) => fieldOf(one, "id") === step) : step;
    steps.push(at);
    value = fieldOf(value, at);
  }
  return read.value.spanOf(steps);
}

function fieldOf(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === String(step))?.[1]
    : undefined;
}
