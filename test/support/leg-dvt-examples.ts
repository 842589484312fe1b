import { readFileSync } from "node:fs";
import { checkExamples, readExamples } from "../../src/library/files/examples-file.ts";
import type { Example } from "../../src/library/model/example.ts";
import { legDvt, TOPIC } from "./leg-dvt.ts";

export const legDvtExamples: readonly Example[] = readAll();

function readAll(): readonly Example[] {
  const text = readFileSync(new URL("examples.yaml", TOPIC), "utf8");
  const read = readExamples("examples.yaml", text);
  const diagnostics = [...read.diagnostics, ...checkExamples(read, legDvt)];
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return read.examples;
}
