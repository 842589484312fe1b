import { addHours } from "../../src/review/model/calendar.ts";
import type { Instant, ReviewRecord } from "../../src/review/model/review-record.ts";
import type { Activity } from "../../src/review/policy.ts";
import { Board } from "../../src/review/testing/board.ts";
import { openRecord } from "../../src/store/record/record-store.ts";

/** A record with a clock that the test sets, on whatever engine. */
export interface TriedBoard {
  readonly now: Instant;
  wait(hours: number): void;
  /** Codes of why not; empty when it was recorded. */
  act(agent: string, activity: Activity, body: unknown): Promise<readonly string[]>;
  read(): Promise<ReviewRecord>;
  close(): Promise<void>;
}

/** The rules alone, without a store. */
export function boardInMemory(): TriedBoard {
  const board = new Board();
  return {
    get now() {
      return board.now;
    },
    wait: (hours) => void board.wait(hours),
    act: async (agent, activity, body) => board.act(agent, activity, body),
    read: async () => board.record,
    close: async () => undefined,
  };
}

/** The same through a store: a file, or a schema on a server. */
export async function boardAt(place: string): Promise<TriedBoard> {
  let now: Instant = "2026-01-01T00:00:00.000Z";
  const opened = await openRecord(place, () => new Date(now));
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("; "));
  const record = opened.value;
  return {
    get now() {
      return now;
    },
    wait(hours) {
      now = addHours(now, hours);
    },
    async act(agent, activity, body) {
      const done = await record.act({ agent, activity, body }, "desk");
      return done.ok ? [] : done.diagnostics.map(({ code }) => code);
    },
    read: () => record.read(),
    async close() {
      const faults = await record.verify([]);
      await record.close();
      if (faults.length > 0) throw new Error(`the log is not sound: ${JSON.stringify(faults)}`);
    },
  };
}
