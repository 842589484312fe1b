import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { renderSchemas } from "../src/library/schemas.ts";

const folder = new URL("../library/schemas/", import.meta.url);

test.each([...renderSchemas()])("%s is what the loader checks (else run scripts/write-schemas.ts)", (name, text) => {
  expect(readFileSync(new URL(name, folder), "utf8")).toBe(text);
});

test.each([...renderSchemas()])("%s is a valid JSON Schema", (_name, text) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  expect(() => ajv.compile(JSON.parse(text))).not.toThrow();
});
