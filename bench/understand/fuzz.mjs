// node bench/understand/fuzz.mjs [strings] [seed]: reads hostile strings of up to 100 kB and prints the worst milliseconds per kB.
// Time is that of the thread, not of the clock, which on a busy machine counts the waiting too; what is above the bar all the same is read
// again, so that the reader can be told from a pause of the machine. A string shorter than 1 kB counts as one of 1 kB: the measure is of length, not of the cost of a call.
import { Dice } from "../../test/support/dice.ts";
import { hostileShapes } from "../../test/support/hostile-text.ts";
import { openSubject } from "./subject.ts";

const [count, seed] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 20_261_125)];
const MOST = 100_000;
const { read, words } = await openSubject();
const shapes = hostileShapes(words);
const dice = new Dice(seed);

// Warmed up as a server is: a few readings of every shape.
for (const shape of shapes) for (let turn = 0; turn < 30; turn++) read(shape.write(dice, 300));

const worst = new Map(shapes.map(({ title }) => [title, { perKb: 0, size: 0, ms: 0, begins: "" }]));
const BAR = 50;
const AGAIN = 50;
const above = [];
let [characters, spent] = [0, 0];
for (let at = 0; at < count; at++) {
  const shape = shapes[at % shapes.length];
  const text = shape.write(dice, sizeOf(at));
  const ms = timeOf(text);
  characters += text.length;
  spent += ms;
  const perKb = ms / Math.max(1, text.length / 1000);
  if (perKb > BAR) above.push({ title: shape.title, text, perKb });
  if (perKb > worst.get(shape.title).perKb)
    worst.set(shape.title, { perKb, size: text.length, ms, begins: text.slice(0, 40) });
}

/** Milliseconds that the thread takes to read a text. */
function timeOf(text) {
  const used = process.threadCpuUsage();
  read(text);
  const { user, system } = process.threadCpuUsage(used);
  return (user + system) / 1000;
}

/** Most are short, as questions are; two in a hundred are longer; one in a thousand is as long as can be. */
function sizeOf(at) {
  const rank = Math.floor(at / shapes.length) % 1000;
  if (rank === 0) return MOST;
  if (rank % 50 === 0) return 1 + dice.roll(MOST / 5);
  return 1 + dice.roll(1000);
}

for (const { title, text, perKb } of above) {
  const times = Array.from({ length: AGAIN }, () => timeOf(text)).sort((one, other) => one - other);
  const kb = Math.max(1, text.length / 1000);
  const [median, most] = [times[AGAIN / 2], times[AGAIN - 1]].map((ms) => (ms / kb).toFixed(1));
  console.log(
    `above ${BAR}: ${perKb.toFixed(1)} ms/kB once; read ${AGAIN} times again: median ${median}, most ${most} (${title}, ${text.length} characters)`,
  );
}

const rows = [...worst].sort(([, one], [, other]) => other.perKb - one.perKb);
for (const [title, { perKb, size, ms, begins }] of rows)
  console.log(
    `${perKb.toFixed(1).padStart(8)} ms/kB  ${title} (${size} characters in ${ms.toFixed(0)} ms): ${JSON.stringify(begins)}`,
  );
console.log(
  `\n${count} strings, ${(characters / 1e6).toFixed(0)} MB, seed ${seed}: ${(spent / (characters / 1000)).toFixed(2)} ms/kB on the whole, ` +
    `worst ${rows[0][1].perKb.toFixed(1)}, ${above.length} above ${BAR}`,
);
