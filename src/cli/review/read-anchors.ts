import { type Anchor, anchorShape } from "../../review/log/anchor.ts";

/** One anchor on each line; undefined when any line is none. */
export function readAnchors(text: string): readonly Anchor[] | undefined {
  const anchors: Anchor[] = [];
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== "")) {
    const read = anchorShape.safeParse(parse(line));
    if (!read.success) return undefined;
    anchors.push(read.data);
  }
  return anchors;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
