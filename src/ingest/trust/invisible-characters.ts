/** Characters that are not seen, or that change how others are seen: controls, fillers, marks of direction, selectors, tags. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant alone
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
/** Letters of these scripts are shaped by joiners and non-joiners between them. */
const JOINED_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PICTOGRAPH = /\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f]/u;
const JOINERS = new Set(["\u200c", "\u200d"]);
/** A black flag with the tags that name its region, as far as they have come. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u;
const LONGEST_FLAG = 16;
/** Turns the letters that follow around: what is read is not what is stored. */
const TURNED = /[\u202d\u202e]/u;
/** Tag characters that are no flag spell out letters that nobody sees. */
const TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007e}]{3,}/u;
/** Selectors in a row choose nothing: they carry bytes. */
const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{4,}/u;
/** Zero-width characters in a row carry bits. */
const ZERO_WIDTHS = /[\u200b-\u200f\u2060-\u2064\ufeff]{8,}/u;

/** Why a text cannot be what its author meant to be read, as far as its characters show it. */
export function findSmuggling(text: string): string | undefined {
  if (TURNED.test(text)) return "it holds characters that turn the order of reading around";
  if (TAGS.test(text)) return "it holds a message in tag characters, which are not seen";
  if (SELECTORS.test(text)) return "it holds a message in variation selectors, which are not seen";
  if (ZERO_WIDTHS.test(text)) return "it holds a message in characters of no width";
  return undefined;
}

/** The text without characters that are not seen, except where a script or a pictograph needs them, and how many were taken out. */
export function withoutUnseen(text: string): { readonly text: string; readonly removed: number } {
  let removed = 0;
  const cleaned = text.replace(UNSEEN, (character, at: number) => {
    if (character === "\u2028" || character === "\u2029") return "\n";
    const before = lastCharacter(text.slice(Math.max(0, at - 2), at));
    const after = text.slice(at + character.length, at + character.length + 2);
    if (JOINERS.has(character) && JOINED_SCRIPT.test(before) && JOINED_SCRIPT.test(after)) return character;
    if (character === "\u200d" && PICTOGRAPH.test(before) && PICTOGRAPH.test(after)) return character;
    if (/[\u{e0020}-\u{e007f}]/u.test(character) && FLAG.test(text.slice(Math.max(0, at - LONGEST_FLAG), at)))
      return character;
    if (character === "\ufe0f" && /[\p{Extended_Pictographic}\d#*]/u.test(before)) return character;
    removed++;
    // A control that stood between two words keeps them apart.
    return character === "\u000b" || character === "\u000c" ? " " : "";
  });
  return { text: cleaned, removed };
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? "";
}
