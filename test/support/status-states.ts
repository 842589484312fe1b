import type { Topic } from "../../src/library/model/topic.ts";
import { Board, hashOf } from "../../src/review/testing/board.ts";
import { describeText } from "../../src/review/text/describe-text.ts";
import type { StatusExpectation } from "./status-claims.ts";

/** A state that a text which is shown can be in, how a board comes to it, and what every page must then say. */
export interface State extends StatusExpectation {
  readonly name: string;
  readonly reach: (site: ReviewedText) => void;
  /** What the feed tells, the last first. */
  readonly news: readonly string[];
}

interface Named {
  readonly topic: string;
  readonly hash: string;
}

/** The text that is shown, and beside it one that nobody sees, each taken through review by a board. */
export class ReviewedText {
  readonly board = Board.full();
  readonly #topic: Topic;

  constructor(topic: Topic) {
    this.#topic = topic;
  }

  get shown(): Named {
    return { topic: this.#topic.slug, hash: this.#topic.hash };
  }

  get other(): Named {
    return { topic: this.#topic.slug, hash: hashOf("b") };
  }

  drafted(text = this.shown): void {
    this.board.must("author", "draft", { ...describeText(this.#topic, true), ...text });
  }

  underReview(text = this.shown): void {
    this.drafted(text);
    this.board.must("author", "submit", text).must("editor", "begin-review", text);
  }

  signed(agent: "clinical" | "methods", text = this.shown): void {
    for (const source of describeText(this.#topic, true).cites)
      this.board.must(agent, "open-citation", { ...text, source });
    this.board.must(agent, "sign", { ...text, capacity: agent });
  }

  halfSigned(): void {
    this.underReview();
    this.signed("clinical");
  }

  approved(text = this.shown): void {
    this.underReview(text);
    this.signed("clinical", text);
    this.signed("methods", text);
    this.board.must("editor", "approve", text);
  }

  published(text = this.shown): void {
    this.approved(text);
    this.board.must("editor", "publish", text);
  }

  corrected(): void {
    this.published(this.other);
    this.board.must("officer", "correct", { ...describeText(this.#topic, true), reason: "a dose was wrong" });
  }
}

const BOTH = ["clinical", "methods"];
const PENDING = /nobody has yet approved/;
/** Nothing is promised of a text of which the record says nothing: the day by which its author asks for review is printed. */
const UNREVIEWED = { signers: [], caution: PENDING, edition: null, until: "author", news: [] } as const;
/** Every board begins on the first of January 2026, and its texts are looked at again within twelve months. */
const IN_FORCE = { signers: BOTH, edition: 1, until: "2027-01-01", news: ["edition 1 published"] } as const;

export const STATES: readonly State[] = [
  { ...UNREVIEWED, name: "nothing recorded", reach: () => undefined, word: "Submitted" },
  { ...UNREVIEWED, name: "drafted", reach: (site) => site.drafted(), word: "Submitted" },
  { ...UNREVIEWED, name: "under review", reach: (site) => site.underReview(), word: "Under review" },
  {
    ...UNREVIEWED,
    name: "half signed",
    reach: (site) => site.halfSigned(),
    word: "Under review",
    signers: ["clinical"],
  },
  {
    ...UNREVIEWED,
    name: "changes requested",
    reach: (site) => {
      site.halfSigned();
      site.board.must("editor", "request-changes", { ...site.shown, reason: "x" });
    },
    word: "Under review",
  },
  {
    ...IN_FORCE,
    name: "an edition that the folder does not hold",
    reach: (site) => site.published(site.other),
    word: "Approved",
    caution: null,
  },
  {
    ...UNREVIEWED,
    name: "approved",
    reach: (site) => site.approved(),
    word: "Approved",
    signers: BOTH,
    caution: null,
  },
  { ...IN_FORCE, name: "published", reach: (site) => site.published(), word: "Approved", caution: null },
  {
    ...IN_FORCE,
    name: "due",
    reach: (site) => {
      site.published();
      site.board.wait(24 * 366);
    },
    word: "Approved",
    caution: /has not done so yet/,
  },
  {
    ...IN_FORCE,
    name: "expired",
    reach: (site) => {
      site.published();
      site.board.wait(24 * 500);
    },
    word: "Expired",
    caution: /^Expired/,
    usable: false,
  },
  {
    ...IN_FORCE,
    name: "flagged by a retraction",
    reach: (site) => {
      site.published();
      site.board.must("librarian", "retract-source", { source: "needleman-2018", reason: "for the test" });
    },
    word: "Under review",
    caution: /needleman-2018 was retracted: for the test/,
    news: ["edition 1 flagged", "edition 1 published"],
  },
  {
    name: "an emergency correction",
    reach: (site) => site.corrected(),
    word: "Under review",
    signers: [],
    caution: /Emergency correction .*a dose was wrong/,
    edition: 2,
    // The board has 72 hours: no copy may outlast them.
    until: "2026-01-04",
    news: ["edition 2 emergency correction", "edition 1 published"],
  },
  {
    name: "a correction that lapsed",
    reach: (site) => {
      site.corrected();
      site.board.wait(73);
    },
    ...IN_FORCE,
    word: "Approved",
    caution: null,
    news: ["edition 2 emergency correction", "edition 1 published"],
  },
  {
    ...IN_FORCE,
    name: "the folder's text replaced by a later edition",
    reach: (site) => {
      site.published();
      site.board.wait(1);
      site.published(site.other);
    },
    word: "Approved",
    caution: null,
    edition: 2,
    news: ["edition 2 published", "edition 1 published"],
  },
];
