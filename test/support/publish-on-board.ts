import type { Topic } from "../../src/library/model/topic.ts";
import type { Board } from "../../src/review/testing/board.ts";
import { describeText } from "../../src/review/text/describe-text.ts";

/** Leads a topic as it stands through a board, from its draft to an edition, with the two signatures that are asked for. */
export function publishOnBoard(board: Board, topic: Topic): Board {
  const text = { topic: topic.slug, hash: topic.hash };
  const described = describeText(topic, true);
  board.must("author", "draft", described).must("author", "submit", text).must("editor", "begin-review", text);
  for (const reviewer of ["clinical", "methods"]) {
    for (const source of described.cites) board.must(reviewer, "open-citation", { ...text, source });
    board.must(reviewer, "sign", { ...text, capacity: reviewer });
  }
  return board.must("editor", "approve", text).must("editor", "publish", text);
}
