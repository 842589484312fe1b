import type { AnswerFinding } from "../answer/answer-shape.ts";
import { areComparable } from "../clinical/quantity.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { type FormField, formFields, PAGE_PARAMETERS, parameterNames } from "./form-fields.ts";

/** What is wrong with one entry of the form, in words that stand beside it. */
export interface EntryError {
  readonly name: string;
  readonly message: string;
}

/** A form as it was sent: findings for the engine, what could not be read, and every entry exactly as it was typed. */
export interface FormReading {
  readonly findings: Readonly<Record<string, unknown>>;
  readonly errors: readonly EntryError[];
  readonly typed: ReadonlyMap<string, string>;
  /** Parameters that no entry of this form has: shown, so that a misspelt finding is not lost in silence. */
  readonly unused: readonly string[];
}

type Entry =
  | { readonly kind: "absent" }
  | { readonly kind: "given"; readonly findings: Readonly<Record<string, unknown>> }
  | { readonly kind: "wrong"; readonly message: string };

const ABSENT: Entry = { kind: "absent" };
const NOT_KNOWN: readonly string[] = ["unknown", "not known"];

/** A plain decimal as people write it; "1,5" and "1,500" look alike, so a comma is asked about rather than guessed. */
const NUMBER = /^[-−]?\d{1,12}(?:\.\d{1,9})?$/;

/**
 * Turns the query of a patient form into findings, by the type of each feature. Nothing is guessed and nothing is dropped.
 * `own` are parameters that the page reads by itself.
 */
export function readForm(pathway: Pathway, query: URLSearchParams, own: readonly string[] = []): FormReading {
  const fields = formFields(pathway);
  const names = parameterNames(fields);
  const typed = new Map([...names].map((name) => [name, query.get(name)?.slice(0, 200) ?? ""]));
  const findings: Record<string, unknown> = {};
  const errors: EntryError[] = [];
  for (const field of fields) {
    const entry = query.getAll(field.name).length > 1 ? wrong("given more than once") : readEntry(field, typed);
    if (entry.kind === "given") Object.assign(findings, entry.findings);
    if (entry.kind === "wrong") errors.push({ name: field.name, message: entry.message });
  }
  const unused = [...new Set(query.keys())].filter(
    (name) => !names.has(name) && !PAGE_PARAMETERS.includes(name) && !own.includes(name),
  );
  return { findings, errors, typed, unused };
}

function readEntry(field: FormField, typed: ReadonlyMap<string, string>): Entry {
  const text = (typed.get(field.name) ?? "").trim();
  if (text === "") return ABSENT;
  if (NOT_KNOWN.includes(text.toLowerCase())) return notKnown(field);
  switch (field.kind) {
    case "truth":
      return text === "yes" || text === "no" ? given(field, text === "yes") : wrong("answer yes, no or unknown");
    case "choice":
      return field.choices.some((choice) => choice.code === text)
        ? given(field, text)
        : wrong("choose one of the list");
    case "wholeNumber":
      return /^\d{1,9}$/.test(text)
        ? given(field, Number(text))
        : wrong(`write a whole number, ${field.low} to ${field.high}`);
    default:
      return readQuantity(field, text, (typed.get(`${field.name}.unit`) ?? "").trim());
  }
}

function readQuantity(field: FormField & { readonly kind: "quantity" }, text: string, chosen: string): Entry {
  if (text.includes(",")) return wrong("write the number without a comma, with a point for decimals");
  if (!NUMBER.test(text)) return wrong("write a number, for instance 480 or 0.5, or unknown");
  const single = field.units.length === 1 ? field.units[0]?.code : undefined;
  const unit = chosen === "" ? single : chosen;
  if (unit === undefined) return wrong("choose the unit and the basis that the laboratory printed");
  const member = field.members.find(({ type }) => type.kind === "quantity" && areComparable(unit, type.unit));
  if (member === undefined) return wrong("this unit does not belong to this measurement");
  return { kind: "given", findings: { [member.id]: { value: Number(text.replace("−", "-")), unit } } };
}

function notKnown(field: FormField): Entry {
  const members = field.kind === "quantity" ? field.members : [field.feature];
  return { kind: "given", findings: Object.fromEntries(members.map((member) => [member.id, null])) };
}

function given(field: FormField, value: unknown): Entry {
  return { kind: "given", findings: { [field.feature.id]: value } };
}

function wrong(message: string): Entry {
  return { kind: "wrong", message };
}

/** The way back: findings of an answer as parameters of the form, so that a reader can correct them there. */
export function toParameters(
  pathway: Pathway,
  findings: readonly Pick<AnswerFinding, "feature" | "value">[],
): URLSearchParams {
  const query = new URLSearchParams();
  for (const field of formFields(pathway)) {
    const ids = field.kind === "quantity" ? field.members.map((member) => member.id) : [field.feature.id];
    const finding = findings.find((candidate) => ids.includes(candidate.feature));
    if (finding !== undefined) writeValue(query, field, finding.value);
  }
  return query;
}

function writeValue(query: URLSearchParams, field: FormField, value: AnswerFinding["value"]): void {
  if (value === null) query.set(field.name, "unknown");
  else if (typeof value === "boolean") query.set(field.name, value ? "yes" : "no");
  else if (typeof value === "object") {
    query.set(field.name, value.value);
    if (field.kind === "quantity" && field.units.length > 1) query.set(`${field.name}.unit`, value.unit);
  } else query.set(field.name, String(value));
}
