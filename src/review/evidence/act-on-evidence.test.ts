import { beforeEach, describe, expect, test } from "vitest";
import type { EvidenceIntent } from "../../evidence/evidence-port.ts";
import { failed, ok } from "../../kernel/result.ts";
import type { EvidenceActivity, ReviewRecord } from "../model/review-record.ts";
import { reviewDiagnostics } from "../review-diagnostics.ts";
import { Board } from "../testing/board.ts";
import { actOnEvidence, type EvidenceShelf, settleEvidence } from "./act-on-evidence.ts";

let board: Board;
let state: Map<string, string>;
let intents: Map<string, EvidenceIntent>;
/** Where the process is killed: at the door of the store, or of the record. */
let killed: "at the store" | "at the record" | "after the record" | undefined;

const shelf: EvidenceShelf = {
  digestOf: (source) => (state.has(source) ? `sha256-${"ab".repeat(32)}` : undefined),
  setState: (source, to) => carry(() => state.set(source, to)),
  removeSource: (source) => carry(() => state.delete(source)),
  intents: () => [...intents.values()],
  intend: (intent) => void intents.set(intent.source, intent),
  forgetIntent: (source) => void intents.delete(source),
};

function carry(work: () => unknown): boolean {
  if (killed === "at the store") throw new Error("killed");
  return work() !== undefined;
}

const record = {
  read: async (): Promise<ReviewRecord> => board.record,
  act: async ({ agent, activity, body }: { agent: string; activity: Parameters<Board["act"]>[1]; body: unknown }) => {
    if (killed === "at the record") throw new Error("killed");
    const refused = board.act(agent, activity, body);
    if (killed === "after the record") throw new Error("killed");
    const { last } = board.record;
    if (refused.length > 0)
      return failed(reviewDiagnostics.report("review-evidence-unknown", { source: refused.join() }));
    const { sequence = 0, recorded = "", hash = "" } = last ?? {};
    return ok({ sequence, recorded, hash, agent, activity, body: "", door: "desk" as const, previous: "" });
  },
};

const act = (activity: EvidenceActivity, source = "pubmed") =>
  actOnEvidence({ agent: "librarian", activity, source, reason: "x" }, { record, shelf }, "desk");

beforeEach(() => {
  board = Board.full();
  state = new Map([
    ["pubmed", "pending"],
    ["pages", "pending"],
  ]);
  intents = new Map();
  killed = undefined;
});

describe("a decision on a source", () => {
  test("is recorded and carried out, and what was refused is not", async () => {
    expect((await act("release-evidence")).ok).toBe(true);
    expect(state.get("pubmed")).toBe("released");
    const refused = await actOnEvidence(
      { agent: "editor", activity: "remove-evidence", source: "pubmed", reason: "x" },
      { record, shelf },
      "desk",
    );
    expect([refused.ok, state.get("pubmed"), intents.size]).toEqual([false, "released", 0]);
  });

  test.each([
    ["at the store", "released"],
    ["after the record", "released"],
    ["at the record", "pending"],
  ] as const)(
    "whose process is killed %s is finished if it stands in the log, and forgotten if not",
    async (where, becomes) => {
      killed = where;
      await expect(act("release-evidence")).rejects.toThrow("killed");
      expect([state.get("pubmed"), intents.size]).toEqual(["pending", 1]);
      killed = undefined;
      await settleEvidence({ record, shelf });
      expect([state.get("pubmed"), state.get("pages"), intents.size]).toEqual([becomes, "pending", 0]);
    },
  );

  test("that was not finished is so before the next one on any source", async () => {
    killed = "at the store";
    await expect(act("remove-evidence")).rejects.toThrow("killed");
    killed = undefined;
    await act("release-evidence", "pages");
    expect([...state]).toEqual([["pages", "released"]]);
  });

  test("is carried out before the next one is begun, however long it takes, so that neither is lost", async () => {
    const done: string[] = [];
    const slow: EvidenceShelf = {
      ...shelf,
      async setState(source, to) {
        done.push(`${source} begun`);
        await new Promise((later) => setTimeout(later, 5));
        done.push(`${source} ${to}`);
        return shelf.setState(source, to);
      },
    };
    const request = { agent: "librarian", activity: "release-evidence", reason: "x" } as const;
    await Promise.all(
      ["pubmed", "pages"].map((source) => actOnEvidence({ ...request, source }, { record, shelf: slow }, "desk")),
    );
    expect(done).toEqual(["pubmed begun", "pubmed released", "pages begun", "pages released"]);
    expect(intents.size).toBe(0);
  });

  test("is carried out although another process took its intent for one that was never recorded", async () => {
    const beside = {
      ...record,
      act: (...given: Parameters<typeof record.act>) => {
        intents.clear();
        return record.act(...given);
      },
    };
    const request = { agent: "librarian", activity: "release-evidence", source: "pubmed", reason: "x" } as const;
    expect((await actOnEvidence(request, { record: beside, shelf }, "desk")).ok).toBe(true);
    expect(state.get("pubmed")).toBe("released");
  });

  test("is not carried out again on a source that was imported anew", async () => {
    await act("remove-evidence");
    state.set("pubmed", "pending");
    await settleEvidence({ record, shelf });
    expect(state.get("pubmed")).toBe("pending");
  });
});
