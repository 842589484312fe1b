import { readFileSync } from "node:fs";
import { parseExamples } from "../../src/library/files/examples-file.ts";
import type { Example } from "../../src/library/model/example.ts";
import { legDvt, TOPIC } from "./leg-dvt.ts";

export const legDvtExamples: readonly Example[] = readExamples();

function readExamples(): readonly Example[] {
  const text = readFileSync(new URL("examples.yaml", TOPIC), "utf8");
  const { examples, diagnostics } = parseExamples("examples.yaml", text, legDvt);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return examples;
}
