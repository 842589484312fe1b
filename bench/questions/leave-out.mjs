// How declared answers are found by wordings they do not know: wordings are left out by folds and asked.
//   node bench/questions/leave-out.mjs [folds] [wordings.json]   the file names those to leave out; all, when there is none
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { directFrom, findDirectAnswer } from "../../src/answer/asked/find-direct-answer.ts";
import { rankAnswers } from "../../src/answer/asked/rank-answers.ts";
import { parseClinicalLanguage } from "../../src/answer/understand/clinical-language.ts";
import { understand } from "../../src/answer/understand/understand.ts";
import { openLibrary } from "../../src/store/open-library.ts";
import { SIGNING_KEY } from "../../test/real-library.ts";
import { LIBRARY } from "../understand/subject.ts";

const [folds = "5", file] = process.argv.slice(2);
const opened = await openLibrary(LIBRARY, SIGNING_KEY);
if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
const [topic] = opened.value.wellspring.library.topics.values();
const language = parseClinicalLanguage("language", readFileSync(join(LIBRARY, "clinical-language.yaml"), "utf8"));
if (!language.ok) throw new Error(JSON.stringify(language.diagnostics));
const words = language.value.value;

const answerOf = new Map(topic.answers.flatMap((answer) => answer.asked.map((wording) => [wording, answer])));
const asked = file === undefined ? [...answerOf.keys()] : JSON.parse(readFileSync(file, "utf8"));
const known = asked.filter((wording) => answerOf.has(wording));
const tally = { first: 0, shown: 0, refused: 0 };
for (let fold = 0; fold < Number(folds); fold += 1) {
  const out = new Set(known.filter((_, at) => at % Number(folds) === fold));
  const answers = topic.answers.map((one) => ({ ...one, asked: one.asked.filter((wording) => !out.has(wording)) }));
  const cut = { ...topic, answers };
  for (const wording of out) {
    const understanding = understand(wording, cut, words);
    const want = answerOf.get(wording).statements;
    const [best] = rankAnswers(wording, cut, words, understanding);
    const match = findDirectAnswer(wording, cut, words, understanding);
    const isGiven = match !== undefined && match.score >= directFrom(wording, cut, words);
    if (best?.statements.join() === want.join()) tally.first += 1;
    if (!isGiven) tally.refused += 1;
    else if (match.statements.includes(want[0])) tally.shown += 1;
  }
}
const share = (count) => `${count} (${((100 * count) / known.length).toFixed(1)} %)`;
console.log(`${known.length} of ${answerOf.size} wordings left out in ${folds} folds, ${topic.answers.length} answers`);
console.log(
  `found first ${share(tally.first)}, first statement shown ${share(tally.shown)}, no direct answer ${share(tally.refused)}`,
);
