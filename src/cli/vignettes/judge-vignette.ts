import type { Answer } from "../../answer/answer-shape.ts";
import type { Wellspring } from "../../answer/wellspring.ts";
import { defineDiagnostics } from "../../kernel/diagnostic.ts";
import { failed, type Result } from "../../kernel/result.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { compareFindings, type FindingsJudged } from "./compare-findings.ts";
import { compareVignette, isRightNextStep } from "./compare-vignette.ts";
import { isRecord } from "./findings.ts";
import { structuredFindings } from "./structured-findings.ts";
import { dangerOf, urgencyOf } from "./urgency.ts";
import type { Expected, Vignette, VignetteFile } from "./vignette-shape.ts";

export const vignetteDiagnostics = defineDiagnostics({
  "vignette-part-missing": {
    severity: "error",
    message: ({ id, part }: { id: string; part: string }) => `vignette \`${id}\` has no \`${part}\``,
    help: "evaluate from the other part with --from, or add the part",
  },
});

export const SOURCES = ["structured", "text"] as const;
export type From = (typeof SOURCES)[number];

export interface Asked {
  readonly wellspring: Wellspring;
  readonly topic: Topic;
  readonly pathway: Pathway;
  readonly from: From;
  readonly file: VignetteFile;
  readonly profile?: string;
}

/** What came of one vignette. */
export interface Outcome {
  readonly id: string;
  readonly topic: string;
  readonly nextStep: string | null;
  readonly isNextStepRight: boolean;
  readonly score: Answer["score"];
  readonly differences: readonly string[];
  /** Why the advice is dangerous, absent when it is not. */
  readonly danger?: string;
  /** Only from text, and only when the file says what the patient has. */
  readonly findings?: FindingsJudged;
  /** Keys of the structured part that were not read. */
  readonly unread: readonly string[];
}

/** Answers a vignette and compares the answer with what its author expects, and what was read with what the text states. */
export function judgeVignette(vignette: Vignette, asked: Asked): Outcome {
  const told = toldFindings(vignette);
  const truth = asked.from === "text" && told !== undefined ? evaluate(told.findings, asked) : undefined;
  const answer = answerTo(vignette, told, asked);
  const shared = {
    id: vignette.id,
    topic: vignette.topic ?? "",
    unread: asked.from === "text" ? [] : (told?.unread ?? []),
  };
  if (!answer.ok || truth?.ok === false) {
    const faults = [answer, truth].flatMap((result) => (result === undefined || result.ok ? [] : result.diagnostics));
    const differences = faults.map(({ message, help }) => `${message} (${help})`);
    return { ...shared, nextStep: null, isNextStepRight: false, score: null, differences };
  }
  const { nextStep, score } = answer.value;
  const expected = truth === undefined ? vignette.expected : asFarAsSaid(vignette, truth.value);
  const danger = dangerOf(
    nextStep?.code ?? null,
    [expected.nextStep, ...expected.alsoAcceptable],
    asked.pathway,
    asked.file.urgency ?? urgencyOf(asked.pathway),
  );
  const findings = truth === undefined ? undefined : judgeFindings(vignette, truth.value, answer.value, asked);
  return {
    ...shared,
    nextStep: nextStep?.code ?? null,
    isNextStepRight: isRightNextStep(expected, answer.value),
    score,
    differences: [
      ...compareVignette(expected, answer.value),
      ...compareSaidScore(vignette, truth?.value, answer.value),
    ],
    ...(danger === undefined ? {} : { danger }),
    ...(findings === undefined ? {} : { findings }),
  };
}

interface Told {
  readonly findings: Readonly<Record<string, unknown>>;
  readonly unread: readonly string[];
}

/** What the text of a vignette states: its `findings`, or else its structured part without what the text leaves unsaid. */
function toldFindings({ findings, structured, unsaid }: Vignette): Told | undefined {
  if (findings !== undefined) return { findings, unread: [] };
  if (structured === undefined) return undefined;
  const read = structuredFindings(structured);
  const said = Object.entries(read.findings).filter(([feature]) => !unsaid.includes(feature));
  return { findings: Object.fromEntries(said), unread: read.unread };
}

function answerTo(vignette: Vignette, told: Told | undefined, asked: Asked): Result<Answer> {
  const lacks = (part: string) =>
    failed(vignetteDiagnostics.report("vignette-part-missing", { id: vignette.id, part }));
  if (asked.from === "text")
    return vignette.text === undefined
      ? lacks("text")
      : asked.wellspring.ask({ question: vignette.text, ...profileOf(asked) });
  if (told === undefined) return lacks("structured");
  const { structured } = vignette;
  return evaluate(structured === undefined ? told.findings : structuredFindings(structured).findings, asked);
}

function evaluate(findings: Readonly<Record<string, unknown>>, asked: Asked): Result<Answer> {
  return asked.wellspring.evaluate(asked.topic, { findings, ...profileOf(asked) });
}

function profileOf({ profile }: Asked): { profile?: string } {
  return profile === undefined ? {} : { profile };
}

/** Where the text leaves something unsaid, the answer to what it does say is right: advice, warnings and total. */
function asFarAsSaid({ expected, unsaid }: Vignette, truth: Answer): Expected {
  if (unsaid.length === 0 || truth.nextStep === null) return expected;
  const { wellsScore: _, stratum: __, ...rest } = expected;
  return {
    ...rest,
    alsoAcceptable: [...expected.alsoAcceptable, truth.nextStep.code],
    warnings: expected.warnings.filter((code) => truth.warnings.includes(code)),
    alsoDo: expected.alsoDo.filter((code) => truth.nextStep?.alsoDo.includes(code)),
  };
}

function compareSaidScore({ unsaid }: Vignette, truth: Answer | undefined, answer: Answer): readonly string[] {
  if (truth === undefined || unsaid.length === 0) return [];
  const print = ({ score }: Answer) => (score === null ? "none" : `${score.lo} to ${score.hi}`);
  return print(truth) === print(answer) ? [] : [`score: the text gives ${print(truth)}, got ${print(answer)}`];
}

function judgeFindings(vignette: Vignette, truth: Answer, answer: Answer, { pathway, file }: Asked): FindingsJudged {
  const rough = Object.entries(vignette.findings ?? {}).filter(([, value]) => isRecord(value) && value.about === true);
  return compareFindings({
    pathway,
    truth,
    answer,
    isTruthComplete: vignette.findings !== undefined,
    mayFind: vignette.mayFind,
    mayAlwaysFind: file.mayAlwaysFind,
    mustNotFind: vignette.mustNotFind,
    rough: new Set(rough.map(([feature]) => feature)),
  });
}
