import type { Identifier, IdentifierWords } from "./identifier.ts";
import { madeOnce } from "./scan-text.ts";

/** UK postcodes, in capitals: the outward code of a real area, the inward code without the letters it never has (Royal Mail PAF). */
const AREAS =
  "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
    .split(" ")
    .sort((a, b) => b.length - a.length)
    .join("|");
const POSTCODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${AREAS})\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\p{N}])`,
  "gu",
);

/** A state's two letters and a ZIP code. */
const ZIP =
  /(?<![\p{L}\p{N}])(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?(?![\p{L}\p{N}/])/gu;

/** Postal addresses: a house number with a street, a post box, a postcode. A town alone names nobody. */
export function findAddresses(text: string, words: IdentifierWords): readonly Identifier[] {
  return join(
    text,
    patternsOf(words).flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind: "address" as const,
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
  );
}

const patternsOf = madeOnce(({ streetWords }): readonly RegExp[] => {
  const lower = [...streetWords].sort((a, b) => b.length - a.length);
  const street = [...lower.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), ...lower].join("|");
  const flat = "(?:(?:[Ff]lat|[Aa]pt\\.?|[Aa]partment|[Uu]nit|[Hh]ouse) ?\\d{1,4}[a-zA-Z]?,? ?)?";
  const name = "(?:St\\.?|\\p{Lu}[\\p{L}'’-]{1,19}) ";
  return [
    // 12 High Street; 4b St. Mary's Road
    new RegExp(`(?<![\\p{L}\\p{N}.,/-])${flat}\\d{1,5}[a-zA-Z]? (?:${name}){1,3}(?:${street})(?![\\p{L}])`, "gu"),
    // the same without capitals, where the last word is nothing else
    /(?<![\p{L}\p{N}.,/-])\d{1,5}[a-z]? (?:[\p{L}'’-]{2,20} ){1,2}(?:street|road|avenue)(?![\p{L}])/gu,
    // Hauptstraße 5; Lindenweg 12a
    /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{2,24}(?:straße|strasse|str\.|weg|gasse|platz|allee) ?\d{1,4} ?[a-z]?(?![\p{L}\p{N}])/gu,
    // 5 rue de la Paix; via Roma 12
    /(?<![\p{L}\p{N}.,/-])\d{1,4},? (?:rue|avenue|boulevard|chemin|impasse)(?: (?:de|du|des|la|le|l['’])){0,2} \p{Lu}[\p{L}'’-]{2,24}/gu,
    /(?<![\p{L}\p{N}])(?:Via|Calle|Rua) \p{Lu}[\p{L}'’-]{2,24},? \d{1,4}(?![\p{L}\p{N}])/gu,
    /(?<![\p{L}\p{N}])P\.? ?O\.? Box \d{1,6}(?![\p{L}\p{N}])/giu,
    POSTCODE,
    ZIP,
  ];
});

/** Parts of one address, with a town between them: "12 High Street, Leeds LS1 4AP". */
function join(text: string, parts: readonly Identifier[]): readonly Identifier[] {
  const joined: Identifier[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const between = last === undefined ? "" : text.slice(last.end, part.start);
    if (
      last !== undefined &&
      between.length <= 40 &&
      /^(?:[\s,]{1,3}\p{Lu}[\p{L}'’-]{1,20}){0,3}[\s,]{0,3}$/u.test(between)
    )
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, part.end) };
    else joined.push(part);
  }
  return joined;
}
