import { z } from "zod";
import { type Located, parseYaml } from "../kernel/located-yaml.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { IdentifierWords } from "./identifier.ts";

const list = z
  .array(
    z
      .string()
      .min(1)
      .refine((word) => word === word.toLowerCase(), "write it in lower case"),
  )
  .min(1)
  .readonly();

const shape = z.strictObject({
  titles: list,
  titlesThatAreAbbreviations: list,
  nameLabels: list,
  weakNameLabels: list,
  particles: list,
  givenNames: list,
  givenNamesThatAreWords: list,
  givenNamesThatAreVerbs: list,
  surnames: list,
  eponyms: list,
  eponymNouns: list,
  neverNames: list,
  recordLabels: list,
  publicNumberLabels: list,
  measureWords: list,
  phoneLabels: list,
  birthLabels: list,
  streetWords: list,
  months: list,
});

/** Reads `identifiers.yaml`, reporting every problem at its place. */
export function parseIdentifierWords(file: string, text: string): Result<Located<IdentifierWords>> {
  const parsed = parseYaml(file, text, shape);
  return parsed.ok ? ok(parsed.value) : parsed;
}
