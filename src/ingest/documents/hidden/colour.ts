/** Red, green and blue from 0 to 255, and how much of it is seen, from 0 to 1. */
export interface Colour {
  readonly channels: readonly number[];
  readonly alpha: number;
}

/** Names that are used to hide text, or to set it off. */
const NAMED: Readonly<Record<string, string>> = {
  white: "#ffffff",
  snow: "#fffafa",
  ivory: "#fffff0",
  ghostwhite: "#f8f8ff",
  floralwhite: "#fffaf0",
  whitesmoke: "#f5f5f5",
  black: "#000000",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  navy: "#000080",
  gray: "#808080",
  grey: "#808080",
  silver: "#c0c0c0",
  yellow: "#ffff00",
  teal: "#008080",
};

/** Channels that differ by less than this are not told apart by eye. */
const ALIKE = 16;

/** The colour that a CSS value names, or nothing for one that is not understood. */
export function parseColour(value: string): Colour | undefined {
  if (value === "transparent") return { channels: [0, 0, 0], alpha: 0 };
  const hex = /^#([0-9a-f]{3,8})$/.exec(NAMED[value] ?? value)?.[1];
  if (hex !== undefined) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join("") : hex;
    const numbers = digits.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
    return { channels: numbers.slice(0, 3), alpha: (numbers[3] ?? 255) / 255 };
  }
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .filter((part) => part !== "");
  if (parts === undefined || parts.length < 3) return undefined;
  const numbers = parts.map((part, at) =>
    part.endsWith("%") ? (Number.parseFloat(part) / 100) * (at < 3 ? 255 : 1) : Number(part),
  );
  return numbers.some(Number.isNaN) ? undefined : { channels: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
}

/** Letters of the first colour are not seen on the second. */
export function isUnseenOn(letters: Colour, ground: Colour): boolean {
  return (
    letters.alpha < 0.1 ||
    letters.channels.every((channel, at) => Math.abs(channel - (ground.channels[at] ?? 0)) < ALIKE)
  );
}
