import type { Fact } from "../../evidence/fact.ts";
import { printFact, printFactPart } from "../../library/print/print-fact.ts";
import type { Bibliography } from "../bibliography.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { type FormField, labelOf } from "../form-fields.ts";
import type { FormReading } from "../form-findings.ts";
import { useMessages } from "../messages/language.tsx";

interface CarriedProps {
  readonly fields: readonly FormField[];
  /** Fields that the page's own form shows. */
  readonly shown: readonly FormField[];
  readonly reading: FormReading;
  readonly profile: string | undefined;
}

/** What is known of the patient besides this form: sent along, and shown, so that nothing is sent unseen. */
export function Carried({ fields, shown, reading, profile }: CarriedProps) {
  const { known } = useMessages().tools;
  const typed = (name: string) => reading.typed.get(name) ?? "";
  const carried = fields.filter((field) => !shown.includes(field) && typed(field.name) !== "");
  const names = carried.flatMap(({ kind, name }) => (kind === "quantity" ? [name, `${name}.unit`] : [name]));
  return (
    <>
      {profile === undefined ? null : <input type="hidden" name="profile" value={profile} />}
      {names.map((name) =>
        typed(name) === "" ? null : <input key={name} type="hidden" name={name} value={typed(name)} />,
      )}
      {carried.length === 0 ? null : (
        <p class="carried">
          <span class="label">{known}</span>{" "}
          <span lang="en">{carried.map((field) => `${labelOf(field)}: ${typedWords(field, typed)}`).join("; ")}</span>
        </p>
      )}
    </>
  );
}

/** An entry as a reader typed or chose it, in the words of the form. */
export function typedWords(field: FormField, typed: (name: string) => string): string {
  const text = typed(field.name);
  if (field.kind === "choice") return field.choices.find(({ code }) => code === text)?.label ?? text;
  if (field.kind !== "quantity") return text;
  const chosen = typed(`${field.name}.unit`) || (field.units.length === 1 ? field.units[0]?.code : undefined);
  const unit = field.units.find(({ code }) => code === chosen)?.label;
  return unit === undefined ? text : `${text} ${unit}`;
}

interface FactProps {
  readonly fact: Fact;
  readonly bibliography: Bibliography;
}

/** A number of the literature with everything needed to read it: interval, counts, in whom, whose, how surely. */
export function FactLine({ fact, bibliography }: FactProps) {
  const { confidence } = useMessages().evidence;
  const count = printFactPart(fact, "count");
  return (
    <>
      <span lang="en">
        {/* The comma goes along: after a box of its own it would begin the next line. */}
        <strong class="whole">
          {printFact(fact)}
          {count === undefined ? "," : ""}
        </strong>
        {count === undefined ? "" : ` (${count}),`} {fact.population}
      </span>{" "}
      <CitationMarks citations={factCitations(fact)} bibliography={bibliography} />
      {fact.confidence === "read" || fact.confidence === "house-rule" ? null : (
        <span class="verify"> {confidence[fact.confidence]}</span>
      )}
    </>
  );
}

/** A sum of our own names the source that it was reckoned from, and itself as a house rule. */
export function factCitations({ source, locator, confidence }: Fact) {
  return [
    ...(source === undefined ? [] : [{ source, ...(locator === undefined ? {} : { locator }) }]),
    ...(confidence === "house-rule" ? [{ source: "house-rule" }] : []),
  ];
}

/** Text for the record: to be selected, or copied with one press where scripts run. */
export function NoteText({ text, label }: { readonly text: string; readonly label: string }) {
  const { note } = useMessages().tools;
  return (
    <details class="note-text">
      <summary>{note.title}</summary>
      <textarea readOnly rows={Math.min(24, text.split("\n").length + 1)} aria-label={label} data-note dir="ltr">
        {text}
      </textarea>
      <p class="note-actions script-only">
        <button type="button" class="button" data-copy>
          {note.copy}
        </button>{" "}
        <span role="status" data-copied />
      </p>
    </details>
  );
}
