import type { Cue } from "../../phrases/entry.ts";
import { isSomewhere, type Stretch } from "../../text/stretch.ts";
import type { ContextText } from "../context-text.ts";
import type { NamedTokens } from "../named-tokens.ts";

/** A list and the words that deny all of it: "a cast, past clots and cancer have been asked for and are absent". */
export interface DeniedList extends Stretch {
  readonly cue: Cue;
}

/** Fewer items are left to the cues that deny one thing or two. */
export const FEWEST_ITEMS = 3;
/** Items of the longest list that is followed: hostile text is one list. */
export const MOST_ITEMS = 24;
/** Words of one item, abbreviations in full. */
export const LONGEST_ITEM = 8;
/** Words between a list and what denies it. */
export const LONGEST_TAIL = 8;

/** A text as a row of lists: what parts their items, what names one, and what states something, so that it is none. */
export class ListReader {
  readonly text: ContextText;
  readonly #named: () => NamedTokens;

  constructor(text: ContextText, named: () => NamedTokens) {
    this.text = text;
    this.#named = named;
  }

  /** What parts the items of such a list. Unlike other breaks, these part nothing else. */
  isSeparator(at: number): boolean {
    const raw = this.text.raw(at);
    return raw === "," || raw === "/" || raw === "&" || this.text.isOneOf("conjunctions", at);
  }

  /** Words that may stand between a list and what denies it, verbs left out: all, asked for and, marked. */
  isFiller(at: number): boolean {
    return this.text.is("listFillers", at);
  }

  /** A verb, and whatever states something of what it stands beside: swollen, present, a length. */
  states(at: number): boolean {
    return this.text.isStating(at) || this.text.isPredicate(at) || this.#named().tests.has(at);
  }

  /** A word that a topic knows: an item is a thing one may have. */
  isNamed(at: number): boolean {
    return this.#named().things.has(at);
  }

  names(item: Stretch): boolean {
    return isSomewhere(item, (at) => this.isNamed(at));
  }
}
