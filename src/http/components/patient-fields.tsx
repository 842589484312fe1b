import type { ComponentChildren } from "preact";
import { type FormField, labelOf } from "../form-fields.ts";
import type { EntryError, FormReading } from "../form-findings.ts";
import { useMessages } from "../messages/language.tsx";
import { pointsWords } from "./words.ts";

interface FieldProps {
  readonly field: FormField;
  readonly reading: FormReading;
  /** Points of the score item that the feature stands for. */
  readonly points?: number | undefined;
  /** The question as it is put to a clinician, in place of the short label. */
  readonly ask?: string;
}

/** One entry of the patient form, as its type asks: yes/no/not known, a list, a number, a number with unit and basis. */
export function PatientField(props: FieldProps) {
  const words = useMessages().patient;
  switch (props.field.kind) {
    case "truth":
      return <TruthField {...props} />;
    case "choice":
      return <ChoiceField {...props} field={props.field} />;
    case "wholeNumber":
      return <NumberField {...props} hint={words.wholeNumber(props.field.low, props.field.high)} />;
    default:
      return <QuantityField {...props} field={props.field} />;
  }
}

const ANSWERS = ["", "yes", "no", "unknown"] as const;

/** Three-valued with "not asked" as a fourth: none of the last two is ever read as no. */
function TruthField({ field, reading, points, ask }: FieldProps) {
  const { answers } = useMessages().patient;
  const typed = reading.typed.get(field.name) ?? "";
  return (
    <fieldset class="entry truth" id={`entry-${field.name}`}>
      <legend>
        <span lang="en">{ask ?? labelOf(field)}</span>
        {points === undefined ? null : <span class="points"> {pointsWords(points)}</span>}
      </legend>
      <div class="segments">
        {ANSWERS.map((value) => (
          <label key={value}>
            <input type="radio" name={field.name} value={value} checked={typed === value} />
            <span>{answers[value]}</span>
          </label>
        ))}
      </div>
      <ErrorOf field={field} reading={reading} />
    </fieldset>
  );
}

function ChoiceField({ field, reading, ask }: FieldProps & { readonly field: FormField & { kind: "choice" } }) {
  const { answers } = useMessages().patient;
  const typed = reading.typed.get(field.name) ?? "";
  return (
    <Entry field={field} reading={reading} ask={ask}>
      <select id={`field-${field.name}`} name={field.name} aria-describedby={`error-${field.name}`}>
        <option value="">{answers[""]}</option>
        {field.choices.map((choice) => (
          <option key={choice.code} value={choice.code} lang="en" selected={typed === choice.code}>
            {choice.label}
          </option>
        ))}
        <option value="unknown" selected={typed === "unknown"}>
          {answers.unknown}
        </option>
      </select>
    </Entry>
  );
}

function NumberField({
  field,
  reading,
  hint,
  ask,
  children,
}: FieldProps & { readonly hint: string; readonly children?: ComponentChildren }) {
  return (
    <Entry field={field} reading={reading} hint={hint} ask={ask}>
      <div class="number-row">
        <input
          id={`field-${field.name}`}
          name={field.name}
          type="text"
          inputmode={field.kind === "wholeNumber" ? "numeric" : "decimal"}
          autocomplete="off"
          // Nothing to read: it lets the style sheet of paper tell an empty entry.
          placeholder=" "
          value={reading.typed.get(field.name) ?? ""}
          aria-describedby={`hint-${field.name} error-${field.name}`}
          aria-invalid={errorOf(reading, field) === undefined ? undefined : "true"}
        />
        {children}
      </div>
    </Entry>
  );
}

function QuantityField({ field, reading, ask }: FieldProps & { readonly field: FormField & { kind: "quantity" } }) {
  const words = useMessages().patient;
  const [only] = field.units;
  const name = `${field.name}.unit`;
  const typed = reading.typed.get(name) ?? "";
  if (field.units.length < 2)
    return (
      <NumberField field={field} reading={reading} {...(ask === undefined ? {} : { ask })} hint={words.number}>
        <span class="unit" lang="en">
          {only?.label}
        </span>
      </NumberField>
    );
  return (
    <NumberField field={field} reading={reading} {...(ask === undefined ? {} : { ask })} hint={words.printedNumber}>
      <select name={name} aria-label={words.unitOf(labelOf(field))}>
        <option value="">{words.unit}</option>
        {field.units.map((unit) => (
          <option key={unit.code} value={unit.code} lang="en" selected={typed === unit.code}>
            {unit.label}
          </option>
        ))}
      </select>
    </NumberField>
  );
}

interface EntryProps {
  readonly field: FormField;
  readonly reading: FormReading;
  readonly hint?: string;
  readonly ask: string | undefined;
  readonly children: ComponentChildren;
}

function Entry({ field, reading, hint, ask, children }: EntryProps) {
  return (
    <div class="entry" id={`entry-${field.name}`}>
      <label for={`field-${field.name}`} lang="en">
        {ask ?? labelOf(field)}
      </label>
      {children}
      {hint === undefined ? null : (
        <p class="hint" id={`hint-${field.name}`}>
          {hint}
        </p>
      )}
      <ErrorOf field={field} reading={reading} />
    </div>
  );
}

/** Always there, empty when nothing is wrong, so that the live update has a place to write into. */
function ErrorOf({ field, reading }: { readonly field: FormField; readonly reading: FormReading }) {
  return (
    <p class="entry-error" id={`error-${field.name}`} lang="en" data-error>
      {errorOf(reading, field)?.message ?? ""}
    </p>
  );
}

function errorOf(reading: FormReading, field: FormField): EntryError | undefined {
  return reading.errors.find((error) => error.name === field.name);
}
