import type { Result } from "../../kernel/result.ts";

/** What a statement is given for each of its `?`. */
export type SqlValue = string | number | null;

export type SqlRow = Readonly<Record<string, unknown>>;

/** Statements that every engine understands, with a `?` for each value. */
export interface Sql {
  run(statement: string, ...values: readonly SqlValue[]): Promise<readonly SqlRow[]>;
}

/** Where the tables lie. What `run` shows was committed, and never what a transaction under way has written. */
export interface Engine extends Sql {
  /** Whether anything can be added; where not, `alone` is refused. */
  readonly writable: boolean;
  /**
   * Everything or nothing, and alone among all who write: what `work` has read still holds when it is committed. Nothing is kept of a
   * `work` that gives a failure or throws. What is given back is on disk.
   */
  alone<T>(work: (sql: Sql) => Promise<Result<T>>): Promise<Result<T>>;
  /** What is wrong with the tables themselves, whatever stands in them. */
  damages(): Promise<readonly string[]>;
  /** A sound copy while the tables are in use. */
  backup(path: string): Promise<Result<null>>;
  close(): Promise<void>;
}
