import type { FindSignedIn } from "../../accounts/signed-in.ts";
import type { LibraryFile } from "../../library/model/library.ts";
import type { RecordPort } from "../../review/record-port.ts";
import type { ReadText } from "../../review/text/read-kept-text.ts";
import type { TextBench } from "../../review/text/text-bench.ts";
import type { PageEffects } from "../home-route.tsx";
import type { AdviceBoard } from "./advice-board.ts";

/** What the desk is given by whoever starts the server. Without it there is no desk. */
export interface DeskOptions {
  readonly record: RecordPort;
  readonly bench: TextBench;
  /** The files of the library as they were read at the start. */
  readonly files: readonly LibraryFile[];
  readonly findSignedIn: FindSignedIn;
}

/** What the pages of the desk are made of. */
export interface DeskEffects extends DeskOptions, PageEffects {
  /** A kept text as it was read. */
  readonly readText: (hash: string) => Promise<ReadText | undefined>;
  readonly advice: AdviceBoard;
}
