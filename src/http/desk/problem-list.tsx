import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { asSentence } from "../components/words.ts";
import { toParameters } from "../form-findings.ts";
import { editAddress } from "./edit-address.ts";
import { Worded } from "./worded.tsx";

interface ProblemListProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly topic: string;
  /** The file in the entry. */
  readonly name: string;
  readonly pathwayInForce: Pathway | undefined;
}

/**
 * Everything that was found of a text, of the file in the entry first, each with its place and how it is mended. The editor reads what it underlines from these
 * very lines: `data-at` and `data-length` are offsets into the file in the entry.
 */
export function ProblemList({ diagnostics, ...listed }: ProblemListProps) {
  if (diagnostics.length === 0) return null;
  const placed = diagnostics.map((found, at) => ({ found, at, file: fileOf(found, listed.topic) }));
  const elsewhere = ({ file }: { readonly file: string | undefined }) => Number((file ?? listed.name) !== listed.name);
  return (
    <ol class="problems">
      {placed
        .toSorted((left, right) => elsewhere(left) - elsewhere(right))
        .map((one) => (
          <Problem key={`${one.at} ${one.found.code}`} {...one} {...listed} />
        ))}
    </ol>
  );
}

/** Where a diagnostic points, named as the files of a text are; nothing where it points to no file. */
function fileOf({ span }: Diagnostic, topic: string): string | undefined {
  if (span === undefined) return undefined;
  const folder = `topics/${topic}/`;
  return span.file.startsWith(folder) ? span.file.slice(folder.length) : `../../${span.file}`;
}

interface ProblemProps extends Omit<ProblemListProps, "diagnostics"> {
  readonly found: Diagnostic;
  /** Its place among all that was found. */
  readonly at: number;
  readonly file: string | undefined;
}

function Problem({ found, at, file, topic, name, pathwayInForce }: ProblemProps) {
  const { code, severity, message, help, span, counterexample } = found;
  const isHere = file === name;
  return (
    <li
      class={`problem problem-${severity}`}
      data-severity={severity}
      data-at={isHere ? span?.offset : undefined}
      data-length={isHere ? span?.length : undefined}
    >
      <p>
        <span class="problem-place">
          {severity}
          {span === undefined || file === undefined ? null : (
            <>
              {", "}
              <a href={isHere ? "#written" : editAddress(topic, file)}>
                {isHere ? "" : `${file.replace("../../", "")}, `}line {span.line}
              </a>
            </>
          )}
        </span>{" "}
        <span class="problem-message">
          <Worded text={asSentence(message)} />
        </span>{" "}
        <span class="hint problem-help">
          <Worded text={asSentence(help)} />
        </span>
      </p>
      <p class="problem-more">
        <a class="problem-page" href={`/desk/board/diagnostics/${code}`}>
          What <code>{code}</code> means
        </a>
        {counterexample === undefined ? null : (
          <>
            <button type="submit" form="edit-form" name="patient" value={at} class="button">
              Draw this patient’s way in the draft
            </button>
            {pathwayInForce === undefined ? null : (
              <InForce topic={topic} pathway={pathwayInForce} counterexample={counterexample} />
            )}
          </>
        )}
      </p>
    </li>
  );
}

interface InForceProps {
  readonly topic: string;
  readonly pathway: Pathway;
  readonly counterexample: NonNullable<Diagnostic["counterexample"]>;
}

/** The same patient in the pathway that readers are advised by, which may not ask for all that the draft does. */
function InForce({ topic, pathway, counterexample: { profile, findings } }: InForceProps) {
  const known = new Set(pathway.features.flatMap(({ id, input }) => (input ? [id] : [])));
  const unknown = Object.keys(findings).filter((feature) => !known.has(feature));
  const query = toParameters(pathway, Object.entries(findings).map(toAnswered));
  if (pathway.profiles.some(({ id }) => id === profile)) query.set("profile", profile);
  return (
    <>
      <a href={`/topics/${topic}/pathway?${query}`}>Open this patient in the pathway that readers have</a>
      {unknown.length === 0 ? null : <span class="hint">without {unknown.join(", ")}, which it does not ask for</span>}
    </>
  );
}

type Answered = Parameters<typeof toParameters>[1][number];

/** Findings of an evaluate call in the form in which an answer carries them: there a quantity is an exact decimal in words. */
function toAnswered([feature, value]: readonly [string, unknown]): Answered {
  if (typeof value === "boolean" || typeof value === "string" || typeof value === "number") return { feature, value };
  if (typeof value === "object" && value !== null && "value" in value && "unit" in value)
    return { feature, value: { value: String(value.value), unit: String(value.unit) } };
  return { feature, value: null };
}
