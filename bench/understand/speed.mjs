// node bench/understand/speed.mjs [rounds]: milliseconds from the text of a 300-word vignette to its answer, in process, warmed up.
import { readFileSync } from "node:fs";
import { openSubject } from "./subject.ts";

const rounds = Number(process.argv[2] ?? 5);
const WORDS = 300;
const { ask } = await openSubject();
const file = new URL("../../test/fixtures/development-vignettes.json", import.meta.url);
const { vignettes } = JSON.parse(readFileSync(file, "utf8"));

/** What a referral letter holds besides its question. */
const REST = `She has been registered here since 2004. Past history: hypertension, hypercholesterolaemia, a cholecystectomy in 1998, glaucoma,
osteoarthritis of both hands, and a fractured wrist as a teenager. Medication: amlodipine, simvastatin and latanoprost drops. Allergic to penicillin.
She lives with her sister on the second floor, walks to the shops every day and looks after a garden. She has never smoked and drinks a glass of wine at weekends.
Her mother lived to ninety-one and her father had a stroke at eighty. She travelled by coach to Scotland in May. On examination she looks well and is
comfortable at rest. Temperature 36.7, pulse 76 and regular, blood pressure 132/78, saturation 98 % on air, height 165 cm, weight 71 kg. Heart sounds are normal,
the lungs are clear and the abdomen is soft. Reflexes are brisk and equal. The hips move freely. There is mild crepitus at the knees. Recent tests: haemoglobin 131,
white cells 6.2, platelets 244, sodium 139, potassium 4.2, creatinine 68, liver tests normal, thyroid function normal, HbA1c 39. The chest film of last autumn was clear.
She is due for a cataract review in spring and had her influenza vaccination in October. She asked me to mention that she prefers letters to telephone calls, and that her
niece will bring her. I would be grateful for your opinion on what should be done next, and have told her to come back at any time if things change. Yours sincerely`;

const texts = vignettes.map(({ text }) => {
  const words = `${text} ${REST} ${REST}`.split(/\s+/);
  return words.slice(0, WORDS).join(" ");
});
for (const question of texts) ask({ question });

// The time of the thread besides the clock's: on a busy machine the clock also counts the waiting.
const clock = [];
const thread = [];
for (let round = 0; round < rounds; round++)
  for (const question of texts) {
    const [begun, used] = [performance.now(), process.threadCpuUsage()];
    const answer = ask({ question });
    const { user, system } = process.threadCpuUsage(used);
    clock.push(performance.now() - begun);
    thread.push((user + system) / 1000);
    if (!answer.ok) throw new Error(answer.diagnostics[0].message);
  }

console.log(`${texts.length} vignettes of ${WORDS} words, ${rounds} rounds`);
console.log(`by the clock       ${summary(clock)}`);
console.log(`time of the thread ${summary(thread)}`);

function summary(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`;
}
