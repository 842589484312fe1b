/** Stems that stand in one passage alone keep no company. */
const FEWEST_PASSAGES = 2;
const FIRST_SIZE = 1 << 16;
/** The line of a passage that holds what its document is about; it is the same for all passages of a document. */
const SUBJECTS_LINE = 1;

/** Which stems stand in which passages, with weights: the entries of passage `p` lie from `starts[p]` to `starts[p + 1]`. */
export interface StemCounts {
  readonly stems: readonly string[];
  readonly passages: number;
  readonly starts: readonly number[];
  /** Of each entry the stem, by its place in `stems`. */
  readonly rows: Int32Array;
  /** More for a stem that is rare and said often; together of length 1 for each passage. */
  readonly weights: Float32Array;
}

/** Counts the stems of titles and texts, of passages as `toTermLines` writes them. */
export function countStems(passages: Iterable<string>): StemCounts {
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const starts = [0];
  let rows = new Int32Array(FIRST_SIZE);
  let counts = new Float32Array(FIRST_SIZE);
  let entries = 0;
  for (const lines of passages) {
    for (const [stem, count] of stemsOf(lines)) {
      const number = numbers.get(stem) ?? numbers.size;
      numbers.set(stem, number);
      frequency[number] = (frequency[number] ?? 0) + 1;
      if (entries === rows.length) {
        rows = grown(rows, new Int32Array(2 * entries));
        counts = grown(counts, new Float32Array(2 * entries));
      }
      rows[entries] = number;
      counts[entries++] = count;
    }
    starts.push(entries);
  }
  const all = [...numbers.keys()];
  const kept = all.keys().filter((number) => (frequency[number] ?? 0) >= FEWEST_PASSAGES);
  const rowOf = new Map([...kept].map((number, row) => [number, row]));
  const stems = [...rowOf.keys()].map((number) => all[number] ?? "");
  return { stems, passages: starts.length - 1, ...weighed({ starts, rows, counts, frequency, rowOf }) };
}

function stemsOf(lines: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [at, line] of lines.split("\n").entries()) {
    if (at === SUBJECTS_LINE || line === "") continue;
    for (const stem of line.split(" ")) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

interface Counted {
  readonly starts: readonly number[];
  readonly rows: Int32Array;
  readonly counts: Float32Array;
  readonly frequency: readonly number[];
  readonly rowOf: ReadonlyMap<number, number>;
}

/** Leaves out stems without a row, and turns counts into weights. */
function weighed({ starts, rows, counts, frequency, rowOf }: Counted): Pick<StemCounts, "starts" | "rows" | "weights"> {
  const passages = starts.length - 1;
  const from = [0];
  let kept = 0;
  for (let passage = 0; passage < passages; passage++) {
    const first = kept;
    let square = 0;
    for (let entry = starts[passage] ?? 0; entry < (starts[passage + 1] ?? 0); entry++) {
      const number = rows[entry] ?? 0;
      const row = rowOf.get(number);
      if (row === undefined) continue;
      const often = frequency[number] ?? 0;
      const rarity = Math.log(1 + (passages - often + 0.5) / (often + 0.5));
      const weight = (1 + Math.log(counts[entry] ?? 1)) * rarity;
      rows[kept] = row;
      counts[kept++] = weight;
      square += weight * weight;
    }
    for (let entry = first; entry < kept; entry++) counts[entry] = (counts[entry] ?? 0) / Math.sqrt(square);
    from.push(kept);
  }
  return { starts: from, rows: rows.subarray(0, kept), weights: counts.subarray(0, kept) };
}

function grown<List extends Int32Array | Float32Array>(list: List, into: List): List {
  into.set(list);
  return into;
}
