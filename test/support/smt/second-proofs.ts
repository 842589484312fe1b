import { spawn } from "node:child_process";
import { join } from "node:path";
import type { SecondProof } from "./second-proof.ts";

/** One pathway under one profile, perhaps with one of its rules left out. */
export interface ProofQuestion {
  readonly name: string;
  readonly file: string;
  readonly profile: string;
  readonly withoutRule?: string;
}

export interface ProofAnswer {
  readonly name: string;
  readonly proof: SecondProof;
}

/** Starts of one child until its share is answered. */
const MOST_STARTS = 3;
const CHILD = join(import.meta.dirname, "prove-share.ts");
/** How the solver's WebAssembly ends when its memory fails: nothing that a wrong answer or an error of ours could look like. */
const MEMORY_FAULT =
  /memory access out of bounds|table index is out of bounds|null function|indirect call|unreachable executed|Out of memory|Aborted\(/;

/** Puts the questions to Z3 in two processes. A child that ends with a fault of the solver's memory is started again for what is open, and says so. */
export async function proveInChildren(questions: readonly ProofQuestion[]): Promise<ReadonlyMap<string, SecondProof>> {
  const shares = [0, 1].map((child) => questions.filter((_, at) => at % 2 === child));
  const answers = await Promise.all(shares.map(proveShare));
  return new Map(answers.flat().map(({ name, proof }) => [name, proof]));
}

async function proveShare(share: readonly ProofQuestion[]): Promise<readonly ProofAnswer[]> {
  const answers: ProofAnswer[] = [];
  for (let start = 1; ; start++) {
    const open = share.slice(answers.length);
    const { out, err, ended } = await runChild(open);
    answers.push(
      ...out
        .split("\n")
        .filter((line) => line !== "")
        .map((line): ProofAnswer => JSON.parse(line)),
    );
    if (answers.length === share.length) return answers;
    if (!MEMORY_FAULT.test(err) || start === MOST_STARTS)
      throw new Error(`the solver's process ended with ${ended}\n${err}`);
    console.warn(`the solver's memory failed at \`${share[answers.length]?.name}\`; it is started again`);
  }
}

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly ended: string;
}

function runChild(questions: readonly ProofQuestion[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, JSON.stringify(questions)], { stdio: ["ignore", "pipe", "pipe"] });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => err.push(text));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ out: out.join(""), err: err.join(""), ended: `${signal ?? code}` }));
  });
}
