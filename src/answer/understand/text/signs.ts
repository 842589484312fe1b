import { once } from "../../../kernel/once.ts";

/** How far around a dash the items beside it are looked for: keeps the work linear. */
const WINDOW = 80;

/** "Cancer -, plaster +": so signs answer, up to the last item of such a list. */
const ANSWERED = /\p{L} [-+]+ *[,;]/u;
const ENDS_ITEM = /^ *(?:[,;.)\n]|$)/;
/** A dash before it in the same item makes the two a pair of brackets. */
const BRACKETED = /(?:^|\s)-+\s[^,;.\n]*$/;
const OPENS_ITEM = /(?:^|[\n,;(:.])[ \t]*$/;
const SIGNED_BEFORE = /(?:^|[\n,;(:.])\s*[+-]\p{L}[^,;\n]*[,;]\s*$/u;
const SIGNED_BEHIND = /^\p{L}[^,;\n]*[,;]\s*[+-]\p{L}/u;

/** "Cancer+, plaster-, pitting-": signs right behind their items, more than one of them. */
const GLUED = /\p{L}[+-] *[,;.\n]/gu;
/** What ends in a hyphen where a second word is left out: "pre-, peri-". */
const PREFIX = /(?:^|[^\p{L}])(?:pre|post|non|anti|sub|supra|infra|inter|intra|semi|mid|peri|micro|macro|co|re)$/iu;

/** The dashes of a text that say no: what stands for each of them, or nothing where a dash only parts words. */
export function readsDashes(text: string): (start: number, end: number) => "absent" | "blank" | "no" | undefined {
  const firstAnswer = text.search(ANSWERED);
  const hasGlued = once(() => (text.match(GLUED)?.length ?? 0) > 1);
  return (start, end) => {
    const before = text.slice(Math.max(0, start - WINDOW), start);
    const behind = text.slice(end, end + WINDOW);
    if (ENDS_ITEM.test(behind)) {
      // "Cancer: -": none, or not filled in.
      if (/: *$/.test(before)) return "blank";
      if (/\p{L}$/u.test(before) && !PREFIX.test(before) && hasGlued()) return "absent";
      const isAnswer = firstAnswer >= 0 && start > firstAnswer && /[\p{L})] $/u.test(before);
      return isAnswer && !BRACKETED.test(before) ? "absent" : undefined;
    }
    // "-cancer, -plaster": a single one may be a bullet, or part words.
    const isSigned = /^\p{L}/u.test(behind) && OPENS_ITEM.test(before);
    return isSigned && (SIGNED_BEFORE.test(before) || SIGNED_BEHIND.test(behind)) ? "no" : undefined;
  };
}

/** What marks and letters of forms say of the item beside them, and whether they stand before it. */
export interface FormMark {
  readonly says: "present" | "absent" | "yes" | "no";
  readonly isBefore: boolean;
}

const CROSSES: ReadonlySet<string> = new Set(["✗", "✘", "❌"]);
const TICKS: ReadonlySet<string> = new Set(["✓", "✔", "✅", "√"]);
/** The first mark of a form that has nothing before it in its line stands before its item, and so do all others. */
const MARK_FIRST = /(?:^|[\n:;.(])[ \t]*[✗✘❌✓✔✅√]/u;
/** "Cancer n", "plaster N, pitting Y": letters behind their items; one alone may be anything. */
const LETTERS = /[\p{L})] [nNyY] *(?:[,;.\n]|$)/gu;
const FEWEST_LETTERS = 2;
/** "Cancer = 1, plaster (0), pitting: 1 point, collaterals 0": points of items, of which there are several; a total is none. */
const POINTS = /(?:[=:(]|\p{L}) ?\+?[01](?: ?(?:points?|pts?))? *(?:[,;.)\n|]|$)/gu;
const FEWEST_POINTS = 3;
const BEFORE_POINT = /(?:[=:(]|[\p{L})]) ?\+?$/u;
const ENDS_POINT = /^(?: ?(?:points?|pts?))? *(?:[,;.)\n|]|$)/;
/** "Cancer: false, plaster: true": as a record system writes it. */
const TRUTHS = /: ?(?:true|false) *(?:[,;.)\n|]|$)/gi;

const LONGEST_MARK = "false".length;

/**
 * Reads the marks of one text: crosses and ticks wherever they stand; the letters n and y, points and truths where several items are answered so.
 * `isBeforeTotal`: what stands before a point says that it is none ("score 1").
 */
export function readsMarks(
  text: string,
  isBeforeTotal: (before: string) => boolean,
): (piece: string, start: number, end: number) => FormMark | undefined {
  // Most texts hold none of these: what is asked of a whole text is asked when a piece could be one.
  const several = (sign: RegExp, fewest: number) => once(() => (text.match(sign)?.length ?? 0) >= fewest);
  const isBefore = once(() => MARK_FIRST.test(text));
  const hasLetters = several(LETTERS, FEWEST_LETTERS);
  const hasPoints = several(POINTS, FEWEST_POINTS);
  const hasTruths = several(TRUTHS, FEWEST_LETTERS);
  const before = (start: number) => text.slice(Math.max(0, start - WINDOW), start);
  const behind = (end: number) => text.slice(end, end + WINDOW);
  return (piece, start, end) => {
    if (piece.length > LONGEST_MARK) return undefined;
    if (CROSSES.has(piece)) return { says: isBefore() ? "no" : "absent", isBefore: isBefore() };
    if (TICKS.has(piece)) return { says: isBefore() ? "yes" : "present", isBefore: isBefore() };
    if (/^[01]$/.test(piece)) {
      const isPoint = ENDS_POINT.test(behind(end)) && BEFORE_POINT.test(before(start)) && !isBeforeTotal(before(start));
      return isPoint && hasPoints() ? answerOf(piece === "1") : undefined;
    }
    if (/^(?:true|false)$/i.test(piece))
      return /: ?$/.test(before(start)) && hasTruths() ? answerOf(/^true$/i.test(piece)) : undefined;
    if (!/^[nNyY]$/.test(piece)) return undefined;
    const answers = /[\p{L})] $/u.test(before(start)) && ENDS_ITEM.test(behind(end));
    return answers && hasLetters() ? answerOf(/^y$/i.test(piece)) : undefined;
  };
}

/** A mark behind its item. */
function answerOf(holds: boolean): FormMark {
  return { says: holds ? "present" : "absent", isBefore: false };
}
