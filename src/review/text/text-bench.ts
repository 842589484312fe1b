import type { Result } from "../../kernel/result.ts";
import type { LibraryFile } from "../../library/model/library.ts";
import type { KeptText } from "../record-port.ts";
import type { CheckedText } from "./check-text.ts";
import type { ComparedAdvice } from "./compare-advice.ts";

/** Where texts are proven and compared: it takes seconds, so it happens beside the server and within bounds. */
export interface TextBench {
  /**
   * Reads and proves the text of a topic among the files of its library. Fails when it cannot be read or takes too long. Once nobody
   * waits for it any more (`signal`) it is given up, so that who types on does not hold up the others.
   */
  check(topic: string, files: readonly LibraryFile[], signal?: AbortSignal): Promise<Result<CheckedText>>;
  /** Which patients the later of two texts advises otherwise, under one guideline profile that both have. */
  compare(before: KeptText, after: KeptText, profile: string): Promise<Result<ComparedAdvice>>;
}
