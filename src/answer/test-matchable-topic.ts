import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { MatchableTopic } from "./match-topic.ts";
import { loadTestTopic } from "./understand/test-topic.ts";

const shape = z.object({
  title: z.string(),
  question: z.string(),
  askedAs: z.array(z.string()),
  terms: z.array(z.string()),
});

/** Test support: the shipped topic as far as matching a question needs it. */
export function loadMatchableTopic(): MatchableTopic {
  const file = new URL("../../test/fixtures/suspected-leg-dvt-topic.yaml", import.meta.url);
  return { ...loadTestTopic(), slug: "suspected-leg-dvt", ...shape.parse(parse(readFileSync(file, "utf8"))) };
}
