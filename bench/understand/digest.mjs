// node bench/understand/digest.mjs [file]: a digest of every answer to the texts of the fixtures and of what is read from hostile ones, so that a change
// which should change no answer can show that it changed none. Given a file, it is written there line by line, to be compared with another's.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Dice } from "../../test/support/dice.ts";
import { hostileShapes, wordsIn } from "../../test/support/hostile-text.ts";
import { openSubject } from "./subject.ts";

const { ask, read } = await openSubject();
const fixtures = new URL("../../test/fixtures/", import.meta.url);
/** Sizes of the hostile texts of each shape; the longest are the fuzz's. */
const SIZES = [10, 50, 100, 300, 1000, 3000];
const lines = [];

for (const name of readdirSync(fixtures).filter((file) => file.endsWith(".json"))) {
  const { vignettes, questions } = JSON.parse(readFileSync(new URL(name, fixtures), "utf8"));
  for (const { id, text, question = text, followUps = [] } of vignettes ?? questions ?? []) {
    let said = ask({ question });
    note(`${name} ${id}`, said);
    note(`${name} ${id} supposed`, read(question, "supposed"));
    for (const [turn, { question: next }] of followUps.entries()) {
      const exchange = said.ok ? said.value.conversation?.exchange : undefined;
      said = ask({ question: next, ...(exchange === undefined ? {} : { exchange }) });
      note(`${name} ${id} follow-up ${turn + 1}`, said);
    }
  }
}

const topicWords = new URL("../../library/topics/suspected-leg-dvt/words.yaml", import.meta.url);
const dice = new Dice(20_261_130);
for (const shape of hostileShapes(wordsIn(readFileSync(topicWords, "utf8"))))
  for (const size of SIZES) note(`${shape.title} ${size}`, read(shape.write(dice, size)));

function note(title, said) {
  lines.push(`${createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16)} ${title}`);
}

const whole = createHash("sha256").update(lines.join("\n")).digest("hex");
if (process.argv[2] !== undefined) writeFileSync(process.argv[2], `${lines.join("\n")}\n`);
console.log(`${lines.length} readings, ${whole}`);
