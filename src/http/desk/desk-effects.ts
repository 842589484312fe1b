import type { FindSignedIn } from "../../accounts/signed-in.ts";
import type { Invited } from "../../accounts/steps/invite.ts";
import type { EvidenceLook } from "../../evidence/evidence-port.ts";
import type { Result } from "../../kernel/result.ts";
import type { Library, LibraryFile } from "../../library/model/library.ts";
import type { EvidenceShelf } from "../../review/evidence/act-on-evidence.ts";
import type { PersonId } from "../../review/model/review-record.ts";
import type { RecordPort } from "../../review/record-port.ts";
import type { ReadText } from "../../review/text/read-kept-text.ts";
import type { TextBench } from "../../review/text/text-bench.ts";
import type { PageEffects } from "../home-route.tsx";
import type { AdviceBoard } from "./advice-board.ts";

/** The store of evidence as the board looks at it. */
export interface DeskEvidence extends EvidenceShelf {
  look(): Promise<EvidenceLook>;
}

/** What the desk is given by whoever starts the server. Without it there is no desk. */
export interface DeskOptions {
  readonly record: RecordPort;
  readonly bench: TextBench;
  /** The library as it lies in its folder, which readers may be given other texts than. */
  readonly folder: Library;
  /** Its files as they were read at the start. */
  readonly files: readonly LibraryFile[];
  readonly findSignedIn: FindSignedIn;
  /** The page that explains a diagnostic, as Markdown; nothing where there is none. */
  readonly explainDiagnostic: (code: string) => Promise<string | undefined>;
  /** The store of evidence; absent where the product runs without one. */
  readonly evidence?: DeskEvidence;
  /** A link, shown once, by which somebody of the board chooses how they sign in. */
  readonly invite: (person: PersonId) => Promise<Result<Invited>>;
}

/** What the pages of the desk are made of. */
export interface DeskEffects extends DeskOptions, PageEffects {
  /** A kept text as it was read. */
  readonly readText: (hash: string) => Promise<ReadText | undefined>;
  readonly advice: AdviceBoard;
}
