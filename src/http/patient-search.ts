import type { FormReading } from "./form-findings.ts";

/** The query that says the same of the patient under the same guideline; `?` alone still leads to the page it stands on. */
export function searchOf(
  { reading, profile }: { readonly reading: FormReading; readonly profile: string },
  extra: Readonly<Record<string, string>> = {},
): string {
  return `?${parametersOf({ reading, profile }, extra)}`;
}

/** The same as parameters, to be changed one by one. */
export function parametersOf(
  { reading, profile }: { readonly reading: FormReading; readonly profile: string },
  extra: Readonly<Record<string, string>> = {},
): URLSearchParams {
  const entries = [...reading.typed].filter(([, text]) => text !== "");
  return new URLSearchParams([...entries, ...Object.entries({ profile, ...extra })]);
}
