// Interleaved rounds, so that whatever else the machine does meets every engine alike; the median round counts.
import { seeded } from "../../src/kernel/seeded.ts";

/** Evaluations per second of each engine in the median round: `{ name, run, inputs }`, `run` synchronous or not. */
export async function measure(engines, settings) {
  const rounds = await measureRounds(engines, settings);
  return new Map([...rounds].map(([name, rates]) => [name, median(rates)]));
}

/** The same for every round: what two engines did in one round was done at nearly the same time. */
export async function measureRounds(engines, { rounds = 7, milliseconds = 120 } = {}) {
  const timed = [];
  for (const engine of engines) {
    await timeOf(engine, 200);
    // As many evaluations as fill a round, found by doubling.
    let count = 16;
    while ((await timeOf(engine, count)) < milliseconds / 2) count *= 2;
    timed.push({ ...engine, count, rates: [] });
  }
  for (let round = 0; round < rounds; round++)
    for (const engine of timed) engine.rates.push((engine.count / (await timeOf(engine, engine.count))) * 1000);
  return new Map(timed.map(({ name, rates }) => [name, rates]));
}

/** Milliseconds of so many evaluations, one after the other. Each engine has a loop of its own, so that none is compiled for another. */
async function timeOf(engine, count) {
  engine.loop ??= loopFor(engine);
  const begun = performance.now();
  // The length of every answer is added up, so that none can be left out as unused.
  if ((await engine.loop(count)) <= 0) throw new Error(`${engine.name} answers nothing`);
  return performance.now() - begun;
}

function loopFor({ run, inputs }) {
  const asynchronous = run(inputs[0]) instanceof Promise;
  const body = asynchronous
    ? "return async (count) => { let held = 0; for (let at = 0; at < count; at++) held += (await run(inputs[at % inputs.length])).length; return held; }"
    : "return (count) => { let held = 0; for (let at = 0; at < count; at++) held += run(inputs[at % inputs.length]).length; return held; }";
  return new Function("run", "inputs", body)(run, inputs);
}

export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A seeded draw with repetition, long enough that nothing learns the order. */
export function draw(from, size, seed = 1) {
  const random = seeded(seed);
  return Array.from({ length: size }, () => from[(random() * 2 ** 32) % from.length]);
}

export function printRate(rate) {
  return rate >= 1e6
    ? `${(rate / 1e6).toFixed(1)} M`
    : rate >= 1e4
      ? `${Math.round(rate / 1e3)} k`
      : `${Math.round(rate)}`;
}

export function printRatio(ratio) {
  return ratio >= 10 ? `${Math.round(ratio)}` : ratio.toFixed(1);
}
