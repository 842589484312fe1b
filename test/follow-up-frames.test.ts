import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Answer } from "../src/answer/answer-shape.ts";
import { ask, conversationOf, converse } from "./support/converse.ts";

// What people say after an answer, kind by kind: what overturns it, corrects, answers, supposes, turns to somebody else, or only asks.

const said = z.union([z.string(), z.array(z.string()).min(1)]);
const shape = z.strictObject({
  bases: z.record(z.string(), z.array(z.string()).min(1)),
  turns: z.array(z.strictObject({ after: z.string(), leadsTo: z.string(), said: z.array(said).min(1) })),
});
const { bases, turns } = shape.parse(parse(readFileSync(new URL("fixtures/follow-ups.yaml", import.meta.url), "utf8")));

/** The code of the advice, or that the question is refused: then the conversation stays as it was, and the reader is told. */
function codeOf({ kind, nextStep }: Answer): string {
  return kind === "refusal" ? "refused" : (nextStep?.code ?? kind);
}

function begun(name: string): Answer {
  const questions = bases[name];
  if (questions === undefined) throw new Error(`no base ${name}`);
  return converse(...questions);
}

function after(answer: Answer, questions: readonly string[]): Answer {
  return questions.reduce((last, question) => ask({ question, exchange: conversationOf(last).exchange }), answer);
}

describe.each(Object.keys(bases))("after %s", (name) => {
  const base = begun(name);
  const groups = turns.filter((turn) => turn.after === name);

  test.each(groups.map(({ leadsTo, said: sayings }) => ({ leadsTo, sayings })))("$leadsTo", ({ leadsTo, sayings }) => {
    const led = sayings.map((saying) => [saying, codeOf(after(base, [saying].flat()))]);
    expect(led).toEqual(sayings.map((saying) => [saying, leadsTo]));
  });
});
