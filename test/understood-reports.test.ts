import { expect, test } from "vitest";
import { understand } from "../src/answer/understand/understand.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();

/** What a text states of the scan. */
function scanOf(text: string): readonly unknown[] {
  return understand(text, topic, language).statements.flatMap((said) =>
    said.feature === "scan" && said.kind === "value" ? [said.value] : [],
  );
}

test.each([
  "Complete examination is normal, calf painful.",
  "Full examination was unremarkable.",
  "Bruise on the thigh, nothing below the knee. Pulses normal.",
  "The whole leg normal, no swelling.",
])("a leg that was looked at is no normal scan: %s", (text) => {
  expect(scanOf(text).filter((value) => String(value).startsWith("normal"))).toEqual([]);
});

test.each([
  "Duplex shows acute clot in the femoral vein; the report mentions nothing below the knee.",
  "Scan: thrombus in the popliteal vein. The report ends at the knee.",
])("a report that ends at the knee hides no clot: %s", (text) => {
  expect(scanOf(text)).toContain("acute-proximal");
});
