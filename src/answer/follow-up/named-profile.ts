import type { Pathway, Profile } from "../../pathway/model/pathway.ts";

/**
 * The guidelines of a pathway that a follow-up names ("and by NICE?", "what does the ASH guideline say?"). Some of the names are words of
 * every day ("nice", "ash"), so a name counts in capitals, or where the words around it make it a guideline's.
 */
export function profilesNamedIn(question: string, { profiles }: Pick<Pathway, "profiles">): readonly Profile[] {
  return profiles.filter(({ id }) => {
    const name = quoted(id);
    const inCapitals = new RegExp(`(?<!\\p{L})${name.toUpperCase()}(?!\\p{L})`, "u");
    const asGuideline = new RegExp(
      `(?:\\b(?:by|per|under|follow|following|according to|does|would) (?:the )?${name}\\b(?! (?:and|to)\\b))|\\b${name} (?:guidelines?|guidance|profile|pathway|recommendations?)\\b`,
      "iu",
    );
    // A text all in capitals tells nothing by them.
    const shouts = question === question.toUpperCase();
    return (inCapitals.test(question) && !shouts) || asGuideline.test(question);
  });
}

function quoted(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
