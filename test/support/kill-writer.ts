import { writeSync } from "node:fs";
import { hashOf } from "../../src/review/testing/board.ts";
import { openRecord } from "../../src/store/record/record-store.ts";

// Works on a record until it is killed: drafts, signs, publishes, one text after the other. Each entry is told on standard
// output once the record has acknowledged it, and not before.

const file = process.argv[2] ?? "";
const opened = await openRecord(file, () => new Date());
if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("; "));
const record = opened.value;

async function act(
  agent: string,
  activity: Parameters<typeof record.act>[0]["activity"],
  body: unknown,
): Promise<boolean> {
  const done = await record.act({ agent, activity, body }, "desk");
  if (done.ok) writeSync(1, `${done.value.sequence} ${done.value.hash}\n`);
  return done.ok;
}

const ROLES = { author: "author", cleo: "clinical-reviewer", max: "methods-reviewer", edith: "editor" };
await act("ann", "admit-person", { person: "ann", name: "Ann", roles: ["administrator"] });
for (const [person, role] of Object.entries(ROLES)) {
  await act("ann", "admit-person", { person, name: person, roles: [role] });
  await act(person, "declare-interest", { topic: "all", words: "none", conflict: false });
}

/** Where a killed run left off is where the next goes on: every step is tried, and those that are done are refused. */
let round = await record.read().then(
  ({ topics }) => topics.get("leg")?.editions.length ?? 0,
  // A server that was killed ends nothing here: whoever killed it ends the writer too.
  () => 0,
);
for (; ; round++) {
  const text = { topic: "leg", hash: hashOf(String.fromCharCode(33 + (round % 90))) };
  const policy = { clinicalSignatures: 1, methodsSignatures: 1, reviewEveryMonths: 12 };
  await act("author", "draft", { ...text, cites: ["smith-2020"], policy, proof: "proven" });
  await act("author", "submit", text);
  await act("edith", "begin-review", text);
  for (const [person, capacity] of [
    ["cleo", "clinical"],
    ["max", "methods"],
  ] as const) {
    await act(person, "open-citation", { ...text, source: "smith-2020" });
    await act(person, "sign", { ...text, capacity });
  }
  await act("edith", "approve", text);
  await act("edith", "publish", text);
}
