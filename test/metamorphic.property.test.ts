import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vignettesShape } from "../src/cli/vignettes/vignette-shape.ts";
import { shippedLibrary } from "./real-library.ts";
import { nextStepFor, wells } from "./support/leg-dvt.ts";
import { americanised, IRRELEVANT, mirrored, type Note, notes, textOf } from "./support/patient-note.ts";

// What must not change the advice: order, case, spelling, things beside the point, the side. What must: a "no".

const { wellspring } = await shippedLibrary();

function adviceFor(text: string): string {
  const answer = wellspring.ask({ question: text });
  if (!answer.ok) throw new Error(answer.diagnostics.map(({ message }) => message).join("; "));
  const { nextStep, refusal } = answer.value;
  return nextStep?.code ?? `refusal, ${refusal?.reason}`;
}

/** A property of notes whose statements are known: the advice for the text is the advice for the findings. */
function holdsForNotes<T>(draws: fc.Arbitrary<T>, write: (note: Note, drawn: T) => string): void {
  const property = fc.property(notes, draws, (note, drawn) => {
    const text = write(note, drawn);
    expect({ text, advice: adviceFor(text) }).toEqual({ text, advice: nextStepFor(note.findings) });
  });
  fc.assert(property, { numRuns: 40 });
}

const anyOrder = (note: Note, places: readonly number[]) =>
  note.sentences
    .map((sentence, at) => ({ sentence, place: places[at] ?? at }))
    .sort((one, other) => one.place - other.place)
    .map(({ sentence }) => sentence);
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 });

describe("notes of sentences that stand alone", () => {
  test("give the advice of what they state, in whichever order they are told", () => {
    holdsForNotes(places, (note, drawn) => textOf(note, anyOrder(note, drawn)));
  });

  test("give it in capitals and in small letters", () => {
    holdsForNotes(fc.boolean(), (note, capitals) =>
      capitals ? textOf(note).toUpperCase() : textOf(note).toLowerCase(),
    );
  });

  test("give it in American spelling", () => {
    holdsForNotes(fc.constant(null), (note) => americanised(textOf(note)));
  });

  test("give it with things beside the point in between", () => {
    const asides = fc.array(fc.tuple(fc.constantFrom(...IRRELEVANT), fc.nat(10)), { maxLength: 5 });
    holdsForNotes(asides, (note, drawn) => {
      const sentences = [...note.sentences];
      for (const [aside, at] of drawn) sentences.splice(at, 0, aside);
      return textOf(note, sentences);
    });
  });

  test("give it for the other leg", () => {
    holdsForNotes(fc.constant(null), (note) => mirrored(textOf(note)));
  });
});

describe("a `no` before one of two positive findings", () => {
  const POSITIVE = [
    ["deepVeinTenderness", "tenderness along the deep veins"],
    ["pittingOedema", "pitting oedema confined to the left leg"],
    ["collateralVeins", "dilated collateral veins"],
    ["entireLegSwollen", "swelling of the entire leg"],
  ] as const;
  const REST =
    "No cancer, no plaster, no surgery, no bed rest, no previous DVT. The left calf is 1 cm larger than the right. No alternative diagnosis is as likely.";
  const pairs = POSITIVE.flatMap((one) =>
    POSITIVE.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  const note = (first: string, second: string, others: readonly string[]) =>
    `A 54-year-old man has a painful left leg. There is ${first}. There is ${second}. ${others.map((other) => `There is no ${other}.`).join(" ")} ${REST}`;

  test.each(pairs)("%j and %j: scan with both, blood test with one", ([feature, words], [second, otherWords]) => {
    const others = POSITIVE.filter(([id]) => id !== feature && id !== second).map(([, said]) => said);
    expect(adviceFor(note(words, otherWords, others))).toBe(nextStepFor(wells(feature, second)));
    for (const no of ["no", "no evidence of", "no sign of"])
      expect(adviceFor(note(`${no} ${words}`, otherWords, others))).toBe(nextStepFor(wells(second)));
  });
});

const FILE = new URL("fixtures/development-vignettes.json", import.meta.url);
const { vignettes } = vignettesShape.parse(JSON.parse(readFileSync(FILE, "utf8")));

describe("what clinicians wrote", () => {
  /** Each change, and how many of the texts may then be asked about instead: never may one get other advice, or less. */
  const changes: readonly (readonly [string, (text: string) => string, number])[] = [
    ["in capitals", (text) => text.toUpperCase(), 12],
    ["in small letters", (text) => text.toLowerCase(), 6],
    ["in American spelling", americanised, 0],
    // One text names nothing else of the topic, and is refused as a left calf while as a right one it is asked about.
    ["of the other leg", mirrored, 1],
    ["after something beside the point", (text) => `${IRRELEVANT[0]} ${IRRELEVANT[3]} ${text}`, 3],
    // Of these one ("28 weeks pregnant" ticked for a man with a painful calf) is recognised by itself alone, just.
    ["before something beside the point", (text) => `${text} ${IRRELEVANT[1]} ${IRRELEVANT[6]} ${IRRELEVANT[9]}`, 4],
  ];
  const told = vignettes.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const before = told.map(adviceFor);
  const ASKING = /ASK_MISSING|RESOLVE_CONTRADICTION|^refusal/;

  test.each(changes)("gives the same advice %s, or asks", (_title, change, most) => {
    const changed = told.flatMap((text, at) => {
      const advice = adviceFor(change(text));
      return advice === before[at] ? [] : [{ text, before: before[at], advice }];
    });
    // Where the text as written was asked about, a plainer form of it may be answered.
    expect(changed.filter((one) => !ASKING.test(one.advice) && !ASKING.test(one.before ?? ""))).toEqual([]);
    expect(changed.length, JSON.stringify(changed, null, 2)).toBeLessThanOrEqual(most);
  });
});
