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

/** The dashes of a text that say no: what stands for each of them, or nothing where a dash only parts words. */
export function readsDashes(text: string): (start: number, end: number) => "absent" | "blank" | "no" | undefined {
  const firstAnswer = text.search(ANSWERED);
  return (start, end) => {
    const before = text.slice(Math.max(0, start - WINDOW), start);
    const behind = text.slice(end, end + WINDOW);
    if (ENDS_ITEM.test(behind)) {
      // "Cancer: -": none, or not filled in.
      if (/: *$/.test(before)) return "blank";
      const isAnswer = firstAnswer >= 0 && start > firstAnswer && /[\p{L})] $/u.test(before);
      return isAnswer && !BRACKETED.test(before) ? "absent" : undefined;
    }
    // "-cancer, -plaster": a single one may be a bullet, or part words.
    const isSigned = /^\p{L}/u.test(behind) && OPENS_ITEM.test(before);
    return isSigned && (SIGNED_BEFORE.test(before) || SIGNED_BEHIND.test(behind)) ? "no" : undefined;
  };
}
