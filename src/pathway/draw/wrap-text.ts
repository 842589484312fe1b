/** Lines of text and the room they take, in pixels. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Of the page's type at 14 pixels. A wide guess: room to spare looks better than a word that runs over. */
const CHARACTER = 7.6;
/** Height of a line, in units of the drawing. */
export const LINE = 19;

/** Breaks text at spaces into lines of at most `most` characters; a longer word is broken where the line ends. */
export function wrapText(text: string, most: number): TextBlock {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, most))) {
    if (line === "") line = word;
    else if (line.length + 1 + word.length <= most) line = `${line} ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  return { lines, width: Math.ceil(longest * CHARACTER), height: lines.length * LINE };
}

function pieces(word: string, most: number): readonly string[] {
  return word.length <= most ? [word] : (word.match(new RegExp(`.{1,${most}}`, "gu")) ?? []);
}
